#include "http/MetricsRoutes.h"

#include "metrics/Exposition.h"
#include "metrics/ProcessStats.h"

#include <utility>

namespace chinwag::http {

void addMetricsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats, bool internalOnly) {
    routes.get("/metrics", [stats = std::move(stats), internalOnly](const RoutedRequest& routed) {
        if (internalOnly && !routed.request.internal)
            return protocol::problem(404, "there is nothing at this path");
        protocol::HttpAnswer answer;
        answer.headers = {{"Content-Type", std::string(metrics::expositionType)},
                          {"Cache-Control", "no-store"}};
        answer.body = metrics::exposition(stats(), metrics::readProcessStats());
        return answer;
    });
}

} // namespace chinwag::http
