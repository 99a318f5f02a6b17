#include "http/DocsRoutes.h"

#include "http/AssetAnswer.h"
#include "http/AssetFolder.h"

#include <memory>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view docsPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

RouteTable::Handler serve(const std::shared_ptr<AssetFolder>& folder, const std::string& path) {
    return [folder, path](const RoutedRequest& routed) {
        return assetAnswer(routed.request, folder->read(path), docsPolicy);
    };
}

} // namespace

void addDocsRoutes(RouteTable& routes) {
    const auto description = std::make_shared<AssetFolder>(u":/http"_s);
    const auto docs = std::make_shared<AssetFolder>(u":/docs"_s);
    routes.get("/openapi.json", serve(description, "openapi.json"));
    routes.get("/asyncapi.json", serve(description, "asyncapi.json"));
    routes.get("/docs", serve(docs, "index.html"));
    // Before what is below /docs/: the first route that matches is taken.
    routes.get("/docs/events", serve(docs, "events.html"));
    routes.getBelow("/docs/", "file", [docs](const RoutedRequest& routed) {
        const auto file = routed.rest.empty() ? std::string_view("index.html") : routed.rest;
        return assetAnswer(routed.request, docs->read(file), docsPolicy);
    });
}

} // namespace chinwag::http
