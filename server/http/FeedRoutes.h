// How operators come by their live feed.
#pragma once

#include "http/OperatorAccess.h"
#include "http/OperatorGuard.h"

namespace chinwag::http {

/// `feed` must be there.
void addFeedRoutes(RouteTable& routes, const OperatorGuard& guard, FeedPort feed);

} // namespace chinwag::http
