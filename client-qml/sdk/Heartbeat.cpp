#include "sdk/Heartbeat.h"

namespace chinwag::sdk {

Heartbeat::Heartbeat(Timing timing, QObject* parent) : QObject(parent), timing_(timing) {
    untilPing_.setSingleShot(true);
    untilSilent_.setSingleShot(true);
    connect(&untilPing_, &QTimer::timeout, this, [this] {
        untilSilent_.start(timing_.within);
        Q_EMIT pingWanted();
    });
    connect(&untilSilent_, &QTimer::timeout, this, &Heartbeat::silent);
}

void Heartbeat::start() {
    untilSilent_.stop();
    untilPing_.start(timing_.every);
}

void Heartbeat::stop() {
    untilPing_.stop();
    untilSilent_.stop();
}

void Heartbeat::alive() {
    if (untilPing_.isActive() || untilSilent_.isActive())
        start();
}

} // namespace chinwag::sdk
