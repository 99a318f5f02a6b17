// The description of the HTTP interface, for programs and for people.
#pragma once

#include "http/RouteTable.h"

namespace chinwag::http {

void addDocsRoutes(RouteTable& routes);

} // namespace chinwag::http
