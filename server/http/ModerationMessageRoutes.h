// What was said, in the operator API: /admin/api/messages and /admin/api/users/purge.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addMessageRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access);

} // namespace chinwag::http
