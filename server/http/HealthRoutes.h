// Whether the process lives and whether it takes clients, for supervisors and load balancers.
#pragma once

#include "http/Probes.h"
#include "http/RouteTable.h"

#include <functional>

namespace chinwag::http {

void addHealthRoutes(RouteTable& routes, std::function<Readiness()> readiness);

} // namespace chinwag::http
