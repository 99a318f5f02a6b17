// An operator's second factor: /admin/api/me/totp.
#pragma once

#include "http/OperatorGuard.h"

namespace chinwag::http {

void addSecondFactorRoutes(RouteTable& routes, const OperatorGuard& guard);

} // namespace chinwag::http
