// The time of day, as publications and the store note it.
#pragma once

#include <chrono>
#include <cstdint>

namespace chinwag::hub {

/// Milliseconds since 1970, UTC.
inline std::int64_t wallMilliseconds() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace chinwag::hub
