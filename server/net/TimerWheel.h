// Deadlines of many connections at the cost of a list insertion each.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace chinwag::net {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Something that wants to be told when a time has come. Has at most one pending deadline, forgets it on
/// destruction, and is part of its owner: scheduling allocates nothing.
class Deadline {
public:
    Deadline() = default;
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;
    virtual ~Deadline() { cancel(); }

    /// May schedule again and may schedule or cancel others.
    virtual void onDeadline() = 0;

    void cancel();
    bool isScheduled() const { return previous_ != nullptr; }

private:
    friend class TimerWheel;
    void linkBefore(Deadline& next);

    Deadline* previous_ = nullptr;
    Deadline* next_ = nullptr;
    std::uint64_t dueTick_ = 0;
};

/// A hashed timing wheel with ticks of 100 ms. Confined to one thread; the owner supplies the clock.
class TimerWheel {
public:
    static constexpr std::chrono::milliseconds tick{100};

    explicit TimerWheel(SteadyTime now);
    ~TimerWheel();
    TimerWheel(const TimerWheel&) = delete;
    TimerWheel& operator=(const TimerWheel&) = delete;

    /// Fires `deadline` at the first tick that is at least `delay` from `now`, in place of what was
    /// scheduled for it before.
    void schedule(Deadline& deadline, SteadyTime now, std::chrono::milliseconds delay);

    /// Fires all that is due at `now`.
    void advance(SteadyTime now);

    /// Time from `now` until the wheel wants advance() to be called; none when nothing is scheduled.
    std::optional<std::chrono::milliseconds> untilNext(SteadyTime now) const;

private:
    static constexpr std::size_t slotCount = 512;

    // The head of a circular list; never fires.
    class Head : public Deadline {
        void onDeadline() override {}
    };

    std::uint64_t tickAt(SteadyTime time) const;
    void fire(Head& slot);

    const SteadyTime start_;
    std::uint64_t currentTick_ = 0; // the last one that was fired
    std::array<Head, slotCount> slots_;
};

} // namespace chinwag::net
