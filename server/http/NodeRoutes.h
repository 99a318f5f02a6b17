// The node itself: what it is and how it does, to read its configuration again, and to end it.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/OperatorRecord.h"
#include "http/RouteTable.h"
#include "metrics/Snapshot.h"

#include <functional>

namespace chinwag::http {

/// `store` may be null: then nothing is kept.
void addNodeRoutes(RouteTable& routes, const OperatorGuard& guard, const NodePort& node, hub::Store* store,
                   std::function<metrics::Snapshot()> stats, const OperatorRecord& record);

} // namespace chinwag::http
