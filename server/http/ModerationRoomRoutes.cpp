#include "http/ModerationRoomRoutes.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/ProblemType.h"
#include "http/RequestFields.h"
#include "protocol/ConnectionQuery.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <vector>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using hub::Lockdown;
using hub::RoomRules;

constexpr std::uint64_t usualRoomPage = 100;
constexpr std::uint64_t longestRoomPage = 500;

/// A row of the list.
struct Room {
    RoomRules rules; ///< whose channel is its name
    std::size_t subscribers = 0;
    std::size_t present = 0;
    std::optional<std::int64_t> lastMessageAt{};
};

enum class RoomColumn : std::uint8_t { Subscribers, Present, LastMessage, Name };

std::tuple<std::int64_t, std::string> keyOf(const Room& room, RoomColumn column) {
    switch (column) {
    case RoomColumn::Subscribers: return {static_cast<std::int64_t>(room.subscribers), room.rules.channel};
    case RoomColumn::Present: return {static_cast<std::int64_t>(room.present), room.rules.channel};
    case RoomColumn::LastMessage: return {room.lastMessageAt.value_or(0), room.rules.channel};
    case RoomColumn::Name: break;
    }
    return {0, room.rules.channel};
}

QJsonObject toJson(const Room& room) {
    return {{u"name"_s, QString::fromStdString(room.rules.channel)},
            {u"subscribers"_s, jsonNumber(room.subscribers)},
            {u"present"_s, jsonNumber(room.present)},
            {u"locked"_s, room.rules.locked},
            {u"slow_seconds"_s, jsonNumber(room.rules.slowSeconds)},
            {u"last_message_at"_s, timeOrNull(room.lastMessageAt)}};
}

// Those with somebody in them or something to remember, and those with rules.
std::vector<Room> roomsOf(hub::Hub& hub, const std::string& part) {
    std::map<std::string, Room> rooms;
    const auto isWanted = [&part](const std::string& name) {
        return protocol::lowered(name).find(part) != std::string::npos;
    };
    for (const auto& channel : hub.channels()) {
        if (isWanted(channel->name()))
            rooms.emplace(channel->name(), Room{RoomRules{channel->name()}, channel->subscriberCount(),
                                                channel->presenceCounts().clients, channel->lastMessageAt()});
    }
    const auto all = hub.moderation().rules();
    for (const auto& rules : all->state().rooms) {
        if (isWanted(rules.channel))
            rooms[rules.channel].rules = rules;
    }
    std::vector<Room> out;
    std::transform(rooms.begin(), rooms.end(), std::back_inserter(out),
                   [](auto& entry) { return std::move(entry.second); });
    return out;
}

/// What of the list is asked for, and in what order.
struct RoomPage {
    RoomColumn column = RoomColumn::Subscribers;
    bool isDown = true;
    std::size_t offset = 0;
    std::size_t limit = 0;
};

void answerPage(std::vector<Room> rooms, const RoomPage& page, const SharedAnswer& answer) {
    std::sort(rooms.begin(), rooms.end(), [&page](const Room& a, const Room& b) {
        return page.isDown ? keyOf(b, page.column) < keyOf(a, page.column)
                           : keyOf(a, page.column) < keyOf(b, page.column);
    });
    QJsonArray items;
    for (auto i = page.offset; i < rooms.size() && i < page.offset + page.limit; ++i)
        items.append(toJson(rooms[i]));
    const auto count = static_cast<std::uint64_t>(items.size());
    answer->give(jsonAnswer({{u"total"_s, jsonNumber(rooms.size())},
                             {u"items"_s, items},
                             {u"next_cursor"_s, nextCursor(page.offset, count, rooms.size())}}));
}

// What was said before the server started is known to the store alone.
std::vector<std::string> unknownTimes(const hub::Hub& hub, const std::vector<Room>& rooms) {
    std::vector<std::string> names;
    for (const auto& room : rooms) {
        const auto* const options = hub.namespaces().find(room.rules.channel);
        if (!room.lastMessageAt && options != nullptr && options->durable)
            names.push_back(room.rules.channel);
    }
    return names;
}

void fillIn(std::vector<Room>& rooms, const std::vector<hub::Room>& stored) {
    std::map<std::string, std::int64_t> times;
    for (const auto& one : stored)
        times.emplace(one.channel, one.last);
    for (auto& room : rooms) {
        const auto found = times.find(room.rules.channel);
        if (!room.lastMessageAt && found != times.end() && found->second != 0)
            room.lastMessageAt = found->second;
    }
}

void listRooms(const ModerationAccess& access, const RoutedRequest& routed, AnswerOnce answer) {
    QueryFields fields(routed.request, {"q", "sort", "limit", "cursor"});
    const auto part = protocol::lowered(fields.text("q"));
    const auto sort = fields.choice("sort", {"-subscribers", "subscribers", "-present", "present",
                                             "-last_message_at", "last_message_at", "-name", "name"});
    RoomPage page{static_cast<RoomColumn>(sort / 2), sort % 2 == 0, 0,
                  static_cast<std::size_t>(fields.whole("limit", usualRoomPage, 1, longestRoomPage))};
    page.offset = fields.cursor();
    if (fields.fault())
        return answer.give(*fields.fault());
    auto shared = share(std::move(answer));
    auto rooms = roomsOf(access.desk.hub(), part);
    auto names = unknownTimes(access.desk.hub(), rooms);
    if (access.store == nullptr || names.empty())
        return answerPage(std::move(rooms), page, shared);
    const auto count = names.size();
    access.store->rooms({{}, std::move(names), {}, count},
                        [rooms, page, shared](hub::StoreResult<std::vector<hub::Room>> result) {
                            onControlThread([rooms, page, shared, result = std::move(result)]() mutable {
                                // A store that cannot answer leaves the times open, not the list.
                                if (const auto* const stored = std::get_if<std::vector<hub::Room>>(&result))
                                    fillIn(rooms, *stored);
                                answerPage(std::move(rooms), page, shared);
                            });
                        });
}

void setRules(const ModerationAccess& access, const RoutedRequest& routed,
              const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"locked", "slow_seconds", "reason", "dry_run"});
    const auto locked = fields.flag("locked");
    const auto slow = fields.whole("slow_seconds", 0, RoomRules::longestSlowMode);
    const bool isDry = fields.flag("dry_run").value_or(false);
    const auto reason = fields.text("reason", maxReasonBytes, !isDry);
    if (!locked && !slow)
        fields.complain("there must be 'locked' or 'slow_seconds'");
    if (fields.fault())
        return answer.give(*fields.fault());
    auto& hub = access.desk.hub();
    const std::string channel(routed.rest);
    if (!hub::isValidChannelName(channel) || hub.namespaces().find(channel) == nullptr)
        return answer.give(protocol::problem(404,
                                             "there can be no room of that name; one is called as in "
                                             "chat:lobby",
                                             problem_type::noSuchRoom));
    auto shared = share(std::move(answer));
    if (isDry) {
        return answerPreview(
            access,
            [channel](const hub::Session& one) { return one.isIn(channel) && !one.subject().isStaff; },
            shared);
    }
    const auto all = hub.moderation().rules();
    const auto* const before = all->roomRules(channel);
    RoomRules rules = before != nullptr ? *before : RoomRules{channel};
    rules.locked = locked.value_or(rules.locked);
    rules.slowSeconds = static_cast<std::uint32_t>(slow.value_or(rules.slowSeconds));
    access.desk.set(rules, {session.operatorName, reason},
                    answering<RoomRules>(shared, {}, [shared](const RoomRules& set) {
                        shared->give(jsonAnswer({{u"name"_s, QString::fromStdString(set.channel)},
                                                 {u"locked"_s, set.locked},
                                                 {u"slow_seconds"_s, jsonNumber(set.slowSeconds)}}));
                    }));
}

QJsonObject toJson(const Lockdown& lockdown, hub::StoreTime now) {
    if (!lockdown.isActive(now))
        return {{u"level"_s, 0},
                {u"until"_s, QJsonValue()},
                {u"reason"_s, QString()},
                {u"by"_s, QJsonValue()},
                {u"since"_s, QJsonValue()}};
    return {{u"level"_s, static_cast<int>(lockdown.level)},
            {u"until"_s, timeOrNull(lockdown.until)},
            {u"reason"_s, QString::fromStdString(lockdown.reason)},
            {u"by"_s, textOrNull(lockdown.by)},
            {u"since"_s, timeOrNull(lockdown.since)}};
}

void showLockdown(const ModerationAccess& access, AnswerOnce answer) {
    const auto& moderation = access.desk.hub().moderation();
    answer.give(jsonAnswer(toJson(moderation.rules()->state().lockdown, moderation.now())));
}

void setLockdown(const ModerationAccess& access, const RoutedRequest& routed,
                 const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"level", "minutes", "reason", "dry_run"});
    constexpr auto highest = static_cast<std::int64_t>(Lockdown::Level::StaffOnly);
    const auto level = fields.whole("level", 0, highest);
    const auto duration = fields.minutes();
    const bool isDry = fields.flag("dry_run").value_or(false);
    const auto reason = fields.text("reason", maxReasonBytes, !isDry);
    if (!level)
        fields.complain("'level' must be a whole number from 0 to 3");
    if (fields.fault())
        return answer.give(*fields.fault());
    auto shared = share(std::move(answer));
    if (isDry) {
        // The lower levels leave those alone who are here.
        return answerPreview(
            access,
            [hitsAll = *level == highest](const hub::Session& one) {
                return hitsAll && one.isIn({}) && !one.subject().isStaff;
            },
            shared);
    }
    Lockdown lockdown;
    lockdown.level = static_cast<Lockdown::Level>(*level);
    access.desk.set(lockdown, duration, {session.operatorName, reason},
                    answering<Lockdown>(shared, {}, [access, shared](const Lockdown& set) {
                        const auto now = access.desk.hub().moderation().now();
                        answerReviewed(access, toJson(set, now), shared);
                    }));
}

} // namespace

void addRoomRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access) {
    routes.getLater("/admin/api/rooms", guard.guarded(auth::Permission::View,
                                                      [access](const RoutedRequest& routed,
                                                               const auto& /*session*/, AnswerOnce answer) {
                                                          listRooms(access, routed, std::move(answer));
                                                      }));
    routes.postBetween(
        "/admin/api/rooms/", "name", "/rules",
        guard.guarded(auth::Permission::Moderate,
                      [access](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          setRules(access, routed, session, std::move(answer));
                      }));
    routes.getAndPost(
        "/admin/api/lockdown",
        guard.guarded(auth::Permission::View,
                      [access](const RoutedRequest& /*routed*/, const auto& /*session*/, AnswerOnce answer) {
                          showLockdown(access, std::move(answer));
                      }),
        guard.guarded(auth::Permission::Configure,
                      [access](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          setLockdown(access, routed, session, std::move(answer));
                      }));
}

} // namespace chinwag::http
