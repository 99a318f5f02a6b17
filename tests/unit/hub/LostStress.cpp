// Workers publish while the store's thread finds that it cannot keep all of it. Every stream that has lost
// something must end, exactly once, whoever is in its channel then or whether it is there at all.
#include "Check.h"
#include "LosingStore.h"
#include "RecordingLink.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "hub/Inbox.h"
#include "hub/Subscription.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace chinwag;
using test::check;

namespace {

constexpr std::size_t workers = 3;
constexpr std::size_t channels = 3; // that are followed
// And that nobody is in: so many that most of those which lose something are not spoken in again.
constexpr std::size_t desertedChannels = 400;
constexpr int steps = 4'000;
constexpr unsigned lossEvery = 50;

class WorkerMailbox : public hub::Mailbox {
public:
    // Whether the owner has to be woken does not matter here: it looks again and again.
    void post(hub::Delivery delivery) override { (void)deliveries.push(std::move(delivery)); }
    void postTask(std::function<void()> task) override { (void)tasks.push(std::move(task)); }

    hub::Inbox<hub::Delivery> deliveries;
    hub::Inbox<std::function<void()>> tasks;
};

std::string followed(std::size_t number) {
    return "chat:" + std::to_string(number);
}

std::string deserted(std::size_t number) {
    return "chat:deserted-" + std::to_string(number);
}

struct Answers {
    std::atomic<std::size_t> kept{0};
    std::atomic<std::size_t> lost{0};

    hub::Acknowledge acknowledge() {
        return [this](const hub::PublishResult& result) {
            ++(std::holds_alternative<hub::StoreError>(result) ? lost : kept);
        };
    }
};

class Worker {
public:
    Worker(hub::Hub& hub, WorkerMailbox& mailbox, hub::WorkerIndex index, Answers& answers)
        : hub_(hub),
          mailbox_(mailbox),
          answers_(answers),
          fanout_(index),
          random_(static_cast<unsigned>(index)) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            hub::SubscriptionRequest request{hub::Dialect::Centrifuge, false, {}, {}, {}};
            request.onGap = [this, channel] { ++gaps_[channel]; };
            subscriptions_[channel] =
                std::make_unique<hub::Subscription>(hub, followed(channel), index, link_, std::move(request));
        }
    }

    void act() {
        for (int step = 0; step < steps; ++step) {
            turn();
            const auto channel = random_() % channels;
            switch (random_() % 16) {
            case 0: hub_.dropDispensable(0); break;
            case 1: (void)hub_.positions(); break;
            case 2:
            case 3:
                ++published_;
                hub_.publish(deserted(random_() % desertedChannels), {"{}"}, answers_.acknowledge());
                break;
            default:
                ++published_;
                hub_.publish(subscriptions_[channel]->channel(), {"{}"}, answers_.acknowledge());
            }
        }
    }

    void turn() {
        mailbox_.tasks.drain(tasks_);
        for (const auto& task : std::exchange(tasks_, {}))
            task();
        mailbox_.deliveries.drain(deliveries_);
        fanout_.deliver(deliveries_);
        link_.frames.clear();
    }

    std::size_t published() const { return published_; }
    std::size_t gaps(std::size_t channel) const { return gaps_[channel]; }

private:
    hub::Hub& hub_;
    WorkerMailbox& mailbox_;
    Answers& answers_;
    hub::Fanout fanout_;
    std::mt19937 random_;
    test::RecordingLink link_;
    std::array<std::unique_ptr<hub::Subscription>, channels> subscriptions_;
    std::array<std::size_t, channels> gaps_{};
    std::vector<hub::Delivery> deliveries_;
    std::vector<std::function<void()>> tasks_;
    std::size_t published_ = 0;
};

hub::Namespaces durableChat() {
    hub::ChannelOptions options;
    options.history = {64, 4096};
    options.durable = true;
    hub::Namespaces namespaces;
    namespaces.set("chat", options);
    return namespaces;
}

} // namespace

int main() {
    std::vector<std::unique_ptr<WorkerMailbox>> mailboxes;
    std::vector<hub::Mailbox*> ports;
    for (std::size_t i = 0; i < workers; ++i)
        ports.push_back(mailboxes.emplace_back(std::make_unique<WorkerMailbox>()).get());
    hub::Hub hub(ports, durableChat());
    test::LosingStore store(lossEvery);
    check(!hub.keepIn(store), "the hub takes the store");

    Answers answers;
    std::vector<std::unique_ptr<Worker>> all;
    for (hub::WorkerIndex index = 0; index < workers; ++index)
        all.push_back(std::make_unique<Worker>(hub, *mailboxes[index], index, answers));
    std::vector<std::thread> threads;
    for (auto& worker : all)
        threads.emplace_back([&worker] { worker->act(); });
    for (auto& thread : threads)
        thread.join();
    const auto& lost = store.finish();
    // Once for the task that the last loss has left, and once for what it has told the others.
    for (int round = 0; round < 2; ++round) {
        for (auto& worker : all)
            worker->turn();
    }

    std::size_t published = 0;
    for (const auto& worker : all)
        published += worker->published();
    check(answers.kept + answers.lost == published, "every publisher is answered");
    check(answers.lost > 100 && lost.size() > channels, "streams have lost something");
    for (const auto& [channel, epoch] : lost)
        check(hub.channel(channel)->currentPosition().epoch != epoch,
              "a stream that has lost something ends");
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto ended = static_cast<std::size_t>(std::count_if(
            lost.begin(), lost.end(), [&](const auto& one) { return one.first == followed(channel); }));
        for (const auto& worker : all)
            check(worker->gaps(channel) == ended, "whoever follows a channel is told once of each end");
    }
    return 0;
}
