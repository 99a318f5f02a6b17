// What a token says, once it has been verified, and why one was not.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::auth {

struct TokenClaims {
    using Time = std::chrono::system_clock::time_point;

    std::string user;               ///< `sub`; empty for somebody anonymous
    std::string id;                 ///< `jti`; empty when it has none
    std::optional<Time> issuedAt;   ///< `iat`
    std::optional<Time> expiresAt;  ///< `exp`; a time past 2255 is that
    std::optional<Time> validUntil; ///< `exp` with the leeway: from then on it is refused as expired
    bool isStaff = false;           ///< `staff`; absent it is false
    std::string info;               ///< `info`, as compact JSON; empty when it has none

    std::string channel;                     ///< of a token for one subscription; empty otherwise
    std::vector<std::string> channels;       ///< to be subscribed to from the start
    std::map<std::string, std::string> subs; ///< likewise, with the options of each as a JSON object
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
