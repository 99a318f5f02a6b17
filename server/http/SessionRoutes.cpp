#include "http/SessionRoutes.h"

#include "auth/OperatorDoor.h"
#include "http/JsonMessage.h"
#include "http/Logging.h"
#include "http/OperatorJson.h"
#include "http/ProblemType.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorDoor;
using auth::OperatorSessions;
using auth::Permission;

bool mayEndOthers(const OperatorSessions::Session& session) {
    return auth::may(session.role, Permission::Configure);
}

QJsonArray permissionsOf(auth::Role role) {
    QJsonArray names;
    for (const auto permission : auth::permissions) {
        if (auth::may(role, permission))
            names.append(jsonText(auth::name(permission)));
    }
    return names;
}

// Of the operator's second factor: whether there is one, and how many recovery codes are left.
QJsonObject secondFactorOf(OperatorDoor& door, const std::string& name) {
    const auto operators = door.operators();
    const auto* const all = std::get_if<auth::OperatorsRef>(&operators);
    const auto* const one = all != nullptr ? auth::findOperator(**all, name) : nullptr;
    const bool enabled = one != nullptr && one->secondFactor;
    return {{u"enabled"_s, enabled},
            {u"recovery_codes_left"_s, jsonNumber(enabled ? one->secondFactor->recoveryHashes.size() : 0)}};
}

void tellMe(OperatorDoor& door, const OperatorSessions::Session& session, AnswerOnce answer) {
    answer.give(jsonAnswer({{u"operator"_s, operatorJson(session)},
                            {u"permissions"_s, permissionsOf(session.role)},
                            {u"second_factor"_s, secondFactorOf(door, session.operatorName)},
                            {u"session"_s, sessionJson(session, true)}}));
}

void listSessions(OperatorDoor& door, const OperatorSessions::Session& session, AnswerOnce answer) {
    QJsonArray list;
    const auto all = door.sessions();
    for (const auto& one : all) {
        if (mayEndOthers(session) || one.operatorName == session.operatorName)
            list.append(sessionJson(one, one.id == session.id));
    }
    answer.give(jsonAnswer({{u"sessions"_s, list}}));
}

void revoke(OperatorDoor& door, LoginRecord& record, const RoutedRequest& routed,
            const OperatorSessions::Session& session, AnswerOnce answer) {
    const auto all = door.sessions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == routed.rest; });
    // Whoever may not end it is not told that there is one.
    if (found == all.end() || (!mayEndOthers(session) && found->operatorName != session.operatorName))
        return answer.give(
            protocol::problem(404, "there is no such session; it may have ended", problem_type::sessionGone));
    door.endSession(found->id);
    record.noteRevoked(session.operatorName, *found);
    qCInfo(lcAdmin, "operator %s ended session %s of operator %s", session.operatorName.c_str(),
           found->id.c_str(), found->operatorName.c_str());
    answer.give(jsonAnswer(sessionJson(*found, found->id == session.id)));
}

} // namespace

void addSessionRoutes(RouteTable& routes, const OperatorGuard& guard,
                      const std::shared_ptr<LoginRecord>& record) {
    auto& door = guard.door();
    routes.getLater("/admin/api/me",
                    guard.guarded(Permission::View,
                                  [&door](const RoutedRequest& /*routed*/, const auto& session,
                                          AnswerOnce answer) { tellMe(door, session, std::move(answer)); }));
    routes.getLater("/admin/api/sessions",
                    guard.guarded(Permission::View, [&door](const RoutedRequest& /*routed*/,
                                                            const auto& session, AnswerOnce answer) {
                        listSessions(door, session, std::move(answer));
                    }));
    routes.postBetween(
        "/admin/api/sessions/", "id", "/revoke",
        guard.guarded(Permission::View,
                      [&door, record](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          revoke(door, *record, routed, session, std::move(answer));
                      }));
}

} // namespace chinwag::http
