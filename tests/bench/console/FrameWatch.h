// How long the thread of the windows was away from its event loop: for that long nothing is painted or moves.
#pragma once

#include "Durations.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace chinwag::bench {

/// Beats once a millisecond; what comes late was held up, by something else on this thread or on this
/// machine.
class FrameWatch : public QObject {
    Q_OBJECT
public:
    FrameWatch();

    struct Pause {
        Durations::Duration longest{}; ///< between two beats
        Durations::Duration busiest{}; ///< of this thread's own doing: threadTime()
    };
    /// Since it was last asked.
    Pause takeLongest();

private:
    using Clock = std::chrono::steady_clock;
    void beat();

    QTimer timer_;
    Clock::time_point last_ = Clock::now();
    Durations::Duration lastBusy_ = threadTime();
    Pause pause_;
};

} // namespace chinwag::bench
