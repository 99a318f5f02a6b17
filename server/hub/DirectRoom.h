// The rooms that two users have to themselves: what they are called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chinwag::hub {

/// Whether `user` can be named by such a room: 1 to 255 printable ASCII characters, none of them ',' or '#'.
bool canHaveDirectRooms(std::string_view user);
inline constexpr std::string_view directUserRule =
    "rooms of two are for users of printable ASCII characters, without ',' and '#'";

/// The channel of two who can have one; the same in either order. What is too long is no valid channel name.
std::string directRoom(std::string_view one, std::string_view other);

/// The two that `channel` is the room of, in the order of the name; nothing when it is no such room.
std::optional<std::pair<std::string_view, std::string_view>> usersOfDirectRoom(std::string_view channel);

/// Whom `user` has the room with; nothing when it is not one of two, or of two others.
std::optional<std::string_view> partnerIn(std::string_view channel, std::string_view user);

} // namespace chinwag::hub
