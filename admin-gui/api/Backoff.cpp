#include "api/Backoff.h"

#include <algorithm>

namespace chinwag::admin {

std::chrono::milliseconds Backoff::next(double chance) {
    constexpr int doublings = 5; // 1 s * 2^5 is past the last span
    const auto span = std::min(last, first * (1 << std::min(attempt_, doublings)));
    ++attempt_;
    const auto half = static_cast<double>(span.count()) / 2;
    return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(half + half * chance));
}

} // namespace chinwag::admin
