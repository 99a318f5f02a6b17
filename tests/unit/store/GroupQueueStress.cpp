// Many push, one takes: nothing is lost, doubled or out of order, and no more waits than may.
#include "Check.h"
#include "store/GroupQueue.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

using chinwag::store::GroupQueue;
using chinwag::test::check;

namespace {

using Item = std::unique_ptr<std::pair<std::size_t, std::size_t>>; // who pushed, and the how manieth
using Queue = GroupQueue<Item>;

constexpr std::size_t pushers = 4;
constexpr std::size_t each = 20'000;
constexpr std::size_t maxBytes = 1'000;

void pushAll(Queue& queue, std::size_t pusher, std::atomic<std::size_t>& refused) {
    for (std::size_t n = 0; n < each; ++n) {
        auto item = std::make_unique<Item::element_type>(pusher, n);
        while (queue.push(item, 10) != Queue::Push::Taken) {
            check(item != nullptr, "a refused item is left alone");
            ++refused;
            std::this_thread::yield();
        }
        check(item == nullptr, "a taken item is gone");
    }
}

void manyPush() {
    Queue queue(maxBytes);
    std::atomic<std::size_t> refused{0};
    std::vector<std::size_t> next(pushers, 0);
    std::size_t taken = 0;
    std::thread taker([&] {
        std::vector<Item> group;
        while (queue.take(group, 37)) {
            check(group.size() <= 37, "a group has its limit");
            for (const Item& item : group)
                check(next[item->first]++ == item->second, "one pusher's items keep their order");
            taken += group.size();
            group.clear();
            check(queue.bytes() <= maxBytes, "no more waits than may");
        }
    });
    std::vector<std::thread> threads;
    for (std::size_t pusher = 0; pusher < pushers; ++pusher)
        threads.emplace_back([&queue, pusher, &refused] { pushAll(queue, pusher, refused); });
    for (std::thread& thread : threads)
        thread.join();
    queue.close();
    taker.join();
    check(taken == pushers * each, "everything was taken");
}

void limits() {
    Queue queue(maxBytes);
    auto large = std::make_unique<Item::element_type>(0, 0);
    check(queue.push(large, 5 * maxBytes) == Queue::Push::Taken, "an empty queue takes a large one");
    auto small = std::make_unique<Item::element_type>(0, 1);
    check(queue.push(small, 1) == Queue::Push::Full, "a full one takes nothing");
    queue.close();
    check(queue.push(small, 1) == Queue::Push::Closed, "nor does a closed one");
    std::vector<Item> group;
    check(queue.take(group, 10) && group.size() == 1, "what waits can be taken after closing");
    check(!queue.take(group, 10), "then it is over");
}

void deadlines() {
    Queue queue(maxBytes);
    std::vector<Item> group;
    check(queue.take(group, 1, Queue::Clock::time_point::min()), "a deadline that has passed is no end");
    check(group.empty(), "nor does anything come from nowhere");
}

void gathering() {
    // Were it not for what is due, this would wait for an hour.
    Queue queue(maxBytes, {std::chrono::hours(1), 3});
    const auto push = [&queue](std::size_t n, bool urgent) {
        auto item = std::make_unique<Item::element_type>(0, n);
        check(queue.push(item, 1, urgent) == Queue::Push::Taken, "there is room");
    };
    std::vector<Item> group;
    push(0, false);
    push(1, true);
    check(queue.take(group, 10) && group.size() == 2, "an urgent one takes along those before it");
    for (std::size_t n = 2; n < 5; ++n)
        push(n, false);
    check(queue.take(group, 2) && group.size() == 4, "many do not wait");
    check(queue.take(group, 10) && group.size() == 5, "nor does what one group had no room for");
    push(5, false);
    check(queue.take(group, 10, Queue::Clock::time_point::min()), "who cannot wait");
    check(group.size() == 6, "takes what there is");
    std::thread late([&] { push(7, true); });
    push(6, false);
    while (group.size() < 8)
        check(queue.take(group, 10), "a pusher ends the waiting");
    late.join();
    push(8, false);
    queue.close();
    check(queue.take(group, 10) && group.size() == 9, "so does closing");
}

void patience() {
    Queue queue(maxBytes, {std::chrono::milliseconds(1), 100});
    auto item = std::make_unique<Item::element_type>(0, 0);
    check(queue.push(item, 1, false) == Queue::Push::Taken, "there is room");
    std::vector<Item> group;
    check(queue.take(group, 10) && group.size() == 1, "patience ends");
}

} // namespace

int main() {
    manyPush();
    limits();
    deadlines();
    gathering();
    patience();
    return 0;
}
