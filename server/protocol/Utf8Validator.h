// Incremental UTF-8 validation (RFC 3629), so that a character may be split over fragments and an
// invalid one is found at its first wrong byte.
#pragma once

#include <cstdint>
#include <string_view>

namespace chinwag::protocol {

class Utf8Validator {
public:
    /// Takes the next bytes; false as soon as the text so far cannot become valid UTF-8.
    bool feed(std::string_view bytes);

    /// True when no character is left incomplete.
    bool complete() const { return remaining_ == 0; }

    void reset() { *this = Utf8Validator(); }

    /// True when `text` is valid UTF-8 as a whole.
    static bool isValid(std::string_view text);

private:
    bool lead(std::uint8_t byte);

    std::uint8_t remaining_ = 0; // continuation bytes still to come
    std::uint8_t low_ = 0x80;    // allowed range of the next one: excludes overlong forms,
    std::uint8_t high_ = 0xBF;   // surrogates and what lies beyond U+10FFFF
};

} // namespace chinwag::protocol
