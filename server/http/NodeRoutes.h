// The node itself: what it is and how it does, to read its configuration again, and to end it.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/OperatorRecord.h"
#include "http/Probes.h"
#include "http/RouteTable.h"

namespace chinwag::http {

/// `store` may be null: then nothing is kept.
void addNodeRoutes(RouteTable& routes, const OperatorGuard& guard, const NodePort& node,
                   const hub::Store* store, Probes probes, const OperatorRecord& record);

} // namespace chinwag::http
