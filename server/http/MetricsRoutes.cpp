#include "http/MetricsRoutes.h"

#include "metrics/Exposition.h"
#include "metrics/ProcessStats.h"

#include <utility>

namespace chinwag::http {

void addMetricsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats) {
    routes.get("/metrics", [stats = std::move(stats)](const RoutedRequest& /*routed*/) {
        protocol::HttpAnswer answer;
        answer.headers = {{"Content-Type", std::string(metrics::expositionType)},
                          {"Cache-Control", "no-store"}};
        answer.body = metrics::exposition(stats(), metrics::readProcessStats());
        return answer;
    });
}

} // namespace chinwag::http
