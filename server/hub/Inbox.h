// The one way into a worker from other threads: many push, the owner drains all at once.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace chinwag::hub {

/// Any thread may push; only the owner drains. The items of one pusher keep their order.
template <typename T>
class Inbox {
public:
    /// True when the inbox was empty, so that exactly one pusher wakes the owner.
    [[nodiscard]] bool push(T item) {
        const std::lock_guard lock(mutex_);
        items_.push_back(std::move(item));
        return items_.size() == 1;
    }

    /// Swaps what has come in for `into`, which must be empty; its capacity is used for what comes next.
    void drain(std::vector<T>& into) {
        const std::lock_guard lock(mutex_);
        items_.swap(into);
    }

private:
    std::mutex mutex_;
    std::vector<T> items_;
};

} // namespace chinwag::hub
