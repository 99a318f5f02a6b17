// Workers ask while the names are exchanged: each answer is that of one set of them.
#include "Check.h"
#include "hub/ReservedNicks.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace chinwag;
using test::check;

namespace {

constexpr int rounds = 2'000;
constexpr int threads = 3;

} // namespace

int main() {
    hub::ReservedNicks nicks;
    nicks.set({"always", "even"});
    std::atomic<bool> done{false};
    std::vector<std::thread> workers;
    workers.reserve(threads);
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            hub::NickCheck mine(nicks);
            while (!done) {
                check(nicks.isReserved("Always", ""), "what is in every set is reserved");
                check(!nicks.isReserved("Never", ""), "what is in none is not");
                check(mine.isReserved("always", ""), "what is remembered is right");
                static_cast<void>(mine.isReserved("even", ""));
            }
            check(!mine.isReserved("even", "") && mine.isReserved("odd", ""), "the last names hold for all");
        });
    }
    for (int round = 1; round <= rounds; ++round)
        nicks.set({"always", round % 2 == 0 ? "even" : "odd"});
    nicks.set({"always", "odd"});
    done = true;
    for (auto& worker : workers)
        worker.join();
    return 0;
}
