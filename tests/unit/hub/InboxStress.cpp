// Many threads push while the owner drains: nothing is lost, each pusher's order is kept, and the owner,
// who sleeps until it is woken, is woken as often as it must be.
#include "Check.h"
#include "hub/Inbox.h"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

using chinwag::hub::Inbox;
using chinwag::test::check;

namespace {

constexpr std::size_t pushers = 4;
constexpr std::size_t itemsEach = 50'000;

struct Item {
    std::size_t pusher;
    std::size_t number;
};

// What a worker's event loop does for it: sleep until somebody rings.
class Bell {
public:
    void ring() {
        const std::lock_guard lock(mutex_);
        rung_ = true;
        condition_.notify_one();
    }

    void wait() {
        std::unique_lock lock(mutex_);
        condition_.wait(lock, [this] { return rung_; });
        rung_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable condition_;
    bool rung_ = false;
};

void drainAll(Inbox<Item>& inbox, Bell& bell) {
    std::vector<std::size_t> next(pushers, 0);
    std::size_t received = 0;
    std::vector<Item> items;
    while (received < pushers * itemsEach) {
        bell.wait();
        inbox.drain(items);
        for (const Item& item : items)
            check(item.number == next[item.pusher]++, "the items of one pusher keep their order");
        received += items.size();
        items.clear();
    }
    inbox.drain(items);
    check(items.empty(), "nothing is drained twice");
}

} // namespace

int main() {
    Inbox<Item> inbox;
    Bell bell;
    std::vector<std::thread> threads;
    for (std::size_t pusher = 0; pusher < pushers; ++pusher) {
        threads.emplace_back([&inbox, &bell, pusher] {
            for (std::size_t number = 0; number < itemsEach; ++number) {
                if (inbox.push({pusher, number}))
                    bell.ring();
            }
        });
    }
    drainAll(inbox, bell);
    for (auto& thread : threads)
        thread.join();
    return 0;
}
