#include "metrics/ProcessStats.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace chinwag::metrics {

namespace {

std::optional<double> readCpuSeconds() {
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return std::nullopt;
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void readMemory(ProcessStats& stats) {
    const long pageSize = sysconf(_SC_PAGESIZE);
    std::ifstream statm("/proc/self/statm");
    std::uint64_t totalPages = 0;
    std::uint64_t residentPages = 0;
    if (pageSize <= 0 || !(statm >> totalPages >> residentPages))
        return;
    stats.virtualBytes = totalPages * static_cast<std::uint64_t>(pageSize);
    stats.residentBytes = residentPages * static_cast<std::uint64_t>(pageSize);
}

/// Each entry of `folder` counted; the descriptor or handle that the counting itself needs is not told apart.
std::optional<std::uint64_t> countEntries(const char* folder) {
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    std::uint64_t count = 0;
    while (!error && entry != std::filesystem::directory_iterator()) {
        ++count;
        entry.increment(error);
    }
    if (error)
        return std::nullopt;
    return count;
}

std::optional<std::uint64_t> readMaxDescriptors() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::nullopt;
    return limit.rlim_cur;
}

} // namespace

ProcessStats readProcessStats() {
    ProcessStats stats;
    stats.cpuSeconds = readCpuSeconds();
    readMemory(stats);
    stats.openDescriptors = countEntries("/proc/self/fd");
    stats.maxDescriptors = readMaxDescriptors();
    stats.threads = countEntries("/proc/self/task");
    return stats;
}

} // namespace chinwag::metrics
