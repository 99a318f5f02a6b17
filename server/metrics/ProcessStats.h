// What the kernel says about this process: the standard process_* metrics.
#pragma once

#include <cstdint>
#include <optional>

namespace chinwag::metrics {

/// A value is absent when the kernel did not tell it, e.g. where /proc is not mounted.
struct ProcessStats {
    std::optional<double> cpuSeconds; ///< user and system time of all threads
    std::optional<std::uint64_t> residentBytes;
    std::optional<std::uint64_t> virtualBytes;
    std::optional<std::uint64_t> openDescriptors;
    std::optional<std::uint64_t> maxDescriptors; ///< the soft limit
    std::optional<std::uint64_t> threads;
};

ProcessStats readProcessStats();

} // namespace chinwag::metrics
