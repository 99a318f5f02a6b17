// A bounded queue from which one thread takes all that waits, in order; what nobody waits for, after a while
// and together. No Qt.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace chinwag::store {

/// Any thread may push; one takes.
template <typename T>
class GroupQueue {
public:
    using Clock = std::chrono::steady_clock;
    enum class Push : std::uint8_t { Taken, Full, Closed };

    /// Until something urgent comes, or `patience` is over, up to `many` items that are not may gather.
    struct Gathering {
        Clock::duration patience{0};
        std::size_t many = 1;
    };

    explicit GroupQueue(std::size_t maxBytes, Gathering gathering = {})
        : maxBytes_(maxBytes), gathering_(gathering) {}

    /// `item` is moved from only when it is taken. One that is larger than the limit is taken by an empty
    /// queue.
    [[nodiscard]] Push push(T& item, std::size_t bytes, bool urgent = true) {
        const std::lock_guard lock(mutex_);
        if (closed_)
            return Push::Closed;
        if (bytes_ != 0 && bytes_ + bytes > maxBytes_)
            return Push::Full;
        bytes_ += bytes;
        items_.push_back({std::move(item), bytes});
        const bool wasDue = due_;
        due_ = due_ || urgent || items_.size() >= gathering_.many;
        if (items_.size() == 1 || due_ != wasDue)
            pushed_.notify_one();
        return Push::Taken;
    }

    /// Appends up to `most` items to `into`; waits for the first until `deadline`, or (none) for ever and
    /// then lets others gather. False when the queue is closed and empty.
    bool take(std::vector<T>& into, std::size_t most, std::optional<Clock::time_point> deadline = {}) {
        std::unique_lock lock(mutex_);
        const auto ready = [this] { return closed_ || !items_.empty(); };
        if (deadline)
            pushed_.wait_until(lock, *deadline, ready);
        else
            pushed_.wait(lock, ready);
        if (ready() && !deadline && gathering_.patience != Clock::duration::zero())
            pushed_.wait_for(lock, gathering_.patience, [this] { return closed_ || due_; });
        const bool over = closed_ && items_.empty();
        for (std::size_t n = std::min(most, items_.size()); n > 0; --n) {
            bytes_ -= items_.front().bytes;
            into.push_back(std::move(items_.front().value));
            items_.pop_front();
        }
        // Nobody knows any more what made it so.
        due_ = !items_.empty();
        return !over;
    }

    /// Nothing is taken in any more; what waits can still be taken out.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        pushed_.notify_all();
    }

    std::size_t bytes() const {
        const std::lock_guard lock(mutex_);
        return bytes_;
    }

private:
    struct Item {
        T value;
        std::size_t bytes;
    };
    const std::size_t maxBytes_;
    const Gathering gathering_;
    mutable std::mutex mutex_; // guards the rest
    std::condition_variable pushed_;
    std::deque<Item> items_;
    std::size_t bytes_ = 0;
    bool due_ = false; // what waits is to be taken at once
    bool closed_ = false;
};

} // namespace chinwag::store
