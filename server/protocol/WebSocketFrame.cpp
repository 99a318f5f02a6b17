#include "protocol/WebSocketFrame.h"

namespace chinwag::protocol {

namespace {

constexpr std::size_t maxCloseReason = 123;

void appendBigEndian(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}

// The longest prefix of at most `limit` bytes that does not cut a UTF-8 character.
std::string_view cutAtCharacter(std::string_view text, std::size_t limit) {
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<std::uint8_t>(text[limit]) & 0xC0) == 0x80)
        --limit;
    return text.substr(0, limit);
}

} // namespace

void appendFrame(std::string& out, Opcode opcode, std::string_view payload) {
    constexpr std::uint8_t finalBit = 0x80;
    out += static_cast<char>(finalBit | static_cast<std::uint8_t>(opcode));
    if (payload.size() < 126) {
        out += static_cast<char>(payload.size());
    } else if (payload.size() <= 0xFFFF) {
        out += static_cast<char>(126);
        appendBigEndian(out, payload.size(), 2);
    } else {
        out += static_cast<char>(127);
        appendBigEndian(out, payload.size(), 8);
    }
    out += payload;
}

std::string makeFrame(Opcode opcode, std::string_view payload) {
    std::string out;
    out.reserve(maxServerHeader + payload.size());
    appendFrame(out, opcode, payload);
    return out;
}

std::string makeCloseFrame(std::uint16_t code, std::string_view reason) {
    std::string payload;
    appendBigEndian(payload, code, 2);
    payload += cutAtCharacter(reason, maxCloseReason);
    return makeFrame(Opcode::Close, payload);
}

} // namespace chinwag::protocol
