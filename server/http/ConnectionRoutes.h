// The open connections for operators, in any order.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"

namespace chinwag::http {

void addConnectionRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections);

} // namespace chinwag::http
