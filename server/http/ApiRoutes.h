// The server API: what applications may do over HTTP, by a key.
#pragma once

#include "http/ApiAccess.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addApiRoutes(RouteTable& routes, const ApiAccess& access);

} // namespace chinwag::http
