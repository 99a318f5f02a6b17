#include "hub/RoomDirectory.h"

#include "hub/Hub.h"
#include "protocol/ConnectionQuery.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace chinwag::hub {

namespace {

// Who is not let in without being asked does not find it.
bool isPublicRoom(std::string_view channel) {
    return namespaceOf(channel) == chatNamespace && !isPrivateChannel(channel) &&
           channel.find('#') == std::string_view::npos;
}

bool isBefore(const ListedRoom& a, const ListedRoom& b) {
    return std::tie(b.people, b.last, a.channel) < std::tie(a.people, a.last, b.channel);
}

std::string cursorOf(const ListedRoom& room) {
    return std::to_string(room.people) + ' ' + std::to_string(room.last) + ' ' + room.channel;
}

template <typename Number>
bool takeNumber(std::string_view& text, Number& into) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    const auto read = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc() || read == text.size() || text[read] != ' ')
        return false;
    text.remove_prefix(read + 1);
    return true;
}

std::optional<ListedRoom> readCursor(std::string_view text) {
    ListedRoom room;
    if (!takeNumber(text, room.people) || !takeNumber(text, room.last) || !isValidChannelName(text))
        return std::nullopt;
    room.channel = text;
    return room;
}

} // namespace

std::shared_ptr<const RoomDirectory::Rooms> RoomDirectory::gathered() const {
    auto all = std::make_shared<Rooms>();
    const auto add = [&all](ListedRoom room) {
        if (room.people != 0 || room.last != 0)
            all->push_back(std::move(room));
    };
    const auto known = hub_.knownChannels();
    for (const auto& channel : known.present) {
        if (isPublicRoom(channel->name()))
            add({channel->name(), channel->peopleCount(), channel->lastMessageAt().value_or(0)});
    }
    for (const auto& [name, last] : known.resting) {
        if (isPublicRoom(name))
            add({name, 0, last});
    }
    std::sort(all->begin(), all->end(), isBefore);
    return all;
}

std::shared_ptr<const RoomDirectory::Rooms> RoomDirectory::rooms(Time now) {
    {
        const std::lock_guard lock(mutex_);
        if (rooms_ != nullptr && now - gatheredAt_ < mostAge)
            return rooms_;
        // Whoever asks meanwhile is content with what there is.
        gatheredAt_ = now;
    }
    auto fresh = gathered();
    const std::lock_guard lock(mutex_);
    rooms_ = fresh;
    return fresh;
}

std::optional<DirectoryPage> RoomDirectory::page(const DirectoryQuery& query, Time now) {
    std::optional<ListedRoom> after;
    if (!query.after.empty()) {
        after = readCursor(query.after);
        if (!after)
            return std::nullopt;
    }
    const auto part = protocol::lowered(query.text);
    const auto all = rooms(now);
    DirectoryPage page;
    auto room = after ? std::upper_bound(all->begin(), all->end(), *after, isBefore) : all->begin();
    for (; room != all->end(); ++room) {
        const auto name = std::string_view(room->channel).substr(chatNamespace.size() + 1);
        if (protocol::lowered(name).find(part) == std::string::npos)
            continue;
        if (page.rooms.size() == query.limit) {
            page.next = cursorOf(page.rooms.back());
            break;
        }
        page.rooms.push_back(*room);
    }
    return page;
}

} // namespace chinwag::hub
