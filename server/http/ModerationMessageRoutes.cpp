#include "http/ModerationMessageRoutes.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/ProblemType.h"
#include "http/RequestFields.h"
#include "hub/MessagePurge.h"
#include "hub/Past.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <vector>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;

using Messages = std::vector<hub::StoredMessage>;

constexpr std::uint64_t usualMessagePage = 50;
constexpr std::uint64_t longestMessagePage = 200;

const char* stateName(hub::StoredMessage::State state) {
    switch (state) {
    case hub::StoredMessage::State::Edited: return "edited";
    case hub::StoredMessage::State::Redacted: return "redacted";
    default: return "kept";
    }
}

QJsonObject toJson(const hub::StoredMessage& message) {
    const auto& publication = message.publication;
    const auto data = QJsonDocument::fromJson(QByteArray::fromStdString(hub::dataOf(message)));
    return {{u"seq"_s, jsonNumber(message.seq)},
            {u"room"_s, QString::fromStdString(publication.channel)},
            {u"id"_s, QString::fromStdString(publication.id)},
            {u"user"_s, textOrNull(publication.user)},
            {u"time"_s, timeOrNull(publication.time)},
            {u"state"_s, QString::fromLatin1(stateName(message.state))},
            {u"data"_s, data.isArray() ? QJsonValue(data.array()) : QJsonValue(data.object())}};
}

void listMessages(const ModerationAccess& access, const RoutedRequest& routed, AnswerOnce answer) {
    QueryFields fields(routed.request, {"room", "q", "before", "after", "limit"});
    const auto room = fields.text("room");
    const auto text = fields.text("q");
    const auto before = fields.whole("before", 0, 1, largestSeq);
    const auto after = fields.whole("after", 0, 1, largestSeq);
    const auto limit =
        static_cast<std::size_t>(fields.whole("limit", usualMessagePage, 1, longestMessagePage));
    if (fields.fault())
        return answer.give(*fields.fault());
    if (after != 0 && (before != 0 || !text.empty()))
        return answer.give(protocol::problem(400, "'after' goes without 'before' and 'q'"));
    if (room.empty())
        return answer.give(protocol::problem(400, "'room' must name a channel, such as chat:lobby"));
    if (access.store == nullptr)
        return answer.give(
            protocol::problem(409, "this server keeps nothing of what is said", problem_type::nothingKept));
    auto shared = share(std::move(answer));
    auto done = answering<Messages>(shared, {}, [shared, limit, after](const Messages& messages) {
        QJsonArray items;
        for (const auto& message : messages)
            items.append(toJson(message));
        const bool isFull = messages.size() == limit;
        const auto next = isFull ? (after != 0 ? messages.front() : messages.back()).seq : 0;
        shared->give(
            jsonAnswer({{u"items"_s, items}, {u"next"_s, isFull ? jsonNumber(next) : QJsonValue()}}));
    });
    if (text.empty())
        access.store->page({room, before, limit, after}, std::move(done));
    else
        access.store->search({room, text, before, limit}, std::move(done));
}

protocol::HttpAnswer toAnswer(const std::optional<hub::ChangeError>& error) {
    if (!error)
        return jsonAnswer({{u"redacted"_s, true}});
    if (*error == hub::ChangeError::NoSuchMessage)
        return protocol::problem(404, "there is no such message in this room; it may have been redacted",
                                 problem_type::messageGone);
    return storeProblem({hub::StoreError::Kind::Unavailable, {}}, {});
}

void redact(const ModerationAccess& access, const RoutedRequest& routed,
            const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"room", "id", "reason"});
    const auto room = fields.text("room", maxNameBytes, true);
    const auto id = fields.text("id", maxNameBytes, true);
    const auto reason = fields.text("reason", maxReasonBytes, true);
    if (fields.fault())
        return answer.give(*fields.fault());
    const auto channel =
        hub::isValidChannelName(room) ? access.desk.hub().channel(room) : std::shared_ptr<hub::Channel>();
    if (!channel)
        return answer.give(protocol::problem(404,
                                             "there is no room of that name; one is called as in "
                                             "chat:lobby",
                                             problem_type::noSuchRoom));
    auto shared = share(std::move(answer));
    hub::removeMessage(access.desk, *channel, id, {session.operatorName, reason},
                       [shared](std::optional<hub::ChangeError> error) {
                           onControlThread([shared, error] { shared->give(toAnswer(error)); });
                       });
}

void purge(const ModerationAccess& access, const RoutedRequest& routed,
           const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"user", "room", "reason", "dry_run"});
    const auto user = fields.text("user", maxNameBytes, true);
    const auto room = fields.text("room", maxNameBytes);
    const bool isDry = fields.flag("dry_run").value_or(false);
    const auto reason = fields.text("reason", maxReasonBytes, !isDry);
    if (fields.fault())
        return answer.give(*fields.fault());
    auto shared = share(std::move(answer));
    auto done = answering<std::uint64_t>(shared, {}, [shared, isDry](std::uint64_t count) {
        shared->give(jsonAnswer({{u"dry_run"_s, isDry}, {u"messages"_s, jsonNumber(count)}}));
    });
    if (isDry)
        access.desk.store().countMessages(user, room, std::move(done));
    else
        hub::purgeUser(access.desk, user, room, {session.operatorName, reason}, std::move(done));
}

} // namespace

void addMessageRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access) {
    routes.getLater(
        "/admin/api/messages",
        guard.guarded(auth::Permission::View,
                      [access](const RoutedRequest& routed, const auto& /*session*/, AnswerOnce answer) {
                          listMessages(access, routed, std::move(answer));
                      }));
    routes.post("/admin/api/messages/redact",
                guard.guarded(auth::Permission::Moderate,
                              [access](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                                  redact(access, routed, session, std::move(answer));
                              }));
    routes.post("/admin/api/users/purge",
                guard.guarded(auth::Permission::Moderate,
                              [access](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                                  purge(access, routed, session, std::move(answer));
                              }));
}

} // namespace chinwag::http
