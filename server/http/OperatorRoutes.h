// Logging in and out as an operator.
#pragma once

#include "http/OperatorGuard.h"

namespace chinwag::http {

void addOperatorRoutes(RouteTable& routes, const OperatorGuard& guard);

} // namespace chinwag::http
