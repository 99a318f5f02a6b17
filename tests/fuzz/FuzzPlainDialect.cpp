// Any text as a message of the seed's dialect, a nickname and a room, and what is made of it for the wire.
#include "FuzzInput.h"
#include "protocol/ChatRules.h"
#include "protocol/HttpMessage.h"
#include "protocol/PlainMessage.h"
#include "protocol/Utf8Validator.h"
#include "protocol/WebSocketFrame.h"

#include <string>

using namespace chinwag;
using fuzz::require;
using protocol::Utf8Validator;

namespace {

bool isValidInPieces(std::string_view text, fuzz::Cuts& cuts) {
    Utf8Validator validator;
    while (!text.empty()) {
        const auto piece = text.substr(0, cuts.next());
        if (!validator.feed(piece))
            return false;
        text.remove_prefix(piece.size());
    }
    return validator.complete();
}

void checkMessage(std::string_view text) {
    const auto message = protocol::parsePlainMessage(text);
    const auto speaker = protocol::claimedSpeaker(text);
    require(speaker.empty() || (speaker.front() != ' ' && speaker.back() != ' '),
            "a speaker has no outer spaces");
    require(message.nickname.empty() || message.nickname == speaker, "whoever is named speaks");
    if (message.nickname.empty()) {
        require(message.text == text, "without a nickname all is text");
        return;
    }
    require(protocol::isValidNickname(message.nickname), "a nickname is a valid one");
    require(std::string(message.nickname).append(": ").append(message.text) == text,
            "nothing is lost or changed");
}

void checkNames(std::string_view text) {
    if (protocol::isValidNickname(text)) {
        require(Utf8Validator::isValid(text), "a nickname is UTF-8");
        require(text.size() <= protocol::maxNicknameCharacters * 4, "a nickname is short");
        require(text.find_first_of("\r\n\t") == std::string_view::npos, "a nickname is one line");
    }
    if (protocol::isValidRoom(text))
        require(protocol::isValidNickname(text) || text.size() > protocol::maxNicknameCharacters,
                "a short room name could be a nickname: it is plain ASCII");
}

void checkWire(std::string_view text) {
    const auto frame = protocol::makeFrame(protocol::Opcode::Text, text);
    require(frame.ends_with(text) && frame.size() <= text.size() + protocol::maxServerHeader,
            "frames carry the text");
    const auto close = protocol::makeCloseFrame(1000, text);
    require(close.size() <= 127, "a close frame is a control frame");
    if (Utf8Validator::isValid(text))
        require(Utf8Validator::isValid(std::string_view(close).substr(4)), "a reason is cut at a character");
    for (const char c : protocol::jsonString(text))
        require(static_cast<unsigned char>(c) >= 0x20, "a JSON string holds no control characters");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    fuzz::Cuts cuts(input.byte());
    const auto text = input.rest();
    require(Utf8Validator::isValid(text) == isValidInPieces(text, cuts), "cuts do not change what is valid");
    checkMessage(text);
    checkNames(text);
    checkWire(text);
    return 0;
}
