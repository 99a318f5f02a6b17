#include "FrameWatch.h"

#include <algorithm>
#include <utility>

namespace chinwag::bench {

FrameWatch::FrameWatch() {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(std::chrono::milliseconds(1));
    connect(&timer_, &QTimer::timeout, this, &FrameWatch::beat);
    timer_.start();
}

void FrameWatch::beat() {
    const auto now = Clock::now();
    const auto busy = threadTime();
    pause_.longest = std::max<Durations::Duration>(pause_.longest, now - last_);
    pause_.busiest = std::max(pause_.busiest, busy - lastBusy_);
    last_ = now;
    lastBusy_ = busy;
}

FrameWatch::Pause FrameWatch::takeLongest() {
    beat();
    return std::exchange(pause_, {});
}

} // namespace chinwag::bench
