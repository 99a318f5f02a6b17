#include "protocol/ChatRules.h"

#include "protocol/Utf8Validator.h"

#include <algorithm>
#include <cstdint>

namespace chinwag::protocol {

namespace {

// The next code point of valid UTF-8; `text` is advanced past it.
char32_t takeCodePoint(std::string_view& text) {
    const auto first = static_cast<std::uint8_t>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        code = (code << 6) | (static_cast<std::uint8_t>(text[i]) & 0x3F);
    text.remove_prefix(length);
    return code;
}

bool mayStandInNickname(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool separator = c == 0x2028 || c == 0x2029;
    const bool direction = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                           (c >= 0x2066 && c <= 0x2069);
    const bool invisible = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
    return !control && !separator && !direction && !invisible;
}

bool isSpace(char32_t c) {
    return c == ' ' || c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

} // namespace

bool isValidNickname(std::string_view nickname) {
    if (nickname.empty() || nickname.size() > maxNicknameCharacters * 4 || !Utf8Validator::isValid(nickname))
        return false;
    std::size_t characters = 0;
    bool lastWasSpace = false;
    while (!nickname.empty()) {
        const char32_t c = takeCodePoint(nickname);
        if (!mayStandInNickname(c) || (characters == 0 && isSpace(c)))
            return false;
        lastWasSpace = isSpace(c);
        ++characters;
    }
    return characters <= maxNicknameCharacters && !lastWasSpace;
}

bool isValidRoom(std::string_view room) {
    return !room.empty() && room.size() <= maxRoomBytes && std::all_of(room.begin(), room.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

std::optional<std::string> faultOfStaffReason(std::string_view reason) {
    if (reason.size() > maxStaffReason)
        return "a reason is at most " + std::to_string(maxStaffReason) + " bytes of UTF-8";
    while (!reason.empty()) {
        const auto code = takeCodePoint(reason);
        if (code < 0x20 || (code >= 0x7F && code <= 0x9F))
            return "a reason must not have control characters";
    }
    return std::nullopt;
}

} // namespace chinwag::protocol
