// How a report is dealt with, in the operator API: /admin/api/reports/{number}/resolve.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addReportResolutionRoute(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access);

} // namespace chinwag::http
