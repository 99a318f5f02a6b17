// When connections came, so that their order can be told.
#pragma once

#include <chrono>

namespace chinwag::net {

/// The time of day, but for corrections of the clock since the start: who came first was there first.
/// Thread-safe.
std::chrono::system_clock::time_point steadyWallClock();

} // namespace chinwag::net
