#include "http/SetupRoutes.h"

#include "auth/OperatorDoor.h"
#include "auth/Password.h"
#include "http/AssetAnswer.h"
#include "http/AssetFolder.h"
#include "http/JsonMessage.h"
#include "http/LoginAnswer.h"

#include <memory>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::FirstOperator;
using auth::OperatorDoor;
using Kind = FirstOperator::Outcome::Kind;
using SharedAnswer = std::shared_ptr<AnswerOnce>;

constexpr std::string_view setupPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

protocol::HttpAnswer refusalOf(const FirstOperator::Outcome& outcome) {
    switch (outcome.kind) {
    case Kind::Taken:
        return protocol::problem(409, "this server has an operator already, who makes others with "
                                      "chinwagd admin add");
    case Kind::Closed:
        return protocol::problem(403, "no set-up code is valid any more; the server shows a new one when it "
                                      "starts, or make an operator with chinwagd admin add");
    case Kind::Wrong:
        return protocol::problem(403, "the set-up code is wrong; the server shows it when it starts");
    case Kind::Limited:
        return laterProblem(429, "there were too many wrong set-up codes; try again later",
                            outcome.retryAfter);
    case Kind::Busy:
        return laterProblem(503, "an operator is being made at this moment; try again", outcome.retryAfter);
    case Kind::Made:
    case Kind::Failed: break;
    }
    return protocol::problem(500, "the operators cannot be read or written; the server's log says why");
}

/// Where it goes on record that somebody was made an operator and logged in.
struct Records {
    OperatorRecord deeds;
    std::shared_ptr<LoginRecord> logins;
};

void setUp(OperatorDoor& door, const Records& records, const RoutedRequest& routed, AnswerOnce answer) {
    const auto body = readJsonStrings(routed.request, {u"code"_s, u"user"_s, u"password"_s}, 3);
    if (const auto* const wrong = std::get_if<protocol::HttpAnswer>(&body))
        return answer.give(*wrong);
    const auto& object = std::get<QJsonObject>(body);
    const auto text = [&object](const QString& member) { return object[member].toString().toStdString(); };
    const auto name = text(u"user"_s);
    const auto password = text(u"password"_s);
    // Before the code is looked at: a slip must not cost an attempt.
    if (!auth::isValidOperatorName(name))
        return answer.give(protocol::problem(400, auth::operatorNameRule));
    if (!auth::isValidPassword(password))
        return answer.give(protocol::problem(400, auth::passwordRule));
    // Shared, since a std::function must be copyable.
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    const auto client = clientOf(routed.request);
    const auto logIn = [&door, logins = records.logins, name, password, client, shared] {
        door.logIn({name, password, client},
                   [&door, logins, name, address = client.address, shared](const OperatorDoor::Login& login) {
                       logins->note(door, name, address, login);
                       shared->give(loginAnswer(login));
                   });
    };
    door.firstOperator().make(
        {text(u"code"_s), name, password, client.address},
        [record = records.deeds, name, address = client.address, logIn,
         shared](const FirstOperator::Outcome& outcome) {
            if (outcome.kind != Kind::Made)
                return shared->give(refusalOf(outcome));
            record.add("operator.add", name, {name, "set-up link, from " + address}, logIn);
        });
}

} // namespace

void addSetupRoutes(RouteTable& routes, OperatorDoor& door, const OperatorRecord& record,
                    const std::shared_ptr<LoginRecord>& logins) {
    // Not from a folder of the operator: whoever has changed the page of the chat has not made this one.
    const auto folder = std::make_shared<AssetFolder>(u":/setup"_s);
    const auto serve = [folder](const RoutedRequest& routed, std::string_view file) {
        return assetAnswer(routed.request, folder->read(file), setupPolicy);
    };
    routes.get("/admin/setup", [serve](const RoutedRequest& routed) { return serve(routed, "index.html"); });
    routes.getBelow("/admin/setup/", "file",
                    [serve](const RoutedRequest& routed) { return serve(routed, routed.rest); });
    routes.getAndPost(
        "/admin/api/setup",
        [&door](const RoutedRequest& /*routed*/, AnswerOnce answer) {
            answer.give(jsonAnswer({{u"open"_s, door.firstOperator().isOpen()}}));
        },
        [&door, records = Records{record, logins}](const RoutedRequest& routed, AnswerOnce answer) {
            setUp(door, records, routed, std::move(answer));
        });
}

} // namespace chinwag::http
