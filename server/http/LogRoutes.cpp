#include "http/LogRoutes.h"

#include "http/JsonMessage.h"
#include "http/OperatorJson.h"
#include "http/RequestFields.h"

#include <QtCore/QJsonArray>

#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

constexpr std::uint64_t usualLogPage = 100;
constexpr std::uint64_t longestLogPage = 500;

protocol::HttpAnswer list(const LogPort& logs, const protocol::HttpRequest& request) {
    QueryFields fields(request, {"q", "level", "before", "limit"});
    metrics::LogQuery query;
    query.text = fields.text("q");
    query.least =
        static_cast<metrics::LogSeverity>(fields.choice("level", {"debug", "info", "warning", "error"}));
    query.before = fields.whole("before", 0, 1, largestSeq);
    query.limit = static_cast<std::size_t>(fields.whole("limit", usualLogPage, 1, longestLogPage));
    if (fields.fault())
        return *fields.fault();
    const auto page = logs(query);
    QJsonArray records;
    for (const auto& entry : page.entries)
        records.append(logJson(entry));
    return jsonAnswer(
        {{u"records"_s, records}, {u"next"_s, page.next != 0 ? jsonNumber(page.next) : QJsonValue()}});
}

} // namespace

void addLogRoutes(RouteTable& routes, const OperatorGuard& guard, LogPort logs) {
    routes.getLater("/admin/api/logs",
                    guard.guarded(auth::Permission::Configure,
                                  [logs = std::move(logs)](const RoutedRequest& routed,
                                                           const auto& /*session*/, AnswerOnce answer) {
                                      answer.give(list(logs, routed.request));
                                  }));
}

} // namespace chinwag::http
