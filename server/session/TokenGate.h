// What the tokens of clients allow them.
#pragma once

#include "auth/FeedDoor.h"
#include "auth/TokenClaims.h"
#include "auth/TokenVerifier.h"
#include "protocol/CentrifugeError.h"
#include "protocol/ChannelOverrides.h"

#include <chrono>
#include <memory>
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
    std::string data; ///< for the application: JSON text, or empty
    protocol::ChannelOverrides overrides{};
};

/// Who is behind a connection.
struct Principal {
    std::string user;  ///< empty for somebody anonymous
    std::string info;  ///< JSON text, or empty
    std::string token; ///< its id, or empty
    Term term{};
    std::vector<GrantedChannel> channels{};
    bool isStaff = false;
    /// Of an operator who follows the live feed, and is nobody in the chat; otherwise null.
    std::shared_ptr<const auth::FeedPass> pass{};
};

/// A subscription that a token allows.
struct SubscriptionGrant {
    std::string info; ///< JSON text, or empty
    std::string data; ///< for the application: JSON text, or empty
    Term term{};
    std::string token; ///< its id, or empty
    protocol::ChannelOverrides overrides{};
};

/// Thread-safe.
class TokenGate {
public:
    /// `verifier` must outlive it, and `feed`, without which there is no live feed.
    explicit TokenGate(const auth::TokenVerifier& verifier, auth::FeedDoor* feed = nullptr)
        : verifier_(verifier), feed_(feed) {}

    /// Who connects with `token`, which may be empty. TokenExpired, or Unauthorized when it is no good or
    /// there has to be one.
    std::variant<Principal, protocol::CentrifugeError> connect(const std::string& token) const;

    /// For whom a token for one channel is shown.
    struct Bearer {
        const std::string& user;
        const std::string& client;
    };
    /// What a token for one channel allows its bearer: TokenExpired, or PermissionDenied for one of somebody
    /// else, of another connection or channel, or that is no good.
    std::variant<SubscriptionGrant, protocol::CentrifugeError>
    subscribe(const std::string& token, const Bearer& bearer, const std::string& channel) const;

    /// Whether the token of this id was revoked since it was shown.
    bool isRevoked(const std::string& token) const {
        return verifier_.isRevoked(token, std::chrono::system_clock::now());
    }

    /// Counts `client` among those who follow the feed; only with a pass that connect() has given.
    std::unique_ptr<auth::FeedDoor::Visit> visit(const std::string& client, const auth::FeedPass& pass) const;

private:
    const auth::TokenVerifier& verifier_;
    auth::FeedDoor* const feed_;
};

} // namespace chinwag::session
