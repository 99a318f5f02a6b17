// Logging in and out as an operator.
#pragma once

#include "http/LoginRecord.h"
#include "http/OperatorGuard.h"

#include <memory>

namespace chinwag::http {

void addOperatorRoutes(RouteTable& routes, const OperatorGuard& guard,
                       const std::shared_ptr<LoginRecord>& record);

} // namespace chinwag::http
