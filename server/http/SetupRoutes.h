// Making the first operator, by the code that the server shows when it starts without one.
#pragma once

#include "http/LoginRecord.h"
#include "http/OperatorRecord.h"
#include "http/RouteTable.h"

#include <memory>

namespace chinwag::http {

/// `door` outlives the routes.
void addSetupRoutes(RouteTable& routes, auth::OperatorDoor& door, const OperatorRecord& record,
                    const std::shared_ptr<LoginRecord>& logins);

} // namespace chinwag::http
