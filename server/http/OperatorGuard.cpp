#include "http/OperatorGuard.h"

#include "auth/OperatorDoor.h"

#include <QtCore/QByteArrayView>

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
    constexpr std::string_view scheme = "bearer ";
    const auto value = protocol::headerValue(request.headers, "Authorization");
    const auto head = value.substr(0, scheme.size());
    // The scheme's name has no case (RFC 9110 section 11.1).
    if (QByteArrayView(head.data(), static_cast<qsizetype>(head.size()))
            .compare(QByteArrayView(scheme.data(), static_cast<qsizetype>(scheme.size())),
                     Qt::CaseInsensitive) != 0)
        return {};
    return value.substr(scheme.size());
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
