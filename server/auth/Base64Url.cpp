#include "auth/Base64Url.h"

#include <sodium.h>

#include <algorithm>

namespace chinwag::auth {

namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

bool isAlphanumeric(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The library takes some bytes above 127 for characters of the alphabet, so `others` says which there are
// besides letters and digits.
std::optional<std::string> decoded(std::string_view text, int form, std::string_view others) {
    const auto isAllowed = [others](char c) {
        return isAlphanumeric(c) || others.find(c) != std::string_view::npos;
    };
    if (!std::all_of(text.begin(), text.end(), isAllowed))
        return std::nullopt;
    std::string bytes(text.size(), '\0'); // more than it can be
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, form) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

} // namespace

std::string base64Url(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), variant);
    text.pop_back(); // the zero at the end
    return text;
}

std::optional<std::string> fromBase64Url(std::string_view text) {
    return decoded(text, variant, "-_");
}

std::optional<std::string> fromBase64(std::string_view text) {
    return decoded(text, sodium_base64_VARIANT_ORIGINAL, "+/=");
}

} // namespace chinwag::auth
