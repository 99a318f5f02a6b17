#include "http/ModerationRoutes.h"

#include "http/ModerationAuditRoutes.h"
#include "http/ModerationMessageRoutes.h"
#include "http/ModerationReportRoutes.h"
#include "http/ModerationRoomRoutes.h"
#include "http/ModerationSanctionRoutes.h"

namespace chinwag::http {

void addModerationRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access) {
    addSanctionRoutes(routes, guard, access);
    addRoomRoutes(routes, guard, access);
    addMessageRoutes(routes, guard, access);
    addReportResolutionRoute(routes, guard, access);
    addAuditRoutes(routes, guard, access);
}

} // namespace chinwag::http
