// Who is connected, for operators.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addUserRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections);

} // namespace chinwag::http
