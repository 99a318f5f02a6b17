// A rate with a burst: so many a second, and so many at once after a quiet time.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace chinwag::net {

class TokenBucket {
public:
    struct Rate {
        std::uint32_t perSecond = 0; ///< 0: no limit
        std::uint32_t burst = 0;
    };

    /// Takes `count` tokens at `now`; false, with none taken, when there are not enough.
    bool take(const Rate& rate, std::chrono::steady_clock::time_point now, std::uint32_t count = 1) {
        if (rate.perSecond == 0)
            return true;
        if (filled_ == std::chrono::steady_clock::time_point{})
            tokens_ = static_cast<float>(rate.burst);
        else
            tokens_ = std::min(static_cast<float>(rate.burst),
                               tokens_ + std::chrono::duration<float>(now - filled_).count() *
                                             static_cast<float>(rate.perSecond));
        filled_ = now;
        if (tokens_ < static_cast<float>(count))
            return false;
        tokens_ -= static_cast<float>(count);
        return true;
    }

private:
    std::chrono::steady_clock::time_point filled_{}; // when tokens_ was right
    float tokens_ = 0;
};

} // namespace chinwag::net
