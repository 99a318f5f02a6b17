// What chatters have reported, for operators: /admin/api/reports.
#pragma once

#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::hub {
class Store;
}

namespace chinwag::http {

/// `store` must outlive the HTTP server's use; without one there are no reports.
void addReportRoutes(RouteTable& routes, const OperatorGuard& guard, hub::Store* store);

} // namespace chinwag::http
