// Who an operator is, and who else is logged in: /admin/api/me, /admin/api/sessions.
#pragma once

#include "http/LoginRecord.h"
#include "http/OperatorGuard.h"

#include <memory>

namespace chinwag::http {

void addSessionRoutes(RouteTable& routes, const OperatorGuard& guard,
                      const std::shared_ptr<LoginRecord>& record);

} // namespace chinwag::http
