// Rooms, their rules and the lockdown in the operator API: /admin/api/rooms and /admin/api/lockdown.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"
#include "http/RouteTable.h"

namespace chinwag::http {

void addRoomRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access);

} // namespace chinwag::http
