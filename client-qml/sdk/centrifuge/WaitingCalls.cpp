#include "sdk/centrifuge/WaitingCalls.h"

#include <utility>

namespace chinwag::centrifuge {

WaitingCalls::WaitingCalls(std::size_t limit, std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), limit_(limit), patience_(patience) {
    limitTimer_.setSingleShot(true);
    connect(&limitTimer_, &QTimer::timeout, this, &WaitingCalls::expire);
}

bool WaitingCalls::add(Go go) {
    if (entries_.size() >= limit_)
        return false;
    entries_.push_back({std::move(go), QDeadlineTimer(patience_)});
    arm();
    return true;
}

void WaitingCalls::release() {
    limitTimer_.stop();
    give(std::exchange(entries_, {}), {});
}

void WaitingCalls::failLater(const Error& error) {
    limitTimer_.stop();
    if (entries_.empty())
        return;
    QMetaObject::invokeMethod(
        this, [this, error, entries = std::exchange(entries_, {})] { give(entries, error); },
        Qt::QueuedConnection);
}

// What is called may destroy this object, so nothing of it is touched afterwards.
void WaitingCalls::give(const std::deque<Entry>& entries, const std::optional<Error>& error) {
    const QPointer<WaitingCalls> self(this);
    for (const Entry& entry : entries) {
        entry.go(error);
        if (!self)
            return;
    }
}

void WaitingCalls::expire() {
    std::deque<Entry> expired;
    while (!entries_.empty() && entries_.front().until.hasExpired()) {
        expired.push_back(std::move(entries_.front()));
        entries_.pop_front();
    }
    arm();
    give(expired, Error{static_cast<int>(ErrorCode::Timeout), tr("timeout"), true});
}

void WaitingCalls::arm() {
    // All wait equally long, so the first is the first to be given up.
    if (!entries_.empty() && !limitTimer_.isActive())
        limitTimer_.start(
            std::chrono::ceil<std::chrono::milliseconds>(entries_.front().until.remainingTimeAsDuration()));
}

} // namespace chinwag::centrifuge
