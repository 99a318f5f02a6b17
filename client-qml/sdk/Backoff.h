// How long to wait before the next attempt to connect.
#pragma once

#include <chrono>
#include <functional>

namespace chinwag::sdk {

/// Exponential with full jitter: anything between `floor` and a cap that doubles with every attempt. When a
/// server restarts, its clients come back spread over the whole span and not in step.
class Backoff {
public:
    using Milliseconds = std::chrono::milliseconds;
    /// A number from 0 up to, but not including, 1.
    using Random = std::function<double()>;

    struct Span {
        Milliseconds floor{200}; ///< a server that ends connections at once is not asked in a loop
        Milliseconds firstCap{1'000};
        Milliseconds lastCap{30'000};
    };

    Backoff();
    explicit Backoff(Span span);
    Backoff(Span span, Random random);

    /// The wait before the next attempt; every call counts as one attempt.
    Milliseconds next();
    /// A connection held: the next wait is a short one again.
    void reset() { attempt_ = 0; }

private:
    Span span_;
    Random random_;
    int attempt_ = 0;
};

} // namespace chinwag::sdk
