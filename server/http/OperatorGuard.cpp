#include "http/OperatorGuard.h"

#include "auth/OperatorDoor.h"
#include "http/ProblemType.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

protocol::HttpAnswer notLoggedIn() {
    auto answer = protocol::problem(401, "log in first: the bearer token is missing, unknown or has expired",
                                    problem_type::notLoggedIn);
    answer.headers.push_back({"WWW-Authenticate", "Bearer"});
    answer.headers.push_back({"Cache-Control", "no-store"});
    return answer;
}

protocol::HttpAnswer forbidden(const auth::OperatorSessions::Session& session, auth::Permission needed) {
    auto answer = protocol::problem(403,
                                    "this needs the permission '" + std::string(auth::name(needed)) +
                                        "', which the role " + auth::rolesWith(needed) + " has; " +
                                        session.operatorName + " is " + std::string(auth::name(session.role)),
                                    problem_type::notPermitted);
    answer.headers.push_back({"Cache-Control", "no-store"});
    return answer;
}

// What to answer through, if the request has not been answered or need not be carried out again.
std::optional<AnswerOnce> onlyOnce(IdempotentAnswers& answers, const protocol::HttpRequest& request,
                                   const auth::OperatorSessions::Session& session, AnswerOnce answer) {
    const auto isKey = [](const auto& header) {
        return protocol::sameIgnoringCase(header.name, "Idempotency-Key");
    };
    const auto& headers = request.headers;
    const auto key = std::find_if(headers.begin(), headers.end(), isKey);
    if (request.method != "POST" || key == headers.end())
        return answer;
    if (!IdempotentAnswers::isValidKey(key->value) || std::any_of(key + 1, headers.end(), isKey)) {
        answer.give(protocol::problem(400,
                                      "an Idempotency-Key is given once and has 1 to 255 printable ASCII "
                                      "characters without spaces"));
        return std::nullopt;
    }
    return answers.begin({session.operatorName, key->value, request.target + '\n' + request.body},
                         std::move(answer), std::chrono::steady_clock::now());
}

} // namespace

std::string_view bearerToken(const protocol::HttpRequest& request) {
    return protocol::credentials(protocol::headerValue(request.headers, "Authorization"), "bearer")
        .value_or("");
}

RouteTable::LaterHandler OperatorGuard::guarded(auth::Permission needed, Handler handler) const {
    return [&door = door_, answers = answers_, needed,
            handler = std::move(handler)](const RoutedRequest& routed, AnswerOnce answer) {
        const auto session = door.session(bearerToken(routed.request));
        if (!session)
            return answer.give(notLoggedIn());
        if (!auth::may(session->role, needed))
            return answer.give(forbidden(*session, needed));
        if (auto once = onlyOnce(*answers, routed.request, *session, std::move(answer)))
            handler(routed, *session, std::move(*once));
    };
}

} // namespace chinwag::http
