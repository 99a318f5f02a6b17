// Bans and mutes in the operator API: /admin/api/bans and /admin/api/mutes.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addSanctionRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access);

} // namespace chinwag::http
