#include "http/OperatorRoutes.h"

#include "auth/OperatorDoor.h"
#include "http/JsonMessage.h"
#include "http/OperatorJson.h"

#include <memory>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorDoor;

constexpr std::string_view codeNeededType = "urn:chinwag:problem:code-needed";
constexpr std::string_view codeWrongType = "urn:chinwag:problem:code-wrong";
// What a client calls itself is kept and shown, and it may say what it likes.
constexpr std::size_t maxUserAgent = 256;

QJsonObject toJson(const auth::OperatorSessions::Session& session) {
    return {{u"operator"_s, operatorJson(session)}, {u"expires_at"_s, jsonTime(session.expiresAt)}};
}

protocol::HttpAnswer later(int status, std::string_view detail, std::chrono::milliseconds wait) {
    auto answer = protocol::problem(status, detail);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    answer.headers.push_back({"Retry-After", std::to_string(seconds)});
    return answer;
}

protocol::HttpAnswer challenge(std::string_view detail, std::string_view type = "about:blank") {
    auto answer = protocol::problem(401, detail, type);
    answer.headers.push_back({"WWW-Authenticate", "Bearer"});
    return answer;
}

protocol::HttpAnswer toAnswer(const OperatorDoor::Login& login) {
    switch (login.outcome) {
    case OperatorDoor::Login::Outcome::Granted: {
        auto object = toJson(login.granted.session);
        object[u"token"_s] = QString::fromStdString(login.granted.token);
        return jsonAnswer(object);
    }
    case OperatorDoor::Login::Outcome::Wrong: return challenge("the name or the password is wrong");
    case OperatorDoor::Login::Outcome::CodeNeeded:
        return challenge("log in with the member 'code', too: one of the authenticator or a recovery code",
                         codeNeededType);
    case OperatorDoor::Login::Outcome::CodeWrong:
        return challenge("the code is wrong, or it has been used; the authenticator shows the next one",
                         codeWrongType);
    case OperatorDoor::Login::Outcome::Limited:
        return later(429, "there were too many attempts to log in; try again later", login.retryAfter);
    case OperatorDoor::Login::Outcome::Busy:
        return later(503, "too many are logging in at this moment; try again", login.retryAfter);
    case OperatorDoor::Login::Outcome::Failed: break;
    }
    return protocol::problem(500, "the operators cannot be read; the server's log says why");
}

void logIn(OperatorDoor& door, const RoutedRequest& routed, AnswerOnce answer) {
    const auto body = readJsonStrings(routed.request, {u"name"_s, u"password"_s, u"code"_s}, 2);
    if (const auto* const wrong = std::get_if<protocol::HttpAnswer>(&body))
        return answer.give(*wrong);
    const auto& object = std::get<QJsonObject>(body);
    const auto name = object[u"name"_s].toString().toStdString();
    if (!auth::isValidOperatorName(name))
        return answer.give(protocol::problem(400, auth::operatorNameRule));
    // Shared, since a std::function must be copyable.
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    const auto userAgent =
        protocol::headerValue(routed.request.headers, "User-Agent").substr(0, maxUserAgent);
    door.logIn(
        {name,
         object[u"password"_s].toString().toStdString(),
         {routed.request.peerAddress, std::string(userAgent)},
         object[u"code"_s].toString().toStdString()},
        [shared = std::move(shared)](const OperatorDoor::Login& login) { shared->give(toAnswer(login)); });
}

} // namespace

void addOperatorRoutes(RouteTable& routes, const OperatorGuard& guard) {
    auto& door = guard.door();
    routes.post("/admin/api/login", [&door](const RoutedRequest& routed, AnswerOnce answer) {
        logIn(door, routed, std::move(answer));
    });
    routes.post("/admin/api/logout",
                guard.guarded(auth::Permission::View, [&door](const RoutedRequest& routed,
                                                              const auto& /*session*/, AnswerOnce answer) {
                    door.logOut(bearerToken(routed.request));
                    answer.give({204, {{"Cache-Control", "no-store"}}, {}});
                }));
    routes.getLater("/admin/api/session",
                    guard.guarded(auth::Permission::View,
                                  [](const RoutedRequest& /*routed*/, const auto& session,
                                     AnswerOnce answer) { answer.give(jsonAnswer(toJson(session))); }));
}

} // namespace chinwag::http
