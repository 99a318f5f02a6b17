#include "bench/generator/LatencyHistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace chinwag::bench {

// Values below 2^subBits have a bucket each; above, the top bit chooses the octave and the next subBits bits
// the bucket in it.
std::size_t LatencyHistogram::bucketOf(std::uint64_t value) {
    const auto width = static_cast<unsigned>(std::bit_width(value));
    if (width <= subBits)
        return static_cast<std::size_t>(value);
    const unsigned octave = width - subBits;
    const std::uint64_t within = (value >> (octave - 1)) - (std::uint64_t{1} << subBits);
    return (std::size_t{octave} << subBits) + static_cast<std::size_t>(within);
}

std::uint64_t LatencyHistogram::upperEdge(std::size_t bucket) {
    const std::size_t octave = bucket >> subBits;
    if (octave == 0)
        return bucket;
    const std::uint64_t within = bucket & ((std::size_t{1} << subBits) - 1);
    const std::uint64_t lower = (within + (std::uint64_t{1} << subBits)) << (octave - 1);
    return lower + (std::uint64_t{1} << (octave - 1)) - 1;
}

void LatencyHistogram::record(Nanoseconds duration) {
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(duration.count(), 0));
    ++counts_[bucketOf(value)];
    ++count_;
    largest_ = std::max(largest_, value);
}

Nanoseconds LatencyHistogram::percentile(double fraction) const {
    const auto wanted = static_cast<std::uint64_t>(std::ceil(fraction * static_cast<double>(count_)));
    std::uint64_t passed = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        passed += counts_[bucket];
        if (passed >= wanted && passed > 0)
            return Nanoseconds(static_cast<std::int64_t>(std::min(upperEdge(bucket), largest_)));
    }
    return {};
}

} // namespace chinwag::bench
