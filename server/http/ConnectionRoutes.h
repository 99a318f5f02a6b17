// The open connections for operators: to be listed and to be kicked.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/OperatorRecord.h"

namespace chinwag::http {

void addConnectionRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                         const OperatorRecord& record);

} // namespace chinwag::http
