#pragma once

#include "bench/generator/Clock.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace chinwag::bench {

/// Counts durations in buckets whose width grows with the duration, so that a percentile is at most 1.6% off
/// (64 buckets an octave). Recording costs a few nanoseconds and no memory.
class LatencyHistogram {
public:
    void record(Nanoseconds duration);

    /// The duration that `fraction` (0 to 1) of the recorded ones do not exceed; zero when there are none.
    Nanoseconds percentile(double fraction) const;

    Nanoseconds largest() const { return Nanoseconds(static_cast<std::int64_t>(largest_)); }
    std::uint64_t count() const { return count_; }

private:
    static constexpr unsigned subBits = 6;
    static constexpr std::size_t buckets = (64 - subBits + 1) << subBits;

    static std::size_t bucketOf(std::uint64_t value);
    static std::uint64_t upperEdge(std::size_t bucket);

    std::array<std::uint64_t, buckets> counts_{};
    std::uint64_t count_ = 0;
    std::uint64_t largest_ = 0;
};

} // namespace chinwag::bench
