#include "http/OperatorJson.h"

#include "http/JsonMessage.h"
#include "hub/Store.h"

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

QJsonObject logJson(const metrics::LogEntry& entry) {
    return {{u"seq"_s, jsonNumber(entry.seq)},
            {u"time"_s, jsonTime(entry.time)},
            {u"level"_s, jsonText(metrics::name(entry.severity))},
            {u"category"_s, QString::fromStdString(entry.category)},
            {u"message"_s, QString::fromStdString(entry.message)}};
}

std::string storeWord(const hub::Store* store) {
    if (store == nullptr)
        return "none";
    const auto state = store->state();
    return state.writable ? "writable" : state.reason;
}

} // namespace chinwag::http
