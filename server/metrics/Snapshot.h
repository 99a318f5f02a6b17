// The counters of all workers added up at one moment, as plain numbers.
#pragma once

#include "metrics/WorkerMetrics.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace chinwag::metrics {

/// Of the store in which messages are kept.
struct StoreCounts {
    std::uint64_t appended = 0;
    std::uint64_t refused = 0;
    std::uint64_t commits = 0;
    std::uint64_t waitingBytes = 0;
    std::uint64_t trimmed = 0;
    bool writable = true;
};

/// What is true of the process as a whole and no worker counts.
struct ServerFacts {
    std::string version;                           ///< of this program
    std::string qtVersion;                         ///< of the Qt it runs on
    std::chrono::system_clock::time_point started; ///< when the process began to serve
    std::uint64_t rooms = 0;                       ///< rooms that exist now
    std::uint64_t workers = 0;                     ///< threads that serve connections
    std::optional<StoreCounts> store{};            ///< when messages are kept
};

/// DurationHistograms added up. `buckets` are not cumulative.
struct HistogramSum {
    std::array<std::uint64_t, DurationHistogram::bucketCount> buckets{};
    std::uint64_t sumNanoseconds = 0;

    void add(const DurationHistogram& histogram);
    std::uint64_t count() const;
    /// How long the `part` (0 to 1) of what took least took at most, in seconds: between the bounds of a
    /// bucket in proportion. 0 when nothing was counted; for what is over the last bound, that bound.
    double quantile(double part) const;
};

/// Sums over the workers. The workers go on counting meanwhile, so numbers that belong together may
/// differ by what happened while they were read.
struct Snapshot {
    ServerFacts facts;

    std::int64_t openWebSockets = 0;
    std::int64_t openSecureWebSockets = 0; ///< of those, over TLS
    std::int64_t openHttp = 0;
    std::int64_t queueBytes = 0;

    std::uint64_t acceptedConnections = 0;
    std::uint64_t acceptedWebSockets = 0;
    std::uint64_t messagesIn = 0;
    std::uint64_t messageBytesIn = 0;
    std::uint64_t deliveries = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t httpRequests = 0;
    std::uint64_t aborts = 0;
    std::array<std::uint64_t, 6> httpAnswers{};
    std::array<std::uint64_t, static_cast<std::size_t>(Refusal::Count)> refusals{};
    std::array<std::uint64_t, static_cast<std::size_t>(Closing::Count)> closings{};

    HistogramSum fanout;
    HistogramSum handshake;
    HistogramSum request;
};

/// Adds the workers up. Any thread may call it while they count.
Snapshot takeSnapshot(std::span<const WorkerMetrics* const> workers, ServerFacts facts);

} // namespace chinwag::metrics
