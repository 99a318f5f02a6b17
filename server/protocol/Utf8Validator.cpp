#include "protocol/Utf8Validator.h"

#include <cstring>

namespace chinwag::protocol {

namespace {

// Length of the run of ASCII at the start of `text`, taken eight bytes at a time: most chat is ASCII.
std::size_t asciiPrefix(std::string_view text) {
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    std::size_t at = 0;
    while (at + sizeof(std::uint64_t) <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & highBits) != 0)
            break;
        at += sizeof word;
    }
    while (at < text.size() && static_cast<std::uint8_t>(text[at]) < 0x80)
        ++at;
    return at;
}

} // namespace

bool Utf8Validator::lead(std::uint8_t byte) {
    low_ = 0x80;
    high_ = 0xBF;
    if (byte < 0x80)
        return true;
    if (byte >= 0xC2 && byte <= 0xDF) {
        remaining_ = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        remaining_ = 2;
        if (byte == 0xE0)
            low_ = 0xA0;
        if (byte == 0xED)
            high_ = 0x9F;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        remaining_ = 3;
        if (byte == 0xF0)
            low_ = 0x90;
        if (byte == 0xF4)
            high_ = 0x8F;
    } else {
        return false;
    }
    return true;
}

bool Utf8Validator::feed(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (remaining_ == 0) {
            at += asciiPrefix(bytes.substr(at));
            if (at == bytes.size())
                return true;
            if (!lead(static_cast<std::uint8_t>(bytes[at++])))
                return false;
            continue;
        }
        const auto byte = static_cast<std::uint8_t>(bytes[at++]);
        if (byte < low_ || byte > high_)
            return false;
        low_ = 0x80;
        high_ = 0xBF;
        --remaining_;
    }
    return true;
}

bool Utf8Validator::isValid(std::string_view text) {
    Utf8Validator validator;
    return validator.feed(text) && validator.complete();
}

} // namespace chinwag::protocol
