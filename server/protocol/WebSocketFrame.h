// Building WebSocket frames as a server sends them (RFC 6455 section 5.2: final, unmasked).
#pragma once

#include "protocol/CloseCode.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chinwag::protocol {

enum class Opcode : std::uint8_t {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

/// The longest header of an unmasked frame.
inline constexpr std::size_t maxServerHeader = 10;

/// Appends a frame that carries `payload` to `out`.
void appendFrame(std::string& out, Opcode opcode, std::string_view payload);

/// A frame that carries `payload`.
std::string makeFrame(Opcode opcode, std::string_view payload);

/// A close frame with `code` and `reason`, which is cut to the 123 bytes that fit, at a character.
std::string makeCloseFrame(std::uint16_t code, std::string_view reason);

} // namespace chinwag::protocol
