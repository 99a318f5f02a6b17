// Counters and histograms that one thread writes and any thread reads. Writing is a plain load and
// store, no locked instruction: each worker has its own set and a reader adds the sets up.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chinwag::metrics {

/// A number that only its owning thread changes. A reader sees a recent value, never a torn one.
class Counter {
public:
    void add(std::uint64_t amount = 1) {
        value_.store(value_.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
    }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

/// As Counter, but it goes down too.
class Gauge {
public:
    void add(std::int64_t amount) {
        value_.store(value_.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
    }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> value_{0};
};

/// Durations counted in buckets, 10 us to 10 s, with their sum.
class DurationHistogram {
public:
    /// Upper bounds in microseconds; what is longer falls into the last, unbounded bucket.
    static constexpr std::array<std::int64_t, 13> boundsMicroseconds{
        10, 25, 50, 100, 250, 500, 1'000, 5'000, 10'000, 50'000, 250'000, 1'000'000, 10'000'000};
    static constexpr std::size_t bucketCount = boundsMicroseconds.size() + 1;

    void record(std::chrono::nanoseconds duration) {
        const auto micros = duration.count() / 1000;
        std::size_t bucket = 0;
        while (bucket < boundsMicroseconds.size() && micros > boundsMicroseconds[bucket])
            ++bucket;
        buckets_[bucket].add();
        sumNanoseconds_.add(static_cast<std::uint64_t>(duration.count() < 0 ? 0 : duration.count()));
    }
    std::uint64_t bucket(std::size_t index) const { return buckets_[index].value(); }
    std::uint64_t sumNanoseconds() const { return sumNanoseconds_.value(); }

private:
    std::array<Counter, bucketCount> buckets_;
    Counter sumNanoseconds_;
};

} // namespace chinwag::metrics
