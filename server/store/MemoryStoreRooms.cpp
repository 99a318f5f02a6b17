// What a MemoryStore knows of rooms and how far they were read.
#include "hub/DirectRoom.h"
#include "hub/WallClock.h"
#include "protocol/ChatMessage.h"
#include "protocol/Mention.h"
#include "store/MemoryStore.h"

#include "store/NoSuchMessage.h"

#include <algorithm>
#include <set>

namespace chinwag::store {

using hub::StoreDone;
using hub::StoreNothing;
using hub::StoreResult;

void MemoryStore::setReadMarker(std::string user, std::string channel, std::string id,
                                StoreDone<StoreNothing> done) {
    auto work = [this, user = std::move(user), channel = std::move(channel),
                 id = std::move(id)]() -> StoreResult<StoreNothing> {
        const Entry* const found = entry(channel, id);
        if (found == nullptr)
            return noSuchMessage();
        hub::ReadMarker& marker = markers_[user][channel];
        if (found->seq > marker.seq)
            marker = {channel, id, found->seq, hub::wallMilliseconds()};
        return StoreNothing{};
    };
    postWrite<StoreNothing>(std::move(done), std::move(work));
}

void MemoryStore::readMarkers(std::string user, StoreDone<std::vector<hub::ReadMarker>> done) {
    post<std::vector<hub::ReadMarker>>(std::move(done), [this, user = std::move(user)] {
        std::vector<hub::ReadMarker> out;
        for (const auto& [channel, marker] : markers_[user])
            out.push_back(marker);
        return out;
    });
}

bool MemoryStore::speaksTo(const hub::RoomsQuery& query, const Entry& one) {
    const auto message = protocol::parseChatMessage(one.publication.data);
    if (query.user.empty() || !message)
        return false;
    if (protocol::mentions(message->text, query.nick))
        return true;
    const Entry* const answered =
        message->replyTo.empty() ? nullptr : entry(one.publication.channel, message->replyTo);
    return answered != nullptr && answered->publication.user == query.user;
}

hub::Room MemoryStore::room(const std::string& channel, const hub::RoomsQuery& query) {
    hub::Room out{channel, {}, 0, false, 0};
    const auto& marked = markers_[query.user];
    if (const auto marker = marked.find(channel); marker != marked.end())
        out.marker = marker->second;
    const std::uint64_t from = out.marker ? out.marker->seq : 0;
    std::size_t behind = 0;
    for (const Entry& e : entries_) {
        if (e.publication.channel != channel)
            continue;
        if (e.state != Entry::State::Change)
            out.last = e.publication.time;
        if (e.seq <= from || out.more)
            continue;
        out.more = ++behind > hub::mostUnread;
        const bool isSaid = e.state == Entry::State::Kept || e.state == Entry::State::Edited;
        if (out.more || !isSaid || e.publication.user == query.user)
            continue;
        ++out.unread;
        out.mentions += speaksTo(query, e) ? 1 : 0;
    }
    return out;
}

void MemoryStore::addMembers(const std::string& channel) {
    const auto users = hub::usersOfDirectRoom(channel);
    if (!users)
        return;
    for (const auto user : {users->first, users->second})
        memberships_[std::string(user)].insert(channel);
}

void MemoryStore::addRoom(std::string channel, StoreDone<StoreNothing> done) {
    postWrite<StoreNothing>(std::move(done),
                            [this, channel = std::move(channel)]() -> StoreResult<StoreNothing> {
                                addMembers(channel);
                                return StoreNothing{};
                            });
}

void MemoryStore::rooms(hub::RoomsQuery query, StoreDone<std::vector<hub::Room>> done) {
    post<std::vector<hub::Room>>(std::move(done), [this, query = std::move(query)] {
        std::set<std::string> names(query.channels.begin(), query.channels.end());
        for (const auto& marked : markers_[query.user])
            names.insert(marked.first);
        const auto& memberships = memberships_[query.user];
        names.insert(memberships.begin(), memberships.end());
        std::vector<hub::Room> out;
        for (auto name = names.upper_bound(query.after); name != names.end() && out.size() < query.limit;
             ++name)
            out.push_back(room(*name, query));
        return out;
    });
}

} // namespace chinwag::store
