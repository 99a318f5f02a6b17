#include "protocol/PlainMessage.h"

#include "protocol/ChatRules.h"

namespace chinwag::protocol {

namespace {

constexpr std::string_view speakerEnd = ": ";
// Of a speaker who is padded with what does not show.
constexpr std::size_t mostSpeakerBytes = 512;

} // namespace

PlainMessage parsePlainMessage(std::string_view message) {
    // A nickname has at most 4 bytes a character, so the search is bounded.
    const auto window = message.substr(0, maxNicknameCharacters * 4 + speakerEnd.size());
    const auto at = window.find(speakerEnd);
    if (at == std::string_view::npos || !isValidNickname(message.substr(0, at)))
        return {{}, message};
    return {message.substr(0, at), message.substr(at + speakerEnd.size())};
}

std::string_view claimedSpeaker(std::string_view message) {
    const auto at = message.substr(0, mostSpeakerBytes).find(speakerEnd);
    if (at == std::string_view::npos)
        return {};
    const auto speaker = message.substr(0, at);
    const auto first = speaker.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return speaker.substr(first, speaker.find_last_not_of(' ') - first + 1);
}

} // namespace chinwag::protocol
