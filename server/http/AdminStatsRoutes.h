// All that the server counts, for operators.
#pragma once

#include "http/OperatorGuard.h"
#include "metrics/Snapshot.h"

#include <functional>

namespace chinwag::http {

void addAdminStatsRoutes(RouteTable& routes, const OperatorGuard& guard,
                         std::function<metrics::Snapshot()> stats);

} // namespace chinwag::http
