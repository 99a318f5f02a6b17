// Verifies the tokens that applications sign for their users (JWT, RFC 7519 and RFC 8725).
#pragma once

#include "auth/Revocations.h"
#include "auth/TokenClaims.h"
#include "auth/TokenKeys.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::auth {

/// What a token must comply with.
struct TokenRules {
    bool required = false; ///< nobody is let in without one
    TokenKeys keys;
    std::string audience;                                      ///< one of `aud`; empty: `aud` does not matter
    std::string issuer;                                        ///< `iss`; empty: `iss` does not matter
    std::chrono::milliseconds leeway{std::chrono::seconds(5)}; ///< by which clocks may differ
};

/// What a token is to be good for.
enum class TokenUse : std::uint8_t {
    Connection,   ///< to chat at all; one for a single channel does not open the door
    Subscription, ///< for the single channel that it names
};

using VerifiedToken = std::variant<TokenClaims, TokenError>;

/// Thread-safe.
class TokenVerifier {
public:
    using Time = std::chrono::system_clock::time_point;

    static constexpr std::size_t maxTokenBytes = 8 * 1024;
    static constexpr std::size_t maxNameBytes = 255; ///< of a user and of a token's id

    explicit TokenVerifier(TokenRules rules) { setRules(std::move(rules)); }

    /// Holds for tokens that are verified from now on.
    void setRules(TokenRules rules);
    bool isRequired() const { return rules()->required; }
    /// Without keys no token is right.
    bool hasKeys() const { return !rules()->keys.empty(); }

    VerifiedToken verify(std::string_view token, Time now, TokenUse use = TokenUse::Connection) const;

    /// Whether the token of this id was revoked, perhaps since it was verified. An empty one was not.
    bool isRevoked(const std::string& id, Time now) const;

    /// Whoever is in there is refused.
    Revocations& revocations() { return revocations_; }

private:
    std::shared_ptr<const TokenRules> rules() const;

    mutable std::mutex mutex_;
    std::shared_ptr<const TokenRules> rules_; // guarded by mutex_
    Revocations revocations_;
};

} // namespace chinwag::auth
