#include "http/LoginAnswer.h"

#include "http/JsonMessage.h"
#include "http/OperatorJson.h"
#include "http/ProblemType.h"

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorDoor;

// What a client calls itself is kept and shown, and it may say what it likes.
constexpr std::size_t maxUserAgent = 256;

protocol::HttpAnswer challenge(std::string_view detail, std::string_view type) {
    auto answer = protocol::problem(401, detail, type);
    answer.headers.push_back({"WWW-Authenticate", "Bearer"});
    return answer;
}

} // namespace

QJsonObject grantedJson(const auth::OperatorSessions::Session& session) {
    return {{u"operator"_s, operatorJson(session)}, {u"expires_at"_s, jsonTime(session.expiresAt)}};
}

protocol::HttpAnswer laterProblem(int status, std::string_view detail, std::chrono::milliseconds wait,
                                  std::string_view type) {
    auto answer = protocol::problem(status, detail, type);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    answer.headers.push_back({"Retry-After", std::to_string(seconds)});
    return answer;
}

protocol::HttpAnswer loginAnswer(const OperatorDoor::Login& login) {
    switch (login.outcome) {
    case OperatorDoor::Login::Outcome::Granted: {
        auto object = grantedJson(login.granted.session);
        object[u"token"_s] = QString::fromStdString(login.granted.token);
        return jsonAnswer(object);
    }
    case OperatorDoor::Login::Outcome::Wrong:
        return challenge("the name or the password is wrong", problem_type::loginWrong);
    case OperatorDoor::Login::Outcome::CodeNeeded:
        return challenge("log in with the member 'code', too: one of the authenticator or a recovery code",
                         problem_type::codeNeeded);
    case OperatorDoor::Login::Outcome::CodeWrong:
        return challenge("the code is wrong, or it has been used; the authenticator shows the next one",
                         problem_type::codeWrong);
    case OperatorDoor::Login::Outcome::Limited:
        return laterProblem(429, "there were too many attempts to log in; try again later", login.retryAfter,
                            problem_type::tooManyAttempts);
    case OperatorDoor::Login::Outcome::Busy:
        return laterProblem(503, "too many are logging in at this moment; try again", login.retryAfter,
                            problem_type::loginBusy);
    case OperatorDoor::Login::Outcome::Failed: break;
    }
    return protocol::problem(500, "the operators cannot be read; the server's log says why",
                             problem_type::operatorsUnreadable);
}

auth::OperatorSessions::Client clientOf(const protocol::HttpRequest& request) {
    const auto userAgent = protocol::headerValue(request.headers, "User-Agent").substr(0, maxUserAgent);
    return {request.peerAddress, std::string(userAgent)};
}

} // namespace chinwag::http
