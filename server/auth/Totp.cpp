#include "auth/Totp.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <cstddef>

namespace chinwag::auth {

namespace {

constexpr std::size_t secretBytes = 20;
constexpr std::string_view base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr unsigned bitsPerCharacter = 5;
constexpr unsigned bitsPerByte = 8;
constexpr std::int64_t stepSeconds = 30;
constexpr std::uint32_t codes = 1'000'000;
constexpr std::size_t codeDigits = 6;

std::string toBase32(std::string_view bytes) {
    std::string text;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        held = (held << bitsPerByte) | static_cast<unsigned char>(byte);
        bits += bitsPerByte;
        while (bits >= bitsPerCharacter) {
            bits -= bitsPerCharacter;
            text += base32[(held >> bits) & 0x1FU];
        }
        held &= (1U << bits) - 1;
    }
    if (bits > 0)
        text += base32[(held << (bitsPerCharacter - bits)) & 0x1FU];
    return text;
}

// Bits that are left over are dropped.
std::optional<std::string> fromBase32(std::string_view text) {
    std::string bytes;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char character : text) {
        const auto value = base32.find(character);
        if (value == std::string_view::npos)
            return std::nullopt;
        held = (held << bitsPerCharacter) | static_cast<unsigned>(value);
        bits += bitsPerCharacter;
        if (bits < bitsPerByte)
            continue;
        bits -= bitsPerByte;
        bytes += static_cast<char>(held >> bits);
        held &= (1U << bits) - 1;
    }
    return bytes;
}

} // namespace

std::string makeTotpSecret() {
    std::array<char, secretBytes> random{};
    randombytes_buf(random.data(), random.size());
    return toBase32({random.data(), random.size()});
}

bool isTotpSecret(std::string_view text) {
    const auto bytes = fromBase32(text);
    return bytes && bytes->size() == secretBytes;
}

std::string totpUri(std::string_view secret, std::string_view operatorName) {
    // An operator's name needs no escaping.
    return std::string("otpauth://totp/Chinwag:")
        .append(operatorName)
        .append("?secret=")
        .append(secret)
        .append("&issuer=Chinwag&algorithm=SHA1&digits=6&period=30");
}

std::int64_t totpStep(TotpTime time) {
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count() / stepSeconds;
}

std::string totpCode(std::string_view secret, std::int64_t step) {
    const auto key = fromBase32(secret);
    if (!key || key->empty())
        return {};
    std::array<unsigned char, sizeof step> counter{};
    auto rest = static_cast<std::uint64_t>(step);
    for (std::size_t i = counter.size(); i > 0; --i, rest >>= bitsPerByte)
        counter[i - 1] = static_cast<unsigned char>(rest & 0xFFU);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned size = 0;
    if (HMAC(EVP_sha1(), key->data(), static_cast<int>(key->size()), counter.data(), counter.size(),
             mac.data(), &size) == nullptr)
        return {};
    // RFC 4226 section 5.3: the last four bits say where the four bytes of the number begin.
    const std::size_t offset = mac[size - 1] & 0x0FU;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = (number << bitsPerByte) | mac[offset + i];
    const auto digits = std::to_string((number & 0x7FFFFFFFU) % codes);
    return std::string(codeDigits - digits.size(), '0') + digits;
}

std::optional<std::int64_t> matchTotp(std::string_view secret, std::string_view code, TotpTime now,
                                      std::int64_t lastStep) {
    const auto current = totpStep(now);
    std::optional<std::int64_t> matched;
    for (const auto step : {current - 1, current, current + 1}) {
        const auto right = totpCode(secret, step);
        const bool isRight = right.size() == codeDigits && code.size() == codeDigits &&
                             CRYPTO_memcmp(right.data(), code.data(), codeDigits) == 0;
        if (isRight && step > lastStep)
            matched = step;
    }
    return matched;
}

} // namespace chinwag::auth
