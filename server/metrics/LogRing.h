// The latest records of the log, for operators who look at a running server.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::metrics {

enum class LogSeverity : std::uint8_t { Debug, Info, Warning, Error };

std::string_view name(LogSeverity severity);

struct LogEntry {
    std::uint64_t seq = 0; ///< from 1 on, without a gap, as long as the server runs
    std::chrono::system_clock::time_point time;
    LogSeverity severity = LogSeverity::Info;
    std::string category{};
    std::string message{}; ///< UTF-8, as it was logged: it may quote what peers send
};

struct LogQuery {
    std::string text{}; ///< stands in the category or the message, without regard to ASCII case
    LogSeverity least = LogSeverity::Debug;
    std::uint64_t before = 0; ///< only what has a smaller seq; 0 = from the newest on
    std::uint64_t after = 0;  ///< only what has a greater one
    std::size_t limit = 100;
};

struct LogPage {
    std::vector<LogEntry> entries{}; ///< newest first
    std::uint64_t next = 0;          ///< `before` of the page that follows; 0 when there is none
};

/// Keeps what came last; the oldest goes. Any thread. It never logs.
class LogRing {
public:
    static constexpr std::size_t maxEntries = 2'000;
    static constexpr std::size_t maxBytes = 1U << 20U; ///< of all entries, with what they take beside text
    static constexpr std::size_t maxMessage = 8U
                                              << 10U; ///< bytes; what is longer is cut, with "…" at its end

    /// `entry.seq` is given here.
    void add(LogEntry entry);

    LogPage find(const LogQuery& query) const;

private:
    mutable std::mutex mutex_;
    std::deque<LogEntry> entries_;
    std::size_t bytes_ = 0;
    std::uint64_t lastSeq_ = 0;
};

} // namespace chinwag::metrics
