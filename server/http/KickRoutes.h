// Closing connections: one, those that are named, or all that match.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/OperatorRecord.h"

namespace chinwag::http {

void addKickRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                   const OperatorRecord& record);

} // namespace chinwag::http
