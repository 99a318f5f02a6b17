#include "http/SecondFactorRoutes.h"

#include "auth/OperatorDoor.h"
#include "http/JsonMessage.h"
#include "http/Logging.h"
#include "http/LoginAnswer.h"

#include <QtCore/QJsonArray>

#include <memory>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using auth::SecondFactorSetup;
using SetupOutcome = auth::SecondFactorSetup::Outcome;

protocol::HttpAnswer toAnswer(const SetupOutcome& outcome) {
    switch (outcome.kind) {
    case SetupOutcome::Kind::Done: {
        QJsonArray codes;
        for (const auto& code : outcome.recoveryCodes)
            codes.append(QString::fromStdString(code));
        return jsonAnswer({{u"enabled"_s, !codes.isEmpty()},
                           {u"secret"_s, QJsonValue()},
                           {u"uri"_s, QJsonValue()},
                           {u"recovery_codes"_s, codes}});
    }
    case SetupOutcome::Kind::NotBegun:
        return protocol::problem(409, "begin first, and confirm within ten minutes");
    case SetupOutcome::Kind::There:
        return protocol::problem(409, "there is a second factor; remove it first");
    case SetupOutcome::Kind::None: return protocol::problem(409, "there is no second factor");
    case SetupOutcome::Kind::Wrong: return protocol::problem(422, "the code or the password is wrong");
    case SetupOutcome::Kind::Limited:
        return laterProblem(429, "too many were wrong; try again later", outcome.retryAfter);
    case SetupOutcome::Kind::Failed: break;
    }
    return protocol::problem(500, "the operators cannot be changed; the server's log says why");
}

void begin(SecondFactorSetup& setup, const OperatorSessions::Session& session, AnswerOnce answer) {
    const auto secret = setup.begin(session.operatorName);
    answer.give(jsonAnswer({{u"enabled"_s, false},
                            {u"secret"_s, QString::fromStdString(secret)},
                            {u"uri"_s, QString::fromStdString(auth::totpUri(secret, session.operatorName))},
                            {u"recovery_codes"_s, QJsonArray()}}));
}

void change(auth::OperatorDoor& door, const RoutedRequest& routed, const OperatorSessions::Session& session,
            AnswerOnce answer) {
    const auto body = readJsonStrings(routed.request, {u"action"_s, u"code"_s, u"password"_s}, 1);
    if (const auto* const wrong = std::get_if<protocol::HttpAnswer>(&body))
        return answer.give(*wrong);
    const auto& object = std::get<QJsonObject>(body);
    const auto action = object[u"action"_s].toString();
    const auto code = object[u"code"_s].toString().toStdString();
    const auto password = object[u"password"_s].toString().toStdString();
    auto& setup = door.secondFactor();
    if (action == u"begin")
        return begin(setup, session, std::move(answer));
    // Shared, since a std::function must be copyable.
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    const auto done = [shared, action, name = session.operatorName](const SetupOutcome& outcome) {
        if (outcome.kind == SetupOutcome::Kind::Done)
            qCInfo(lcAdmin, "operator %s: second factor, %s", name.c_str(), qUtf8Printable(action));
        shared->give(toAnswer(outcome));
    };
    if (action == u"confirm" && !code.empty())
        setup.confirm(session.operatorName, code, done);
    else if (action == u"remove" && code.empty() != password.empty())
        setup.remove(session.operatorName, code.empty() ? password : code, done);
    else
        shared->give(protocol::problem(400, "the action must be 'begin', 'confirm' with a code, or 'remove' "
                                            "with a code or the password"));
}

} // namespace

void addSecondFactorRoutes(RouteTable& routes, const OperatorGuard& guard) {
    auto& door = guard.door();
    routes.post("/admin/api/me/totp",
                guard.guarded(auth::Permission::View,
                              [&door](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                                  change(door, routed, session, std::move(answer));
                              }));
}

} // namespace chinwag::http
