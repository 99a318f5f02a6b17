#include "http/ReportRoutes.h"

#include "http/ControlThread.h"
#include "http/JsonMessage.h"
#include "http/RequestPath.h"
#include "hub/Past.h"
#include "hub/Store.h"
#include "protocol/UrlQuery.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <charconv>
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

// The number that is `name`, or nothing when it is none from `least` to `most`.
std::optional<std::uint64_t> number(std::string_view query, std::string_view name, std::uint64_t usual,
                                    std::uint64_t least, std::uint64_t most) {
    const auto parameter = protocol::queryParameter(query, name);
    if (!parameter.valid)
        return std::nullopt;
    if (!parameter.value)
        return usual;
    const auto& text = *parameter.value;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

QString time(hub::StoreTime milliseconds) {
    return jsonTime(std::chrono::system_clock::time_point(std::chrono::milliseconds(milliseconds)));
}

const char* outcomeName(hub::Report::Outcome outcome) {
    return outcome == hub::Report::Outcome::Acted ? "acted" : "dismissed";
}

QJsonValue textOrNull(const std::string& text) {
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

// Which are asked for; nothing when it is none of these.
std::optional<hub::ReportQuery::State> stateIn(std::string_view query) {
    using State = hub::ReportQuery::State;
    const auto parameter = protocol::queryParameter(query, "state");
    if (!parameter.valid)
        return std::nullopt;
    const auto name = parameter.value.value_or("any");
    if (name == "open")
        return State::Open;
    if (name == "resolved")
        return State::Resolved;
    return name == "any" ? std::optional(State::Any) : std::nullopt;
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
            {u"message"_s, QJsonObject{{u"id"_s, QString::fromStdString(publication.id)},
                                       {u"user"_s, QString::fromStdString(publication.user)},
                                       {u"time"_s, time(publication.time)},
                                       {u"data"_s, data.object()}}}};
}

protocol::HttpAnswer toAnswer(const hub::StoreResult<Reports>& result, std::uint64_t limit) {
    const auto* const reports = std::get_if<Reports>(&result);
    if (reports == nullptr)
        return protocol::problem(503, "the store cannot answer now; try again");
    QJsonArray list;
    for (const auto& report : *reports)
        list.append(toJson(report));
    const bool isFull = reports->size() == limit;
    return jsonAnswer(
        {{u"reports"_s, list}, {u"next"_s, isFull ? jsonNumber(reports->back().number) : QJsonValue()}});
}

void listReports(hub::Store* store, const RoutedRequest& routed, AnswerOnce answer) {
    const auto query = queryOf(routed.request.target);
    const auto limit = number(query, "limit", usualReports, 1, maxReports);
    const auto before = number(query, "before", 0, 1, std::numeric_limits<std::int64_t>::max());
    const auto state = stateIn(query);
    if (!limit || !before || !state)
        return answer.give(protocol::problem(400,
                                             "limit is a number from 1 to 200, before the next of an earlier "
                                             "answer, and state open, resolved or any"));
    if (store == nullptr)
        return answer.give(toAnswer(Reports(), *limit));
    // Shared, since a std::function must be copyable.
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    store->reports({*state, *before, static_cast<std::size_t>(*limit)},
                   [shared, limit = *limit](hub::StoreResult<Reports> result) {
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
