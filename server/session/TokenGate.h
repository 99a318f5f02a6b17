// What the tokens of clients allow them.
#pragma once

#include "auth/TokenClaims.h"
#include "auth/TokenVerifier.h"
#include "protocol/CentrifugeError.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::session {

using Time = std::chrono::system_clock::time_point;

/// How long something holds.
struct Term {
    std::optional<Time> expiresAt{};  ///< its bearer should have brought a new token by then
    std::optional<Time> validUntil{}; ///< the clocks may differ a little
};

/// A channel that a token subscribes its bearer to.
struct GrantedChannel {
    std::string name;
    std::string info; ///< JSON text, or empty
};

/// Who is behind a connection.
struct Principal {
    std::string user;  ///< empty for somebody anonymous
    std::string info;  ///< JSON text, or empty
    std::string token; ///< its id, or empty
    Term term{};
    std::vector<GrantedChannel> channels{};
    bool isStaff = false;
};

/// A subscription that a token allows.
struct SubscriptionGrant {
    std::string info; ///< JSON text, or empty
    Term term{};
};

/// Thread-safe.
class TokenGate {
public:
    /// `verifier` must outlive it.
    explicit TokenGate(const auth::TokenVerifier& verifier) : verifier_(verifier) {}

    /// Who connects with `token`, which may be empty. TokenExpired, or Unauthorized when it is no good or
    /// there has to be one.
    std::variant<Principal, protocol::CentrifugeError> connect(const std::string& token) const;

    /// What a token for one channel allows `user`: TokenExpired, or PermissionDenied for one of somebody
    /// else, of another channel, or that is no good.
    std::variant<SubscriptionGrant, protocol::CentrifugeError>
    subscribe(const std::string& token, const std::string& user, const std::string& channel) const;

private:
    const auth::TokenVerifier& verifier_;
};

} // namespace chinwag::session
