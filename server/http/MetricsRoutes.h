// The metrics, for Prometheus to scrape.
#pragma once

#include "http/RouteTable.h"
#include "metrics/Snapshot.h"

#include <functional>

namespace chinwag::http {

/// With `internalOnly` the path does not exist for who does not come through the internal listener.
void addMetricsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats, bool internalOnly);

} // namespace chinwag::http
