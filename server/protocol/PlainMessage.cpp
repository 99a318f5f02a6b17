#include "protocol/PlainMessage.h"

#include "protocol/ChatRules.h"

namespace chinwag::protocol {

PlainMessage parsePlainMessage(std::string_view message) {
    constexpr std::string_view separator = ": ";
    // A nickname has at most 4 bytes a character, so the search is bounded.
    const auto window = message.substr(0, maxNicknameCharacters * 4 + separator.size());
    const auto at = window.find(separator);
    if (at == std::string_view::npos || !isValidNickname(message.substr(0, at)))
        return {{}, message};
    return {message.substr(0, at), message.substr(at + separator.size())};
}

} // namespace chinwag::protocol
