#include "http/HealthRoutes.h"

#include <utility>

namespace chinwag::http {

namespace {

protocol::HttpAnswer statusAnswer(std::string_view status) {
    protocol::HttpAnswer answer;
    answer.headers.push_back({"Content-Type", "application/json"});
    answer.body = R"({"status":)" + protocol::jsonString(status) + "}\n";
    return answer;
}

protocol::HttpAnswer uncached(protocol::HttpAnswer answer) {
    answer.headers.push_back({"Cache-Control", "no-store"});
    return answer;
}

} // namespace

void addHealthRoutes(RouteTable& routes, std::function<bool()> ready) {
    routes.get("/healthz", [](const RoutedRequest&) { return uncached(statusAnswer("ok")); });
    routes.get("/readyz", [ready = std::move(ready)](const RoutedRequest&) {
        return uncached(ready() ? statusAnswer("ready")
                                : protocol::problem(503, "the server is shutting down"));
    });
}

} // namespace chinwag::http
