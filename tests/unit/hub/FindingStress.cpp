// Workers come and go and speak while others ask for the directory, look somebody up and take turns: what
// they find is right at every moment.
#include "Check.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "hub/Hub.h"
#include "hub/RoomDirectory.h"
#include "hub/Subscription.h"
#include "hub/TurnLimit.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace chinwag;
using test::check;

namespace {

constexpr int rounds = 400;
constexpr std::size_t workers = 2;
constexpr int rooms = 5;
constexpr unsigned turns = 100;

// Whatever it is told, nobody gets it.
class DeafMailbox : public hub::Mailbox {
public:
    void post(hub::Delivery /*delivery*/) override {}
    void postTask(std::function<void()> /*task*/) override {}
};

class DeafClient : public hub::CommandedClient {
public:
    void obey(const hub::ClientCommand& /*command*/) override {}
};

void work(hub::Hub& hub, hub::WorkerIndex worker) {
    test::RecordingLink link;
    DeafClient client;
    const auto name = "client " + std::to_string(worker);
    for (int round = 0; round < rounds; ++round) {
        const auto room = "chat:" + std::to_string(round % rooms);
        hub::Clients::Entry entry(hub.clients(), worker, client, name, "alice", round % 2 == 0);
        const hub::Subscription subscription(hub, room, worker, link,
                                             {hub::Dialect::Centrifuge, false, {name, "alice"}, {}, {}});
        entry.touch();
        hub.publish(subscription.channel(), hub::Message{"1"}, {});
        entry.setStaff(false);
        link.frames.clear();
    }
}

// By a clock that goes so fast that the list is made again and again.
void browse(hub::Hub& hub, const std::atomic<bool>& done) {
    auto now = hub::RoomDirectory::Time::clock::now();
    while (!done) {
        now += std::chrono::milliseconds(700);
        const auto page = hub.directory().page({{}, {}, 100}, now);
        check(page && page->rooms.size() <= rooms, "there are no more than there are");
        std::set<std::string> names;
        for (const auto& room : page->rooms) {
            check(names.insert(room.channel).second, "none is listed twice");
            check(room.people <= 1, "there is one person");
        }
        if (const auto found = hub.clients().activityOf("alice", "client 0"))
            check(found->since != 0 && found->active >= found->since, "who acts has come before");
        check(!hub.clients().activityOf("bob", "client 0"), "the client is of somebody else");
        const auto last =
            hub.clients().lastActive({{"client 0", "alice"}, {"client 1", "alice"}, {"no client", ""}});
        check(last.size() <= 1, "a user is told of once, and nobody who is not there");
        check(last.empty() || (last.front().user == "alice" && last.front().active != 0),
              "it is her who acts");
    }
}

void takeTurns() {
    hub::TurnLimit limit(turns, std::chrono::hours(1));
    std::atomic<unsigned> taken{0};
    constexpr std::size_t takers = 3;
    std::vector<std::thread> threads;
    threads.reserve(takers);
    for (std::size_t i = 0; i < takers; ++i) {
        threads.emplace_back([&] {
            for (unsigned turn = 0; turn < turns; ++turn)
                taken += limit.take("alice") ? 1U : 0U;
        });
    }
    for (auto& thread : threads)
        thread.join();
    check(taken == turns, "all turns are taken, and no more");
}

} // namespace

int main() {
    takeTurns();
    std::vector<DeafMailbox> mailboxes(workers);
    std::vector<hub::Mailbox*> places;
    places.reserve(mailboxes.size());
    for (auto& mailbox : mailboxes)
        places.push_back(&mailbox);
    hub::Hub hub(places, test::usualNamespaces());
    std::atomic<bool> done{false};
    std::vector<std::thread> askers;
    for (int i = 0; i < 2; ++i)
        askers.emplace_back([&] { browse(hub, done); });
    std::vector<std::thread> threads;
    threads.reserve(workers);
    for (std::size_t worker = 0; worker < workers; ++worker)
        threads.emplace_back([&hub, worker] { work(hub, worker); });
    for (auto& thread : threads)
        thread.join();
    done = true;
    for (auto& asker : askers)
        asker.join();
    return 0;
}
