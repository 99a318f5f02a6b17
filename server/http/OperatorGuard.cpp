#include "http/OperatorGuard.h"

#include "auth/OperatorDoor.h"

#include <utility>

namespace chinwag::http {

namespace {

protocol::HttpAnswer unauthorized() {
    auto answer = protocol::problem(401, "log in first: the bearer token is missing, unknown or has expired");
    answer.headers.push_back({"WWW-Authenticate", "Bearer"});
    answer.headers.push_back({"Cache-Control", "no-store"});
    return answer;
}

} // namespace

std::string_view bearerToken(const protocol::HttpRequest& request) {
    return protocol::credentials(protocol::headerValue(request.headers, "Authorization"), "bearer")
        .value_or("");
}

RouteTable::LaterHandler OperatorGuard::guarded(Handler handler) const {
    return [&door = door_, handler = std::move(handler)](const RoutedRequest& routed, AnswerOnce answer) {
        const auto session = door.session(bearerToken(routed.request));
        if (session)
            handler(routed, *session, std::move(answer));
        else
            answer.give(unauthorized());
    };
}

} // namespace chinwag::http
