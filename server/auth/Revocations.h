// Tokens that are not to be taken any more although their time is not over.
#pragma once

#include "auth/TokenClaims.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace chinwag::auth {

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

    bool isRevoked(const TokenClaims& claims, Time now) const;

private:
    struct Revocation {
        Time issuedUpTo; // of a user
        Time until;
    };
    using Table = std::map<std::string, Revocation, std::less<>>;
    void insert(Table& table, const std::string& key, const Revocation& revocation, Time now);

    mutable std::mutex mutex_;
    Table tokens_; // both guarded by mutex_
    Table users_;
};

} // namespace chinwag::auth
