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

// Why messages cannot be kept may name files, which are nobody's business here.
protocol::HttpAnswer answerOf(Readiness readiness) {
    switch (readiness) {
    case Readiness::Ready: break;
    case Readiness::ShuttingDown: return protocol::problem(503, "the server is shutting down");
    case Readiness::StoreFails:
        return protocol::problem(503, "messages cannot be kept at the moment; the server's log says why");
    }
    return statusAnswer("ready");
}

} // namespace

void addHealthRoutes(RouteTable& routes, std::function<Readiness()> readiness) {
    routes.get("/healthz", [](const RoutedRequest&) { return uncached(statusAnswer("ok")); });
    routes.get("/readyz", [readiness = std::move(readiness)](const RoutedRequest&) {
        return uncached(answerOf(readiness()));
    });
}

} // namespace chinwag::http
