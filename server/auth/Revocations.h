// Tokens that are not to be taken any more although their time is not over.
#pragma once

#include "auth/TokenClaims.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace chinwag::auth {

/// One of them.
struct Revocation {
    using Time = std::chrono::system_clock::time_point;
    enum class Kind : std::uint8_t {
        Token, ///< of this id (`jti`)
        User   ///< all tokens that were issued up to `issuedUpTo`, or do not say when
    };
    Kind kind = Kind::Token;
    std::string key; ///< the id or the user
    Time issuedUpTo; ///< of a user
    Time until;      ///< as long as the tokens would live
};

/// In memory: whoever revokes says until when it matters, which is as long as the tokens would live.
/// Thread-safe.
class Revocations {
public:
    using Time = std::chrono::system_clock::time_point;

    /// The token of this id (`jti`), until `until`.
    void revokeToken(const std::string& id, Time until, Time now);
    /// All tokens of `user` that were issued up to `now`, or do not say when, until `until`. As tokens
    /// count whole seconds, one that is issued within the second of `now` may be among them.
    void revokeUser(const std::string& user, Time until, Time now);
    void add(const Revocation& revocation, Time now);

    bool isRevoked(const TokenClaims& claims, Time now) const;

private:
    struct Span {
        Time issuedUpTo; // of a user
        Time until;
    };
    using Table = std::map<std::string, Span, std::less<>>;

    mutable std::mutex mutex_;
    Table tokens_; // both guarded by mutex_
    Table users_;
};

} // namespace chinwag::auth
