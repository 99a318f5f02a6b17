#include "auth/OperatorSessions.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace chinwag::auth {

namespace {

constexpr std::size_t tokenBytes = 32;
constexpr std::size_t idCharacters = 16;

template <std::size_t size>
std::string base64(const std::array<unsigned char, size>& bytes) {
    std::array<char, sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

// A look-up by this reveals by its timing nothing about any token.
std::string hashOf(std::string_view token) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()),
                       token.size(), nullptr, 0);
    return base64(hash);
}

} // namespace

OperatorSessions::Granted OperatorSessions::grant(const std::string& operatorName,
                                                  const std::string& passwordHash, Time now) {
    dropExpired(now);
    std::array<unsigned char, tokenBytes> random{};
    randombytes_buf(random.data(), random.size());
    const auto token = base64(random);
    const auto hash = hashOf(token);
    Session session{hash.substr(0, idCharacters), operatorName, passwordHash, now + lifetime_};
    sessions_.insert_or_assign(hash, session);
    return {token, session};
}

std::optional<OperatorSessions::Session> OperatorSessions::find(std::string_view token, Time now) {
    const auto found = sessions_.find(hashOf(token));
    if (found == sessions_.end())
        return std::nullopt;
    if (found->second.expiresAt <= now) {
        sessions_.erase(found);
        return std::nullopt;
    }
    return found->second;
}

void OperatorSessions::revoke(std::string_view token) {
    sessions_.erase(hashOf(token));
}

void OperatorSessions::dropExpired(Time now) {
    std::erase_if(sessions_, [now](const auto& entry) { return entry.second.expiresAt <= now; });
    if (sessions_.size() < maxSessions)
        return;
    sessions_.erase(std::min_element(sessions_.begin(), sessions_.end(), [](const auto& a, const auto& b) {
        return a.second.expiresAt < b.second.expiresAt;
    }));
}

} // namespace chinwag::auth
