#include "http/ReportRoutes.h"

#include "http/ControlThread.h"
#include "http/JsonMessage.h"
#include "http/ProblemType.h"
#include "http/RequestFields.h"
#include "hub/Past.h"
#include "hub/Store.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

using Reports = std::vector<hub::Report>;

constexpr std::uint64_t maxReports = 200;
constexpr std::uint64_t usualReports = 50;

QString time(hub::StoreTime milliseconds) {
    return jsonTime(std::chrono::system_clock::time_point(std::chrono::milliseconds(milliseconds)));
}

const char* outcomeName(hub::Report::Outcome outcome) {
    return outcome == hub::Report::Outcome::Acted ? "acted" : "dismissed";
}

QJsonValue textOrNull(const std::string& text) {
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

QJsonObject toJson(const hub::Report& report) {
    const bool isOpen = report.outcome == hub::Report::Outcome::Open;
    const auto& publication = report.message.publication;
    const auto data = QJsonDocument::fromJson(QByteArray::fromStdString(hub::dataOf(report.message)));
    return {{u"number"_s, jsonNumber(report.number)},
            {u"reporter"_s, QString::fromStdString(report.reporter)},
            {u"reason"_s, QString::fromStdString(report.reason)},
            {u"time"_s, time(report.time)},
            {u"state"_s, isOpen ? u"open"_s : u"resolved"_s},
            {u"outcome"_s, isOpen ? QJsonValue() : QString::fromLatin1(outcomeName(report.outcome))},
            {u"resolved_by"_s, textOrNull(report.resolvedBy)},
            {u"resolved_at"_s, isOpen ? QJsonValue() : time(report.resolvedAt)},
            {u"note"_s, textOrNull(report.note)},
            {u"channel"_s, QString::fromStdString(publication.channel)},
            {u"message"_s, QJsonObject{{u"seq"_s, jsonNumber(report.message.seq)},
                                       {u"id"_s, QString::fromStdString(publication.id)},
                                       {u"user"_s, QString::fromStdString(publication.user)},
                                       {u"time"_s, time(publication.time)},
                                       {u"data"_s, data.object()}}}};
}

protocol::HttpAnswer toAnswer(const hub::StoreResult<Reports>& result, std::uint64_t limit) {
    const auto* const reports = std::get_if<Reports>(&result);
    if (reports == nullptr)
        return protocol::problem(503, "the store cannot answer now; try again",
                                 problem_type::storeUnavailable);
    QJsonArray list;
    for (const auto& report : *reports)
        list.append(toJson(report));
    const bool isFull = reports->size() == limit;
    return jsonAnswer(
        {{u"reports"_s, list}, {u"next"_s, isFull ? jsonNumber(reports->back().number) : QJsonValue()}});
}

void listReports(hub::Store* store, const RoutedRequest& routed, AnswerOnce answer) {
    using State = hub::ReportQuery::State;
    QueryFields fields(routed.request, {"state", "limit", "before"});
    constexpr std::array states{State::Any, State::Open, State::Resolved};
    const auto state = states[fields.choice("state", {"any", "open", "resolved"})];
    const auto limit = fields.whole("limit", usualReports, 1, maxReports);
    const auto before = fields.whole("before", 0, 1, std::numeric_limits<std::int64_t>::max());
    if (fields.fault())
        return answer.give(*fields.fault());
    if (store == nullptr)
        return answer.give(toAnswer(Reports(), limit));
    // Shared, since a std::function must be copyable.
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    store->reports({state, before, static_cast<std::size_t>(limit)},
                   [shared, limit](hub::StoreResult<Reports> result) {
                       onControlThread([shared, limit, result = std::move(result)] {
                           shared->give(toAnswer(result, limit));
                       });
                   });
}

} // namespace

void addReportRoutes(RouteTable& routes, const OperatorGuard& guard, hub::Store* store) {
    routes.getLater("/admin/api/reports", guard.guarded(auth::Permission::View,
                                                        [store](const RoutedRequest& routed,
                                                                const auto& /*session*/, AnswerOnce answer) {
                                                            listReports(store, routed, std::move(answer));
                                                        }));
}

} // namespace chinwag::http
