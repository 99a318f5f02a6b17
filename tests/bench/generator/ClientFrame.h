// Building WebSocket frames as a client sends them (RFC 6455 section 5.2: final, masked).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chinwag::bench {

inline constexpr std::uint8_t opcodeText = 0x1;
inline constexpr std::uint8_t opcodeBinary = 0x2;
inline constexpr std::uint8_t opcodeClose = 0x8;
inline constexpr std::uint8_t opcodePing = 0x9;
inline constexpr std::uint8_t opcodePong = 0xA;

std::string makeClientFrame(std::uint8_t opcode, std::string_view payload);

} // namespace chinwag::bench
