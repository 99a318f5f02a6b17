#include "bench/generator/Message.h"

#include <algorithm>
#include <array>

namespace chinwag::bench {

namespace {

// "bench-SSSS: QQQQQQQQ TTTTTTTTTTTTTTTT ...", all numbers hexadecimal.
constexpr std::string_view opening = "bench-";
constexpr std::size_t senderAt = 6;
constexpr std::size_t senderDigits = 4;
constexpr std::size_t sequenceAt = 12;
constexpr std::size_t sequenceDigits = 8;
constexpr std::size_t timeAt = 21;
constexpr std::size_t timeDigits = 16;
constexpr std::size_t fillingAt = 38;
constexpr std::string_view filling = "the quick brown fox jumps over the lazy dog ";

constexpr std::uint8_t notADigit = 0xFF;

constexpr std::array<std::uint8_t, 256> makeDigitValues() {
    std::array<std::uint8_t, 256> values{};
    values.fill(notADigit);
    for (std::uint8_t digit = 0; digit < 16; ++digit)
        values[static_cast<std::uint8_t>("0123456789abcdef"[digit])] = digit;
    return values;
}

constexpr std::array<std::uint8_t, 256> digitValues = makeDigitValues();

void writeHex(std::string& text, std::size_t at, std::size_t digits, std::uint64_t value) {
    for (std::size_t i = digits; i-- > 0; value >>= 4)
        text[at + i] = "0123456789abcdef"[value & 0xF];
}

// `valid` stays as it is, or becomes false.
std::uint64_t readHex(std::string_view text, std::size_t at, std::size_t digits, bool& valid) {
    std::uint64_t value = 0;
    std::uint8_t seen = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        const std::uint8_t digit = digitValues[static_cast<std::uint8_t>(text[i])];
        seen |= digit;
        value = (value << 4) | (digit & 0xF);
    }
    valid = valid && seen < 16;
    return value;
}

} // namespace

static_assert(smallestMessage > fillingAt);

std::string encode(const Message& message, std::size_t size) {
    std::string text(std::max(size, smallestMessage), ' ');
    std::copy(opening.begin(), opening.end(), text.begin());
    writeHex(text, senderAt, senderDigits, message.sender);
    text[senderAt + senderDigits] = ':';
    writeHex(text, sequenceAt, sequenceDigits, message.sequence);
    const auto sentAt = message.sentAt.time_since_epoch().count();
    writeHex(text, timeAt, timeDigits, static_cast<std::uint64_t>(sentAt));
    for (std::size_t i = fillingAt; i < text.size(); ++i)
        text[i] = filling[(i - fillingAt) % filling.size()];
    // A text that ends in a blank could lose it to a server that trims, which isIntact() would then find; but
    // trimming is a matter of taste and not what is measured.
    text.back() = '.';
    return text;
}

std::optional<Message> decode(std::string_view text) {
    if (text.size() < smallestMessage || !text.starts_with(opening))
        return {};
    bool valid = true;
    Message message;
    message.sender = static_cast<std::uint32_t>(readHex(text, senderAt, senderDigits, valid));
    message.sequence = static_cast<std::uint32_t>(readHex(text, sequenceAt, sequenceDigits, valid));
    const auto sentAt = static_cast<std::int64_t>(readHex(text, timeAt, timeDigits, valid));
    message.sentAt = Instant(Nanoseconds(sentAt));
    if (!valid)
        return {};
    return message;
}

bool isIntact(const Message& message, std::string_view text) {
    return encode(message, text.size()) == text;
}

} // namespace chinwag::bench
