#include "store/Queries.h"

#include "protocol/ChatMessage.h"
#include "protocol/Mention.h"
#include "store/NoSuchMessage.h"
#include "store/SearchWords.h"
#include "store/SqlConnection.h"

#include <algorithm>
#include <map>
#include <utility>

namespace chinwag::store {

namespace {

// What a program may have published in the time that clients' ids are remembered for.
constexpr std::size_t mostClientIds = 200'000;
constexpr qint64 clientIdSlice = 1'000;

qint64 limitOf(std::size_t limit) {
    return static_cast<qint64>(std::min(limit, mostMessages));
}

qint64 below(std::uint64_t cursor) {
    return cursor == 0 || cursor > static_cast<std::uint64_t>(endOfAll) ? endOfAll
                                                                        : static_cast<qint64>(cursor);
}

std::optional<qint64> readStream(SqlConnection& connection, const hub::HistoryQuery& query,
                                 hub::History& into) {
    qint64 id = 0;
    const auto take = [&](const QSqlQuery& row) {
        id = row.value(0).toLongLong();
        into.epoch = fromSql(row.value(1));
        into.top = std::max(row.value(2).toULongLong(), row.value(3).toULongLong());
    };
    const QVariant channel = toSql(query.channel);
    const bool read = query.epoch.empty()
                          ? connection.each("stream_latest", {channel}, take)
                          : connection.each("stream_named", {channel, toSql(query.epoch)}, take);
    return read ? std::optional(id) : std::nullopt;
}

// The rooms of the user behind `query.after`, of which nothing but the marker is known.
bool readOwn(SqlConnection& connection, const hub::RoomsQuery& query, std::vector<hub::Room>& into) {
    const QVariant user = toSql(query.user);
    return connection.each("rooms_after", {user, user, user, toSql(query.after), limitOf(query.limit)},
                           [&](const QSqlQuery& row) {
                               hub::Room room;
                               room.channel = fromSql(row.value(0));
                               if (!row.value(1).isNull())
                                   room.marker = {room.channel, fromSql(row.value(1)),
                                                  row.value(2).toULongLong(), row.value(3).toLongLong()};
                               into.push_back(std::move(room));
                           });
}

// Whether `id` was said by the user; remembered, since one message may have many answers.
std::optional<bool> isOwn(SqlConnection& connection, const hub::RoomsQuery& query, const std::string& channel,
                          const std::string& id, std::map<std::string, bool>& known) {
    if (const auto found = known.find(id); found != known.end())
        return found->second;
    const auto one = connection.number("message_of", {toSql(id), toSql(channel), toSql(query.user)});
    if (!one)
        return std::nullopt;
    return known.emplace(id, *one != 0).first->second;
}

bool readMentions(SqlConnection& connection, const hub::RoomsQuery& query, hub::Room& room) {
    std::vector<protocol::ChatMessage> candidates;
    const auto from = room.marker ? static_cast<qint64>(room.marker->seq) : 0;
    const bool read =
        connection.each("room_addressing",
                        {toSql(room.channel), from, static_cast<qint64>(hub::mostUnread), toSql(query.user)},
                        [&](const QSqlQuery& row) {
                            if (auto message = protocol::parseChatMessage(fromSql(row.value(0))))
                                candidates.push_back(std::move(*message));
                        });
    if (!read)
        return false;
    std::map<std::string, bool> known;
    for (const auto& message : candidates) {
        std::optional<bool> speaks = protocol::mentions(message.text, query.nick);
        if (!*speaks && !message.replyTo.empty())
            speaks = isOwn(connection, query, room.channel, message.replyTo, known);
        if (!speaks)
            return false;
        room.mentions += *speaks ? 1 : 0;
    }
    return true;
}

bool readRoom(SqlConnection& connection, const hub::RoomsQuery& query, hub::Room& room) {
    const QVariant channel = toSql(room.channel);
    const auto last = connection.number("room_last", {channel});
    if (!last)
        return false;
    room.last = *last;
    const auto from = room.marker ? static_cast<qint64>(room.marker->seq) : 0;
    const bool read = connection.each(
        "room_unread", {toSql(query.user), channel, from, static_cast<qint64>(hub::mostUnread) + 1},
        [&](const QSqlQuery& row) {
            room.more = row.value(0).toULongLong() > hub::mostUnread;
            room.unread = std::min<std::size_t>(row.value(1).toULongLong(), hub::mostUnread);
        });
    // Nobody anonymous is told of these.
    return read && (query.user.empty() || room.unread == 0 || readMentions(connection, query, room));
}

} // namespace

hub::StoredMessage messageOf(const QSqlQuery& row, int first) {
    hub::StoredMessage out;
    out.seq = row.value(first).toULongLong();
    out.state = static_cast<hub::StoredMessage::State>(row.value(first + 1).toInt());
    hub::StoredPublication& p = out.publication;
    p.channel = fromSql(row.value(first + 2));
    p.epoch = fromSql(row.value(first + 3));
    p.offset = row.value(first + 4).toULongLong();
    p.time = row.value(first + 5).toLongLong();
    p.data = fromSql(row.value(first + 6));
    p.info = fromSql(row.value(first + 7));
    p.tags = fromSql(row.value(first + 8));
    p.id = fromSql(row.value(first + 9));
    p.clientId = fromSql(row.value(first + 10));
    p.user = fromSql(row.value(first + 11));
    return out;
}

std::optional<hub::StoreResult<hub::History>> readHistory(SqlConnection& connection,
                                                          const hub::HistoryQuery& query) {
    hub::History out;
    const auto stream = readStream(connection, query, out);
    if (!stream)
        return std::nullopt;
    if (*stream == 0 || query.limit == 0)
        return out;
    const qint64 from = query.since ? static_cast<qint64>(std::min<std::uint64_t>(*query.since, endOfAll))
                                    : (query.reverse ? endOfAll : 0);
    const bool read = connection.each(query.reverse ? "history_reverse" : "history_forward",
                                      {*stream, from, limitOf(query.limit)},
                                      [&](const QSqlQuery& row) { out.messages.push_back(messageOf(row)); });
    if (!read)
        return std::nullopt;
    return out;
}

std::optional<hub::StoreResult<Messages>> readPage(SqlConnection& connection, const hub::PageQuery& query) {
    Messages out;
    const bool isForward = query.after != 0;
    const auto from = isForward ? below(query.after) : below(query.before);
    const bool read =
        connection.each(isForward ? "page_after" : "page", {toSql(query.channel), from, limitOf(query.limit)},
                        [&](const QSqlQuery& row) { out.push_back(messageOf(row)); });
    if (!read)
        return std::nullopt;
    if (isForward)
        std::reverse(out.begin(), out.end());
    return out;
}

std::optional<hub::StoreResult<Messages>> readSearch(SqlConnection& connection,
                                                     const hub::SearchQuery& query) {
    Messages out;
    const SearchPhrases phrases(query.text);
    if (phrases.empty())
        return out;
    const bool sqlite = connection.location().kind == StoreLocation::Kind::Sqlite;
    const bool read = connection.each("search",
                                      {toSql(sqlite ? phrases.toFts5() : phrases.toTsquery()),
                                       toSql(query.channel), below(query.before), limitOf(query.limit)},
                                      [&](const QSqlQuery& row) { out.push_back(messageOf(row)); });
    if (!read)
        return std::nullopt;
    return out;
}

std::optional<hub::StoreResult<hub::StoredMessage>>
readMessage(SqlConnection& connection, const std::string& channel, const std::string& id) {
    std::optional<hub::StoredMessage> out;
    if (!connection.each("find", {toSql(id), toSql(channel)},
                         [&](const QSqlQuery& row) { out = messageOf(row); }))
        return std::nullopt;
    if (!out)
        return noSuchMessage();
    return *out;
}

std::optional<hub::StoreResult<std::vector<hub::KnownClientId>>> readClientIds(SqlConnection& connection,
                                                                               hub::StoreTime since) {
    std::vector<hub::KnownClientId> out;
    qint64 before = endOfAll;
    bool more = true;
    while (more && out.size() < mostClientIds) {
        more = false;
        const bool read =
            connection.each("client_ids_backwards", {before, clientIdSlice}, [&](const QSqlQuery& row) {
                hub::StoredMessage one = messageOf(row);
                hub::StoredPublication& p = one.publication;
                before = static_cast<qint64>(one.seq);
                more = p.time >= since;
                if (more)
                    out.push_back({p.channel, p.clientId, p.user, p.id, p.epoch, p.offset, p.time});
            });
        if (!read)
            return std::nullopt;
    }
    return out;
}

std::optional<hub::StoreResult<std::vector<hub::ReadMarker>>> readMarkersOf(SqlConnection& connection,
                                                                            const std::string& user) {
    std::vector<hub::ReadMarker> out;
    const bool read = connection.each("markers", {toSql(user)}, [&](const QSqlQuery& row) {
        out.push_back({fromSql(row.value(0)), fromSql(row.value(1)), row.value(2).toULongLong(),
                       row.value(3).toLongLong()});
    });
    if (!read)
        return std::nullopt;
    return out;
}

std::optional<hub::StoreResult<std::vector<hub::Room>>> readRooms(SqlConnection& connection,
                                                                  const hub::RoomsQuery& query) {
    std::vector<hub::Room> out;
    if (!query.user.empty() && !readOwn(connection, query, out))
        return std::nullopt;
    const auto byName = [](const hub::Room& a, const hub::Room& b) { return a.channel < b.channel; };
    const auto own = static_cast<std::ptrdiff_t>(out.size());
    for (const auto& channel : query.channels) {
        const hub::Room room{channel, {}, 0, false, 0};
        const auto ownEnd = out.begin() + own;
        if (channel > query.after && !std::binary_search(out.begin(), ownEnd, room, byName))
            out.push_back(room);
    }
    std::sort(out.begin(), out.end(), byName);
    out.resize(std::min(out.size(), query.limit));
    for (auto& room : out) {
        if (!readRoom(connection, query, room))
            return std::nullopt;
    }
    return out;
}

std::optional<hub::StoreResult<std::vector<hub::Report>>> readReports(SqlConnection& connection,
                                                                      const hub::ReportQuery& query) {
    using State = hub::ReportQuery::State;
    constexpr int lastOutcome = 2;
    std::vector<hub::Report> out;
    const bool read = connection.each(
        "reports",
        {below(query.before), query.state == State::Resolved ? 1 : 0,
         query.state == State::Open ? 0 : lastOutcome, limitOf(query.limit)},
        [&](const QSqlQuery& row) {
            out.push_back({row.value(0).toULongLong(), fromSql(row.value(1)), fromSql(row.value(2)),
                           row.value(3).toLongLong(), messageOf(row, 8),
                           static_cast<hub::Report::Outcome>(row.value(4).toInt()), fromSql(row.value(5)),
                           fromSql(row.value(6)), row.value(7).toLongLong()});
        });
    if (!read)
        return std::nullopt;
    return out;
}

std::optional<hub::StoreResult<std::vector<hub::Erasure>>> readErasures(SqlConnection& connection) {
    std::vector<hub::Erasure> out;
    const bool read = connection.each("erasures", {}, [&](const QSqlQuery& row) {
        out.push_back({fromSql(row.value(0)), fromSql(row.value(1)), row.value(2).toLongLong(),
                       row.value(3).toULongLong()});
    });
    if (!read)
        return std::nullopt;
    return out;
}

} // namespace chinwag::store
