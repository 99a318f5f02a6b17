#include "protocol/ConnectedUser.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace chinwag::protocol {

namespace {

constexpr std::string_view nameSeparator = ", ";

// The plain dialect names its room without the namespace, the other one has whole names.
std::string channelOf(std::string_view room) {
    return room.find(':') == std::string_view::npos ? std::string("chat:").append(room) : std::string(room);
}

void addRooms(std::set<std::string>& rooms, std::string_view list) {
    while (!list.empty()) {
        const auto end = std::min(list.find(nameSeparator), list.size());
        rooms.insert(channelOf(list.substr(0, end)));
        list.remove_prefix(std::min(end + nameSeparator.size(), list.size()));
    }
}

} // namespace

void count(ConnectedUsers& users, const ConnectionInfo& info) {
    if (info.user.empty())
        return;
    auto& user = users[info.user];
    user.since = user.connections == 0 ? info.connectedAt : std::min(user.since, info.connectedAt);
    ++user.connections;
    if (!info.nick.empty())
        user.nicks.insert(info.nick);
    addRooms(user.rooms, info.room);
}

void merge(ConnectedUsers& users, ConnectedUsers&& more) {
    for (auto& [name, from] : more) {
        auto& user = users[name];
        user.since = user.connections == 0 ? from.since : std::min(user.since, from.since);
        user.connections += from.connections;
        user.nicks.merge(from.nicks);
        user.rooms.merge(from.rooms);
    }
}

} // namespace chinwag::protocol
