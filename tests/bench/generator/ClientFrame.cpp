#include "bench/generator/ClientFrame.h"

#include <array>
#include <cstddef>

namespace chinwag::bench {

namespace {

// One key for all: a measurement has no proxies to protect, and every server unmasks this one like any other.
constexpr std::array<std::uint8_t, 4> maskKey = {0x37, 0xFA, 0x21, 0x3D};

void appendBigEndian(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}

} // namespace

std::string makeClientFrame(std::uint8_t opcode, std::string_view payload) {
    constexpr std::uint8_t finalBit = 0x80;
    constexpr std::uint8_t maskBit = 0x80;
    std::string frame;
    frame.reserve(payload.size() + 14);
    frame += static_cast<char>(finalBit | opcode);
    if (payload.size() < 126) {
        frame += static_cast<char>(maskBit | static_cast<std::uint8_t>(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        frame += static_cast<char>(maskBit | 126);
        appendBigEndian(frame, payload.size(), 2);
    } else {
        frame += static_cast<char>(maskBit | 127);
        appendBigEndian(frame, payload.size(), 8);
    }
    for (const std::uint8_t byte : maskKey)
        frame += static_cast<char>(byte);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += static_cast<char>(static_cast<std::uint8_t>(payload[i]) ^ maskKey[i % maskKey.size()]);
    return frame;
}

} // namespace chinwag::bench
