#include "http/PageRoutes.h"

#include "http/AssetAnswer.h"
#include "http/AssetFolder.h"

#include <memory>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

/// Older browsers do not count a WebSocket to the page's own host as 'self', hence ws: and wss:.
constexpr std::string_view pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self' ws: wss:; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

} // namespace

void addPageRoutes(RouteTable& routes, const QString& webRoot) {
    const auto folder = std::make_shared<AssetFolder>(webRoot.isEmpty() ? u":/web"_s : webRoot);
    const auto serve = [folder](const std::string& path) {
        return [folder, path](const RoutedRequest& routed) {
            return assetAnswer(routed.request, folder->read(path), pagePolicy);
        };
    };
    routes.get("/", serve("index.html"));
    routes.get("/favicon.svg", serve("favicon.svg"));
    // What browsers ask for when no page told them better; they go by the type, not by the name.
    routes.get("/favicon.ico", serve("favicon.svg"));
    routes.getBelow("/static/", "path", [folder](const RoutedRequest& routed) {
        return assetAnswer(routed.request, folder->read(routed.rest), pagePolicy);
    });
}

} // namespace chinwag::http
