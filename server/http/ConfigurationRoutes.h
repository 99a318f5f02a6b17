// The configuration that is in effect, for operators.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"

namespace chinwag::http {

void addConfigurationRoutes(RouteTable& routes, const OperatorGuard& guard, ConfigurationPort configuration);

} // namespace chinwag::http
