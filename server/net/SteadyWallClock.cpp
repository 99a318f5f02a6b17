#include "net/SteadyWallClock.h"

namespace chinwag::net {

std::chrono::system_clock::time_point steadyWallClock() {
    static const auto wallAtStart = std::chrono::system_clock::now();
    static const auto steadyAtStart = std::chrono::steady_clock::now();
    const auto passed = std::chrono::steady_clock::now() - steadyAtStart;
    return wallAtStart + std::chrono::duration_cast<std::chrono::system_clock::duration>(passed);
}

} // namespace chinwag::net
