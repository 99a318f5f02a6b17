// All that the server counts, for operators.
#pragma once

#include "http/OperatorGuard.h"
#include "http/Probes.h"

namespace chinwag::hub {
class Store;
}

namespace chinwag::http {

/// `store` may be null, and must outlive `routes`.
void addAdminStatsRoutes(RouteTable& routes, const OperatorGuard& guard, Probes probes,
                         const hub::Store* store);

} // namespace chinwag::http
