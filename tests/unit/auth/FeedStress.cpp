// Tokens of the live feed are issued and sessions reviewed by one thread while others come and go by them.
#include "Check.h"
#include "auth/FeedDoor.h"

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

using namespace chinwag::auth;
using chinwag::test::check;

namespace {

constexpr int visitorThreads = 3;
constexpr int rounds = 2'000;

OperatorSessions::Session sessionOf(int number) {
    OperatorSessions::Session session;
    session.id = "session-" + std::to_string(number);
    session.operatorName = "olga";
    session.role = number % 2 == 0 ? Role::Admin : Role::Viewer;
    return session;
}

} // namespace

int main() {
    FeedDoor door;
    const auto now = std::chrono::system_clock::now();
    std::vector<std::string> tokens;
    tokens.reserve(visitorThreads);
    for (int number = 0; number < visitorThreads; ++number)
        tokens.push_back(door.issue(sessionOf(number), now));
    std::atomic<int> visits{0};
    std::vector<std::thread> threads;
    threads.reserve(visitorThreads);
    for (int number = 0; number < visitorThreads; ++number) {
        threads.emplace_back([&, number] {
            for (int round = 0; round < rounds; ++round) {
                const auto verified = door.verify(tokens[static_cast<std::size_t>(number)], now);
                if (const auto* const pass = std::get_if<FeedPass>(&verified)) {
                    const FeedDoor::Visit visit(door, std::to_string(number) + '.' + std::to_string(round),
                                                *pass);
                    visits.fetch_add(1, std::memory_order_relaxed);
                }
            }
        });
    }
    for (int round = 0; round < rounds; ++round) {
        // Every other time one of the sessions has ended, and is there again at once.
        std::vector<OperatorSessions::Session> live{sessionOf(0), sessionOf(1)};
        if (round % 2 == 0)
            live.push_back(sessionOf(2));
        static_cast<void>(door.review(live));
        static_cast<void>(door.issue(sessionOf(2), now));
    }
    for (auto& thread : threads)
        thread.join();
    // The first two sessions were there all the time.
    check(visits.load() >= 2 * rounds, "those whose session holds are let in");
    check(door.review({}).empty(), "nobody has been left behind");
    return 0;
}
