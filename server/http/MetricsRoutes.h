// The metrics, for Prometheus to scrape.
#pragma once

#include "http/RouteTable.h"
#include "metrics/Snapshot.h"

#include <functional>

namespace chinwag::http {

void addMetricsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats);

} // namespace chinwag::http
