// The latest records of the log, for operators.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"

namespace chinwag::http {

void addLogRoutes(RouteTable& routes, const OperatorGuard& guard, LogPort logs);

} // namespace chinwag::http
