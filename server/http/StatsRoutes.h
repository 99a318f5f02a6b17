// Public counters as JSON: what anybody may know.
#pragma once

#include "http/RouteTable.h"
#include "metrics/Snapshot.h"

#include <functional>

namespace chinwag::http {

void addStatsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats);

} // namespace chinwag::http
