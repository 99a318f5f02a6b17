#include "http/OperatorRoutes.h"

#include "auth/OperatorDoor.h"
#include "http/JsonMessage.h"
#include "http/LoginAnswer.h"
#include "http/LoginRecord.h"

#include <memory>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorDoor;

using SharedRecord = std::shared_ptr<LoginRecord>;

void logIn(OperatorDoor& door, const SharedRecord& record, const RoutedRequest& routed, AnswerOnce answer) {
    const auto body = readJsonStrings(routed.request, {u"name"_s, u"password"_s, u"code"_s}, 2);
    if (const auto* const wrong = std::get_if<protocol::HttpAnswer>(&body))
        return answer.give(*wrong);
    const auto& object = std::get<QJsonObject>(body);
    const auto name = object[u"name"_s].toString().toStdString();
    if (!auth::isValidOperatorName(name))
        return answer.give(protocol::problem(400, auth::operatorNameRule));
    // Shared, since a std::function must be copyable.
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    const auto client = clientOf(routed.request);
    door.logIn({name, object[u"password"_s].toString().toStdString(), client,
                object[u"code"_s].toString().toStdString()},
               [&door, record, name, address = client.address, shared](const OperatorDoor::Login& login) {
                   record->note(door, name, address, login);
                   shared->give(loginAnswer(login));
               });
}

} // namespace

void addOperatorRoutes(RouteTable& routes, const OperatorGuard& guard,
                       const std::shared_ptr<LoginRecord>& record) {
    auto& door = guard.door();
    routes.post("/admin/api/login", [&door, record](const RoutedRequest& routed, AnswerOnce answer) {
        logIn(door, record, routed, std::move(answer));
    });
    routes.post(
        "/admin/api/logout",
        guard.guarded(auth::Permission::View,
                      [&door, record](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          door.logOut(bearerToken(routed.request));
                          record->noteLogout(session.operatorName);
                          answer.give({204, {{"Cache-Control", "no-store"}}, {}});
                      }));
    routes.getLater("/admin/api/session",
                    guard.guarded(auth::Permission::View,
                                  [](const RoutedRequest& /*routed*/, const auto& session,
                                     AnswerOnce answer) { answer.give(jsonAnswer(grantedJson(session))); }));
}

} // namespace chinwag::http
