// The text that the senders say. It is a line of the tutorial's chat ("nickname: text") of a chosen size and
// carries who sent it, which of that sender's messages it is, and when.
#pragma once

#include "bench/generator/Clock.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::bench {

struct Message {
    std::uint32_t sender = 0;
    std::uint32_t sequence = 0;
    Instant sentAt;

    bool operator==(const Message&) const = default;
};

/// The shortest text that holds a message, and the most senders that its field can name.
inline constexpr std::size_t smallestMessage = 41;
inline constexpr std::size_t mostSenders = 0xFFFF;

/// `message` as text of exactly `size` bytes.
std::string encode(const Message& message, std::size_t size);

/// Nothing when the text is not one of ours. The filling is not looked at: see isIntact().
std::optional<Message> decode(std::string_view text);

/// Whether `text` is, byte for byte, what encode() makes of the `message` that was decoded from it.
bool isIntact(const Message& message, std::string_view text);

} // namespace chinwag::bench
