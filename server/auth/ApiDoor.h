// Lets applications in to the server API: by their keys, and not more often than agreed.
#pragma once

#include "auth/ApiKeys.h"
#include "auth/AttemptLimiter.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace chinwag::auth {

/// Of one thread.
class ApiDoor {
public:
    using Time = std::chrono::steady_clock::time_point;
    struct Rules {
        ApiKeys keys;           ///< without any nobody is let in
        std::uint32_t rate = 0; ///< requests a second with one key, and as many at once; 0: no limit
    };
    enum class Outcome : std::uint8_t {
        Granted,
        Off,      ///< there are no keys
        Wrong,    ///< this is none of them
        TooOften, ///< with this key; to be tried again after `retryAfter`
        TooWrong, ///< too many wrong keys came from this address; likewise
    };
    struct Entry {
        Outcome outcome = Outcome::Wrong;
        std::chrono::milliseconds retryAfter{};
    };

    ApiDoor() : ApiDoor(Rules()) {}
    explicit ApiDoor(const Rules& rules);

    /// Holds for requests from now on.
    void setRules(const Rules& rules);

    /// `address` is the client's. An address that has tried too many wrong keys is let in only with one that
    /// was right from there before: guessing is slow, and somebody's mistake does not lock out their
    /// neighbours at the same address.
    Entry enter(std::string_view key, const std::string& address, Time now);

private:
    ApiKeys keys_;
    std::uint32_t rate_ = 0;
    AttemptLimiter byKey_;
    AttemptLimiter byAddress_;
    std::unordered_set<std::string> proven_; // address and key that came from it
};

} // namespace chinwag::auth
