#include "http/ModerationAuditRoutes.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/RequestFields.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <vector>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

using Entries = std::vector<hub::AuditEntry>;

constexpr std::uint64_t usualAuditPage = 50;
constexpr std::uint64_t longestAuditPage = 500;

QJsonValue objectOrNull(const std::string& json) {
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue();
}

QJsonObject toJson(const hub::AuditEntry& entry) {
    return {{u"seq"_s, jsonNumber(entry.seq)},
            {u"time"_s, timeOrNull(entry.time)},
            {u"actor"_s, QString::fromStdString(entry.actor)},
            {u"action"_s, QString::fromStdString(entry.action)},
            {u"target"_s, QString::fromStdString(entry.target)},
            {u"reason"_s, QString::fromStdString(entry.reason)},
            {u"before"_s, objectOrNull(entry.before)},
            {u"after"_s, objectOrNull(entry.after)},
            {u"hash"_s, QString::fromStdString(entry.hash)}};
}

void list(const ModerationAccess& access, const RoutedRequest& routed, AnswerOnce answer) {
    QueryFields fields(routed.request, {"actor", "action", "target", "since", "until", "before", "limit"});
    hub::AuditQuery query;
    query.actor = fields.text("actor");
    query.action = fields.text("action");
    query.target = fields.text("target");
    query.since = fields.time("since");
    query.until = fields.time("until");
    query.before = fields.whole("before", 0, 1, largestSeq);
    query.limit = static_cast<std::size_t>(fields.whole("limit", usualAuditPage, 1, longestAuditPage));
    if (fields.fault())
        return answer.give(*fields.fault());
    auto shared = share(std::move(answer));
    access.desk.store().audit(
        query, answering<Entries>(shared, {}, [shared, limit = query.limit](const Entries& entries) {
            QJsonArray items;
            for (const auto& entry : entries)
                items.append(toJson(entry));
            const bool isFull = entries.size() == limit;
            shared->give(jsonAnswer(
                {{u"items"_s, items}, {u"next"_s, isFull ? jsonNumber(entries.back().seq) : QJsonValue()}}));
        }));
}

void verify(const ModerationAccess& access, AnswerOnce answer) {
    auto shared = share(std::move(answer));
    access.desk.store().verifyAudit(
        answering<hub::AuditVerdict>(shared, {}, [shared](const hub::AuditVerdict& verdict) {
            const bool isSound = verdict.fault.empty();
            shared->give(
                jsonAnswer({{u"sound"_s, isSound},
                            {u"entries"_s, jsonNumber(verdict.entries)},
                            {u"hash"_s, QString::fromStdString(verdict.hash)},
                            {u"broken_at"_s, isSound ? QJsonValue() : jsonNumber(verdict.entries + 1)},
                            {u"fault"_s, textOrNull(verdict.fault)}}));
        }));
}

} // namespace

void addAuditRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access) {
    routes.getLater("/admin/api/audit",
                    guard.guarded(auth::Permission::View,
                                  [access](const RoutedRequest& routed, const auto& /*session*/,
                                           AnswerOnce answer) { list(access, routed, std::move(answer)); }));
    routes.getLater("/admin/api/audit/verify",
                    guard.guarded(auth::Permission::View,
                                  [access](const RoutedRequest& /*routed*/, const auto& /*session*/,
                                           AnswerOnce answer) { verify(access, std::move(answer)); }));
}

} // namespace chinwag::http
