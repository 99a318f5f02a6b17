// How far something long has come, for somebody who watches.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace chinwag::app {

/// One line of standard error that is written over and over, when that is a terminal; otherwise nothing. One
/// thread.
class ProgressLine {
public:
    explicit ProgressLine(std::string what);
    /// Clears the line.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    bool isSeen() const { return seen_; }
    /// May be called as often as one likes.
    void show(std::uint64_t done, std::uint64_t all);

private:
    const std::string what_;
    const bool seen_;
    std::chrono::steady_clock::time_point next_{};
};

} // namespace chinwag::app
