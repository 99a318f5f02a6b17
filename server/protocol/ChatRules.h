// What a nickname and a room name may be. Text is UTF-8 and is never changed, only judged.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::protocol {

inline constexpr std::size_t maxNicknameCharacters = 32;
inline constexpr std::size_t maxRoomBytes = 64;

/// 1 to 32 characters of valid UTF-8 without control characters, line or paragraph separators,
/// bidirectional overrides, byte order marks and outer white space: nobody can pose as somebody else
/// with marks that do not show.
bool isValidNickname(std::string_view nickname);
inline constexpr std::string_view nicknameRule =
    "a nickname is 1 to 32 characters without control or direction characters and without outer spaces";

/// What is told to one who wants a nickname that is not to be had.
inline constexpr std::string_view reservedNicknameText =
    "this nickname is reserved, or could be taken for one that is";

/// 1 to 64 ASCII letters, digits, '-', '_' and '.': a part of a channel name and of a URL.
bool isValidRoom(std::string_view room);
inline constexpr std::string_view roomRule = "a room is 1 to 64 letters, digits, '-', '_' or '.'";

inline constexpr std::size_t maxStaffReason = 100; ///< bytes: it must fit into a close frame

/// What is wrong with the reason that staff gives, which may be empty, has no control characters, and is
/// valid UTF-8; nothing when it is right.
std::optional<std::string> faultOfStaffReason(std::string_view reason);

} // namespace chinwag::protocol
