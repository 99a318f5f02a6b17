// Who an operator is, and who else is logged in: /admin/api/me, /admin/api/sessions.
#pragma once

#include "http/OperatorGuard.h"

namespace chinwag::http {

void addSessionRoutes(RouteTable& routes, const OperatorGuard& guard);

} // namespace chinwag::http
