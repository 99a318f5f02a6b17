#include "auth/Base64Url.h"

#include <sodium.h>

#include <algorithm>

namespace chinwag::auth {

namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

bool isOfAlphabet(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
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
    // The library takes some bytes above 127 for characters of the alphabet.
    if (!std::all_of(text.begin(), text.end(), isOfAlphabet))
        return std::nullopt;
    std::string bytes(text.size(), '\0'); // more than it can be
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, nullptr, variant) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

} // namespace chinwag::auth
