// What operators say: in a room, or to one connection.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/OperatorRecord.h"

namespace chinwag::hub {
class Hub;
}

namespace chinwag::http {

/// `hub` outlives the routes.
void addMessageRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                      hub::Hub& hub, const OperatorRecord& record);

} // namespace chinwag::http
