// Operators watch the frames of one connection for a while.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/OperatorRecord.h"

namespace chinwag::http {

/// The frames are told in a channel of the live feed, in `hub`, which must outlive the traces.
void addTraceRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                    hub::Hub& hub, const OperatorRecord& record);

} // namespace chinwag::http
