#include "http/OperatorJson.h"

#include "http/JsonMessage.h"

namespace chinwag::http {

using namespace Qt::StringLiterals;

QJsonObject operatorJson(const auth::OperatorSessions::Session& session) {
    return {{u"name"_s, QString::fromStdString(session.operatorName)},
            {u"role"_s, jsonText(auth::name(session.role))}};
}

QJsonObject sessionJson(const auth::OperatorSessions::Session& session, bool own) {
    const auto& userAgent = session.client.userAgent;
    return {{u"id"_s, QString::fromStdString(session.id)},
            {u"operator"_s, operatorJson(session)},
            {u"address"_s, QString::fromStdString(session.client.address)},
            {u"user_agent"_s, userAgent.empty() ? QJsonValue() : QJsonValue(jsonText(userAgent))},
            {u"since"_s, jsonTime(session.since)},
            {u"last_used"_s, jsonTime(session.lastUsed)},
            {u"expires_at"_s, jsonTime(session.expiresAt)},
            {u"own"_s, own}};
}

} // namespace chinwag::http
