#include "http/AdminStatsRoutes.h"

#include "http/JsonMessage.h"
#include "http/StatsJson.h"

#include <utility>

namespace chinwag::http {

void addAdminStatsRoutes(RouteTable& routes, const OperatorGuard& guard,
                         std::function<metrics::Snapshot()> stats) {
    routes.getLater("/admin/api/stats",
                    guard.guarded(auth::Permission::View,
                                  [stats = std::move(stats)](const RoutedRequest& /*routed*/,
                                                             const auto& /*session*/, AnswerOnce answer) {
                                      answer.give(jsonAnswer(operatorStats(stats())));
                                  }));
}

} // namespace chinwag::http
