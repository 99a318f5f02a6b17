#include "http/AdminStatsRoutes.h"

#include "http/JsonMessage.h"
#include "http/OperatorJson.h"
#include "http/StatsJson.h"

#include <utility>

namespace chinwag::http {

void addAdminStatsRoutes(RouteTable& routes, const OperatorGuard& guard, Probes probes,
                         const hub::Store* store) {
    routes.getLater("/admin/api/stats",
                    guard.guarded(auth::Permission::View, [probes = std::move(probes), store](
                                                              const RoutedRequest& /*routed*/,
                                                              const auto& /*session*/, AnswerOnce answer) {
                        const ServerHealth health{probes.isReady(), storeWord(store)};
                        answer.give(jsonAnswer(operatorStats(probes.stats(), health)));
                    }));
}

} // namespace chinwag::http
