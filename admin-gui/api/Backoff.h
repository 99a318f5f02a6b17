// How long to wait before the next attempt to reach a server.
#pragma once

#include <chrono>

namespace chinwag::admin {

/// Exponential, with half of the span left to chance: consoles that lost the same server come back spread
/// out, and yet nobody who watches a count-down sees it skip.
class Backoff {
public:
    static constexpr std::chrono::milliseconds first{1000};
    static constexpr std::chrono::milliseconds last{30000};

    /// `chance` is evenly distributed in [0, 1).
    std::chrono::milliseconds next(double chance);
    void reset() { attempt_ = 0; }

private:
    int attempt_ = 0;
};

} // namespace chinwag::admin
