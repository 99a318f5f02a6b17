// The record of what operators did, in the operator API: /admin/api/audit.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addAuditRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access);

} // namespace chinwag::http
