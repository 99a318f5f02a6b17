#include "http/StatsRoutes.h"

#include "http/JsonMessage.h"
#include "http/StatsJson.h"

#include <utility>

namespace chinwag::http {

void addStatsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats) {
    routes.get("/stats",
               [stats = std::move(stats)](const RoutedRequest&) { return jsonAnswer(publicStats(stats())); });
}

} // namespace chinwag::http
