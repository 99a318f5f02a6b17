// What a token says, once it has been verified, and why one was not.
#pragma once

#include "protocol/ChannelOverrides.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::auth {

/// A channel that a token subscribes its bearer to.
struct SubscriptionClaims {
    std::string info;                       ///< `info` or `b64info`, as compact JSON; empty when it has none
    std::string data;                       ///< `data` or `b64data`, likewise: told to its bearer alone
    protocol::ChannelOverrides overrides{}; ///< `override`
};

struct TokenClaims {
    using Time = std::chrono::system_clock::time_point;

    std::string user;             ///< `sub`; empty for somebody anonymous
    std::string id;               ///< `jti`; empty when it has none
    std::optional<Time> issuedAt; ///< `iat`
    /// When what it is for ends: `expire_at`, where 0 is never, or otherwise `exp`. A time past 2255 is that.
    std::optional<Time> expiresAt;
    std::optional<Time> validUntil; ///< that with the leeway: from then on it is refused as expired
    bool isStaff = false;           ///< `staff`; absent it is false
    std::string info;               ///< `info` or `b64info`, as compact JSON; empty when it has none

    std::vector<std::string> channels;              ///< to be subscribed to from the start
    std::map<std::string, SubscriptionClaims> subs; ///< likewise, by channel

    // Of a token for one subscription; empty otherwise.
    std::string channel;
    std::string client;                   ///< the only connection that it is for; empty: any of the user's
    std::string data;                     ///< `data` or `b64data`, as compact JSON: told to its bearer alone
    protocol::ChannelOverrides overrides; ///< `override`
};

struct TokenError {
    enum class Kind : std::uint8_t {
        Expired, ///< it was right until its time was over
        Invalid,
    };
    Kind kind = Kind::Invalid;
    std::string text; ///< a sentence without its full stop, fit for whoever sent the token
};

} // namespace chinwag::auth
