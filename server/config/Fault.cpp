#include "config/Fault.h"

namespace chinwag::config {

std::string toString(const Fault& fault) {
    std::string text = printable(fault.where) + ": ";
    if (!fault.key.empty())
        text += printable(fault.key) + ": ";
    text += fault.what;
    if (!fault.allowed.empty())
        text += "; allowed: " + fault.allowed;
    return text;
}

std::string printable(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f)
            result += c;
        else
            result.append("\\x").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xfU]);
    }
    return result;
}

std::string inQuotes(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() <= longest)
        return "\"" + printable(text) + "\"";
    // Never cut inside a UTF-8 sequence: its first byte is the one that is no continuation.
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return "\"" + printable(text.substr(0, end)) + "...\"";
}

} // namespace chinwag::config
