#include "auth/Password.h"

#include "protocol/Utf8Validator.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

namespace chinwag::auth {

namespace {

constexpr unsigned char firstPrintable = 0x20;
constexpr unsigned char deleteCharacter = 0x7f;
constexpr unsigned char upperControlLead = 0xc2;
constexpr unsigned char upperControlEnd = 0xa0;

std::size_t characters(std::string_view text) {
    // Bytes that continue a character do not count.
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    }));
}

// Of valid UTF-8. U+0080 to U+009F, which no keyboard has, are two bytes.
bool hasControl(std::string_view text) {
    unsigned char before = 0;
    return std::any_of(text.begin(), text.end(), [&before](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        const bool isUpper = std::exchange(before, value) == upperControlLead && value < upperControlEnd;
        return value < firstPrintable || value == deleteCharacter || isUpper;
    });
}

bool isReady() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

// A hash of nothing that anybody knows, so that a name that does not exist takes as long as one that does.
const std::string& decoy() {
    static const std::string password = generatePassword();
    static const std::string hash = hashPassword(password).value_or(std::string());
    return hash;
}

bool verify(const std::string& hash, std::string_view password) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace

bool isValidPassword(std::string_view password) {
    const auto count = characters(password);
    return count >= minPasswordCharacters && count <= maxPasswordCharacters &&
           protocol::Utf8Validator::isValid(password) && !hasControl(password);
}

std::optional<std::string> hashPassword(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (!isReady() ||
        crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return std::nullopt;
    return std::string(hash.data());
}

bool verifyPassword(const std::string& hash, std::string_view password) {
    if (!isReady())
        return false;
    if (!hash.starts_with(crypto_pwhash_STRPREFIX)) {
        static_cast<void>(verify(decoy(), password));
        return false;
    }
    return verify(hash, password);
}

std::string generatePassword() {
    constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    constexpr int groups = 4;
    constexpr int groupLength = 5;
    if (!isReady())
        return {};
    std::string password;
    for (int i = 0; i < groups * groupLength; ++i) {
        if (i != 0 && i % groupLength == 0)
            password += '-';
        password += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return password;
}

} // namespace chinwag::auth
