// A bounded queue from which one thread takes all that waits, in order. No Qt.
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

    explicit GroupQueue(std::size_t maxBytes) : maxBytes_(maxBytes) {}

    /// `item` is moved from only when it is taken. One that is larger than the limit is taken by an empty
    /// queue.
    [[nodiscard]] Push push(T& item, std::size_t bytes) {
        const std::lock_guard lock(mutex_);
        if (closed_)
            return Push::Closed;
        if (bytes_ != 0 && bytes_ + bytes > maxBytes_)
            return Push::Full;
        bytes_ += bytes;
        items_.push_back({std::move(item), bytes});
        if (items_.size() == 1)
            pushed_.notify_one();
        return Push::Taken;
    }

    /// Appends up to `most` items to `into`; waits for the first until `deadline` (none: for ever).
    /// False when the queue is closed and empty.
    bool take(std::vector<T>& into, std::size_t most, std::optional<Clock::time_point> deadline = {}) {
        std::unique_lock lock(mutex_);
        const auto ready = [this] { return closed_ || !items_.empty(); };
        if (deadline)
            pushed_.wait_until(lock, *deadline, ready);
        else
            pushed_.wait(lock, ready);
        const bool over = closed_ && items_.empty();
        for (std::size_t n = std::min(most, items_.size()); n > 0; --n) {
            bytes_ -= items_.front().bytes;
            into.push_back(std::move(items_.front().value));
            items_.pop_front();
        }
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
    mutable std::mutex mutex_; // guards the rest
    std::condition_variable pushed_;
    std::deque<Item> items_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
};

} // namespace chinwag::store
