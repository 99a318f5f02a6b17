#include "hub/DirectRoom.h"

#include "hub/ChannelOptions.h"

#include <algorithm>

namespace chinwag::hub {

namespace {

// The namespace is that of chat rooms.
constexpr std::string_view prefix = "chat:direct#";
static_assert(prefix.substr(0, chatNamespace.size()) == chatNamespace);

} // namespace

bool canHaveDirectRooms(std::string_view user) {
    return isValidChannelName(user) && user.find_first_of(",#") == std::string_view::npos;
}

std::string directRoom(std::string_view one, std::string_view other) {
    const auto [first, second] = std::minmax(one, other);
    return std::string(prefix).append(first).append(",").append(second);
}

std::optional<std::pair<std::string_view, std::string_view>> usersOfDirectRoom(std::string_view channel) {
    if (!channel.starts_with(prefix))
        return std::nullopt;
    const auto names = channel.substr(prefix.size());
    const auto comma = names.find(',');
    if (comma == std::string_view::npos)
        return std::nullopt;
    const std::pair users(names.substr(0, comma), names.substr(comma + 1));
    if (!canHaveDirectRooms(users.first) || !canHaveDirectRooms(users.second) || users.first >= users.second)
        return std::nullopt;
    return users;
}

std::optional<std::string_view> partnerIn(std::string_view channel, std::string_view user) {
    const auto users = usersOfDirectRoom(channel);
    if (!users || (users->first != user && users->second != user))
        return std::nullopt;
    return users->first == user ? users->second : users->first;
}

} // namespace chinwag::hub
