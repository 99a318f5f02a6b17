#pragma once

#include <chrono>

namespace chinwag::bench {

using Clock = std::chrono::steady_clock;
using Instant = Clock::time_point;
using Nanoseconds = std::chrono::nanoseconds;

inline Nanoseconds fromSeconds(double seconds) {
    return std::chrono::duration_cast<Nanoseconds>(std::chrono::duration<double>(seconds));
}

inline double toSeconds(Nanoseconds duration) {
    return std::chrono::duration<double>(duration).count();
}

inline double toMicroseconds(Nanoseconds duration) {
    return std::chrono::duration<double, std::micro>(duration).count();
}

} // namespace chinwag::bench
