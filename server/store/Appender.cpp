#include "store/Appender.h"

#include "hub/DirectRoom.h"
#include "store/SearchWords.h"
#include "store/SqlConnection.h"

#include <algorithm>
#include <array>

namespace chinwag::store {

namespace {

// Rows of one statement. Larger ones save nothing any more.
constexpr std::array<std::size_t, 3> sizes{64, 8, 1};
constexpr std::size_t maxKnownChannels = 100'000;

QString insertStatement(const SqlText& text, std::size_t rows) {
    QStringList places;
    for (std::size_t i = 0; i < rows; ++i)
        places += text.statement("append_row");
    return text.statement("append_head") + places.join(u',') + text.statement("append_tail");
}

} // namespace

bool Appender::learn(const std::string& channel, const std::string& epoch, Stream& stream) {
    const QVariant name = toSql(channel);
    if (!connection_.change("channel_insert", {name}))
        return false;
    const auto id = connection_.number("channel_find", {name});
    if (!id || !connection_.change("stream_insert", {*id, toSql(epoch)}))
        return false;
    const auto streamId = connection_.number("stream_find", {*id, toSql(epoch)});
    if (!streamId)
        return false;
    stream = {*id, *streamId, epoch};
    return true;
}

const Appender::Stream* Appender::streamOf(const std::string& channel, const std::string& epoch) {
    const auto found = channels_.find(channel);
    if (found != channels_.end() && found->second.epoch == epoch)
        return &found->second;
    Stream stream;
    if (!learn(channel, epoch, stream))
        return nullptr;
    if (channels_.size() >= maxKnownChannels)
        channels_.clear();
    return &(channels_[channel] = std::move(stream));
}

// It is known already but for the first time that this program hears of it.
const Appender::Stream* Appender::streamSpokenIn(const hub::StoredPublication& publication) {
    const bool isKnown = channels_.contains(publication.channel);
    const auto* const stream = streamOf(publication.channel, publication.epoch);
    return stream == nullptr || isKnown || addMembers(publication.channel, stream->channel) ? stream
                                                                                            : nullptr;
}

bool Appender::addMembers(const std::string& channel, qint64 id) {
    const auto users = hub::usersOfDirectRoom(channel);
    return !users || (connection_.change("member_insert", {toSql(std::string(users->first)), id}) &&
                      connection_.change("member_insert", {toSql(std::string(users->second)), id}));
}

bool Appender::addRoom(const std::string& channel) {
    const QVariant name = toSql(channel);
    if (!connection_.change("channel_insert", {name}))
        return false;
    const auto id = connection_.number("channel_find", {name});
    return id && addMembers(channel, *id);
}

bool Appender::setPosition(const hub::ChannelPosition& position) {
    const Stream* const stream = streamOf(position.channel, position.epoch);
    const auto top = static_cast<qint64>(position.top);
    return stream != nullptr && connection_.change("stream_raise", {top, stream->id, top});
}

bool Appender::append(std::span<const Item> items) {
    for (const std::size_t size : sizes) {
        while (items.size() >= size) {
            if (!insert(items.first(size)))
                return false;
            items = items.subspan(size);
        }
    }
    return true;
}

bool Appender::insert(std::span<const Item> items) {
    streams_.clear();
    for (const Item& item : items) {
        const Stream* const stream = streamSpokenIn(*item);
        if (stream == nullptr)
            return false;
        streams_.push_back({stream->channel, stream->id, {}});
    }
    const std::string name = "append_" + std::to_string(items.size());
    QSqlQuery* const query = connection_.prepared(name, insertStatement(connection_.text(), items.size()));
    if (query == nullptr)
        return false;
    int place = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const hub::StoredPublication& one = *items[i];
        query->bindValue(place++, streams_[i].channel);
        query->bindValue(place++, streams_[i].id);
        query->bindValue(place++, static_cast<qint64>(one.offset));
        query->bindValue(place++, static_cast<qint64>(one.time));
        for (const std::string* const text :
             {&one.data, &one.info, &one.tags, &one.id, &one.clientId, &one.user})
            query->bindValue(place++, toSql(*text));
        query->bindValue(place++, toSql(searchWords(one.text)));
    }
    if (!connection_.execute(*query))
        return false;
    // Some were there already, which happens after mishaps only.
    if (query->numRowsAffected() != static_cast<int>(items.size()) && !areAllThere(items))
        return false;
    return markChanges(items);
}

// Few are, so that all others need not say that they are not.
bool Appender::markChanges(std::span<const Item> items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i]->isChange &&
            !connection_.change("append_change", {streams_[i].id, static_cast<qint64>(items[i]->offset)}))
            return false;
    }
    return true;
}

bool Appender::areAllThere(std::span<const Item> items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const hub::StoredPublication& one = *items[i];
        bool same = false;
        const bool read = connection_.each(
            "append_twin", {streams_[i].id, static_cast<qint64>(one.offset)}, [&](const QSqlQuery& row) {
                same = fromSql(row.value(0)) == one.id && row.value(1).toLongLong() == one.time;
            });
        if (!read)
            return false;
        if (!same) {
            connection_.setError(
                {hub::StoreError::Kind::Refused,
                 "another publication has offset " + std::to_string(one.offset) + " of " + one.channel});
            return false;
        }
    }
    return true;
}

} // namespace chinwag::store
