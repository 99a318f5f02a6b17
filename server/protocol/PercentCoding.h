// Percent-encoding as URLs use it (RFC 3986 section 2.1).
#pragma once

#include <string_view>

namespace chinwag::protocol {

/// The value of a hexadecimal digit, -1 for any other character.
constexpr int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// True when every '%' is followed by two hexadecimal digits.
constexpr bool isPercentEncodingValid(std::string_view text) {
    for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (at + 2 >= text.size() || hexDigit(text[at + 1]) < 0 || hexDigit(text[at + 2]) < 0)
            return false;
    }
    return true;
}

} // namespace chinwag::protocol
