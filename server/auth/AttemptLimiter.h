// How often something may be tried under one name before it must wait.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chinwag::auth {

/// For each key a bucket of attempts that fills up again over time. Remembers a bounded number of keys.
/// Of one thread.
class AttemptLimiter {
public:
    using Time = std::chrono::steady_clock::time_point;
    struct Rate {
        int burst = 1;                                            ///< attempts at once after a quiet time
        std::chrono::nanoseconds refill{std::chrono::seconds(1)}; ///< for one attempt more
    };

    AttemptLimiter(Rate rate, std::size_t maxKeys) : rate_(rate), maxKeys_(maxKeys) {}

    /// How long `key` has to wait; zero when it may try now. Takes nothing.
    std::chrono::milliseconds wait(const std::string& key, Time now) const;
    /// Takes an attempt, if there is one.
    void take(const std::string& key, Time now);
    /// Success: the attempts of `key` are forgotten.
    void forget(const std::string& key) { buckets_.erase(key); }

private:
    struct Bucket {
        double tokens = 0;
        Time filled; // when tokens was right
    };
    double tokens(const Bucket& bucket, Time now) const;
    void makeRoom(Time now);

    Rate rate_;
    std::size_t maxKeys_;
    std::unordered_map<std::string, Bucket> buckets_;
};

} // namespace chinwag::auth
