#include "http/ModerationAnswers.h"

#include "http/JsonMessage.h"
#include "http/ProblemType.h"

#include <QtCore/QJsonArray>

#include <chrono>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

QJsonObject toJson(const protocol::ConnectionInfo& info) {
    return {{u"id"_s, QString::fromStdString(protocol::toString(info.id))},
            {u"user"_s, textOrNull(info.user)},
            {u"nick"_s, textOrNull(info.nick)},
            {u"address"_s, QString::fromStdString(info.address)},
            {u"device"_s, textOrNull(info.device)},
            {u"dialect"_s, QString::fromStdString(std::string(info.dialect))},
            {u"room"_s, QString::fromStdString(info.room)}};
}

} // namespace

protocol::HttpAnswer storeProblem(const hub::StoreError& error, std::string_view missing) {
    switch (error.kind) {
    case hub::StoreError::Kind::NotFound: return protocol::problem(404, missing, problem_type::noSuchEntry);
    // Of what is there, somebody has been quicker.
    case hub::StoreError::Kind::Refused:
        return protocol::problem(409, error.text,
                                 missing.empty() ? problem_type::unnamed : problem_type::doneBefore);
    case hub::StoreError::Kind::Busy:
    case hub::StoreError::Kind::Unavailable: break;
    default:
        return protocol::problem(500, "the store failed; the server's log says why",
                                 problem_type::storeFailed);
    }
    auto answer = protocol::problem(503, "the store cannot do that now, and nothing has changed; try again",
                                    problem_type::storeUnavailable);
    answer.headers.push_back({"Retry-After", "1"});
    return answer;
}

protocol::HttpAnswer previewAnswer(const protocol::MatchingConnections& found) {
    QJsonArray connections;
    for (const auto& info : found.first)
        connections.append(toJson(info));
    return jsonAnswer(
        {{u"dry_run"_s, true}, {u"count"_s, jsonNumber(found.count)}, {u"connections"_s, connections}});
}

void answerPreview(const ModerationAccess& access, const std::function<bool(const hub::Session&)>& matches,
                   const SharedAnswer& answer) {
    access.find(matches, mostPreviewed,
                [answer](const protocol::MatchingConnections& found) { answer->give(previewAnswer(found)); });
}

void answerReviewed(const ModerationAccess& access, QJsonObject object, const SharedAnswer& answer) {
    access.review([object = std::move(object), answer](std::size_t hit) {
        auto complete = object;
        complete[u"hit"_s] = jsonNumber(hit);
        answer->give(jsonAnswer(complete));
    });
}

QJsonValue textOrNull(const std::string& text) {
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

QJsonValue timeOrNull(const std::optional<hub::StoreTime>& time) {
    if (!time)
        return {};
    return jsonTime(std::chrono::system_clock::time_point(std::chrono::milliseconds(*time)));
}

QJsonValue nextCursor(std::uint64_t offset, std::uint64_t count, std::uint64_t total) {
    const auto next = offset + count;
    return count == 0 || next >= total ? QJsonValue()
                                       : QJsonValue(QString::fromStdString(std::to_string(next)));
}

} // namespace chinwag::http
