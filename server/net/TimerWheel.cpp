#include "net/TimerWheel.h"

#include <algorithm>

namespace chinwag::net {

void Deadline::cancel() {
    if (!isScheduled())
        return;
    previous_->next_ = next_;
    next_->previous_ = previous_;
    previous_ = next_ = nullptr;
}

void Deadline::linkBefore(Deadline& next) {
    previous_ = next.previous_;
    next_ = &next;
    previous_->next_ = this;
    next_->previous_ = this;
}

TimerWheel::TimerWheel(SteadyTime now) : start_(now) {
    for (auto& slot : slots_)
        slot.previous_ = slot.next_ = &slot;
}

TimerWheel::~TimerWheel() {
    for (auto& slot : slots_) {
        while (slot.next_ != &slot)
            slot.next_->cancel();
        slot.previous_ = slot.next_ = nullptr;
    }
}

std::uint64_t TimerWheel::tickAt(SteadyTime time) const {
    return time <= start_ ? 0 : static_cast<std::uint64_t>((time - start_) / tick);
}

void TimerWheel::schedule(Deadline& deadline, SteadyTime now, std::chrono::milliseconds delay) {
    deadline.cancel();
    // One tick is added because `now` lies somewhere within its tick: never early, at most 100 ms late.
    const std::uint64_t due = tickAt(now + delay) + 1;
    deadline.dueTick_ = std::max(due, currentTick_ + 1);
    deadline.linkBefore(slots_[deadline.dueTick_ % slotCount]);
}

void TimerWheel::advance(SteadyTime now) {
    const std::uint64_t target = tickAt(now);
    // After a long pause one round over all slots reaches everything.
    if (target > currentTick_ + slotCount)
        currentTick_ = target - slotCount;
    while (currentTick_ < target) {
        ++currentTick_;
        fire(slots_[currentTick_ % slotCount]);
    }
}

void TimerWheel::fire(Head& slot) {
    // Moved aside first: what fires may schedule into this very slot, for a later round.
    Head due;
    due.previous_ = due.next_ = &due;
    for (Deadline* node = slot.next_; node != &slot;) {
        Deadline* const next = node->next_;
        if (node->dueTick_ <= currentTick_) {
            node->cancel();
            node->linkBefore(due);
        }
        node = next;
    }
    while (due.next_ != &due) {
        Deadline* const first = due.next_;
        first->cancel();
        first->onDeadline();
    }
    due.previous_ = due.next_ = nullptr;
}

std::optional<std::chrono::milliseconds> TimerWheel::untilNext(SteadyTime now) const {
    for (std::uint64_t ahead = 1; ahead <= slotCount; ++ahead) {
        const auto& slot = slots_[(currentTick_ + ahead) % slotCount];
        if (slot.next_ == &slot)
            continue;
        const SteadyTime at = start_ + tick * static_cast<std::int64_t>(currentTick_ + ahead);
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(at - now);
        return std::max(wait, std::chrono::milliseconds(0));
    }
    return std::nullopt;
}

} // namespace chinwag::net
