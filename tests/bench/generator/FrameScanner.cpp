#include "bench/generator/FrameScanner.h"

#include <cstddef>

namespace chinwag::bench {

namespace {

constexpr std::uint64_t largestPayload = 64U << 20U;

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<std::uint8_t>(byte);
    return value;
}

} // namespace

Scan scanFrame(std::string_view& bytes, ScannedFrame& frame) {
    if (bytes.size() < 2)
        return Scan::Incomplete;
    const auto first = static_cast<std::uint8_t>(bytes[0]);
    const auto second = static_cast<std::uint8_t>(bytes[1]);
    if ((first & 0x70) != 0 || (second & 0x80) != 0)
        return Scan::Malformed;

    std::size_t header = 2;
    std::uint64_t length = second;
    if (second >= 126) {
        const std::size_t extended = second == 126 ? 2 : 8;
        if (bytes.size() < header + extended)
            return Scan::Incomplete;
        length = bigEndian(bytes.substr(header, extended));
        header += extended;
    }
    if (length > largestPayload)
        return Scan::Malformed;
    if (bytes.size() - header < length)
        return Scan::Incomplete;

    frame.opcode = first & 0x0F;
    frame.final = (first & 0x80) != 0;
    frame.payload = bytes.substr(header, length);
    bytes.remove_prefix(header + length);
    return Scan::Frame;
}

} // namespace chinwag::bench
