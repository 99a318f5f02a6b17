// How often each may do something that costs others.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace chinwag::hub {

/// Thread-safe. In memory: a restart gives everybody all turns again.
class TurnLimit {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `most` turns of each in every `window`, which begins with the first turn of anybody.
    TurnLimit(unsigned most, std::chrono::milliseconds window) : most_(most), window_(window) {}

    /// False when `who` has had all of its turns.
    bool take(const std::string& who, Time now = Time::clock::now());

private:
    const unsigned most_;
    const std::chrono::milliseconds window_;
    std::mutex mutex_; // guards what follows
    Time begun_;
    std::unordered_map<std::string, unsigned> taken_; // in the window
};

} // namespace chinwag::hub
