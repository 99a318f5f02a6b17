#include "app/ProgressLine.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <unistd.h>

namespace chinwag::app {

namespace {

constexpr std::chrono::milliseconds redrawEvery{100};

} // namespace

ProgressLine::ProgressLine(std::string what) : what_(std::move(what)), seen_(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (seen_)
        static_cast<void>(std::fputs("\r\033[K", stderr));
}

void ProgressLine::show(std::uint64_t done, std::uint64_t all) {
    const auto now = std::chrono::steady_clock::now();
    if (!seen_ || now < next_)
        return;
    next_ = now + redrawEvery;
    const auto percent = all == 0 ? 0.0 : 100.0 * static_cast<double>(done) / static_cast<double>(all);
    static_cast<void>(std::fprintf(stderr, "\r\033[K%s: %.0f %%", what_.c_str(), std::min(percent, 100.0)));
}

} // namespace chinwag::app
