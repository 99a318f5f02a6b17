// Workers join, leave, publish and deliver at the same time. Afterwards every connection must have seen,
// without gap or repetition and in the channel's one order, what was published while it was there.
#include "Check.h"
#include "RecordingLink.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "hub/Inbox.h"
#include "hub/Subscription.h"

#include <algorithm>
#include <array>
#include <barrier>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using chinwag::hub::ChannelOptions;
using chinwag::hub::Delivery;
using chinwag::hub::Hub;
using chinwag::hub::Inbox;
using chinwag::hub::Mailbox;
using chinwag::hub::Namespaces;
using chinwag::hub::Subscription;
using chinwag::hub::WorkerIndex;
using chinwag::test::check;
using chinwag::test::RecordingLink;

namespace {

constexpr std::size_t workers = 4;
constexpr std::size_t channels = 3;
constexpr int steps = 6000;
constexpr std::size_t most = 12; // connections of a worker

class WorkerMailbox : public Mailbox {
public:
    // Whether the owner has to be woken does not matter here: it looks again and again.
    void post(Delivery delivery) override { (void)inbox.push(std::move(delivery)); }

    void postTask(std::function<void()>) override {}

    Inbox<Delivery> inbox;
};

std::string channelName(std::size_t number) {
    return "chat:" + std::to_string(number);
}

// A connection with the channel's offset around its joining, and what it had got when it left.
struct Client {
    std::size_t channel = 0;
    RecordingLink link;
    std::unique_ptr<Subscription> subscription;
};

struct Seen {
    std::size_t channel = 0;
    std::vector<std::string> messages;
    bool stayed = false; // until the end
};

class Worker {
public:
    Worker(Hub& hub, WorkerMailbox& mailbox, WorkerIndex index)
        : hub_(hub),
          mailbox_(mailbox),
          index_(index),
          fanout_(index),
          random_(static_cast<unsigned>(index)) {}

    void act() {
        for (int step = 0; step < steps; ++step) {
            deliver();
            switch (random_() % 8) {
            case 0: join(); break;
            case 1: leave(); break;
            case 2: readHistory(); break;
            default: publish();
            }
        }
    }

    void deliver() {
        mailbox_.inbox.drain(deliveries_);
        fanout_.deliver(deliveries_);
    }

    void finish() {
        deliver();
        while (!clients_.empty())
            take(clients_.size() - 1, true);
    }

    const std::vector<Seen>& seen() const { return seen_; }
    const std::map<std::uint64_t, std::string>& published(std::size_t channel) const {
        return published_[channel];
    }

private:
    void join() {
        if (clients_.size() == most)
            return;
        auto client = std::make_unique<Client>();
        client->channel = random_() % channels;
        client->subscription =
            std::make_unique<Subscription>(hub_, channelName(client->channel), index_, client->link);
        clients_.push_back(std::move(client));
    }

    void leave() {
        if (!clients_.empty())
            take(random_() % clients_.size(), false);
    }

    void take(std::size_t at, bool stayed) {
        clients_[at]->subscription.reset();
        seen_.push_back({clients_[at]->channel, clients_[at]->link.messages(), stayed});
        clients_.erase(clients_.begin() + static_cast<std::ptrdiff_t>(at));
    }

    void publish() {
        if (clients_.empty())
            return;
        const auto& client = *clients_[random_() % clients_.size()];
        std::string text = std::to_string(index_) + "/" + std::to_string(++number_);
        const auto offset = hub_.publishPlain(client.subscription->channel(), text).offset;
        check(published_[client.channel].emplace(offset, std::move(text)).second, "an offset is given once");
    }

    void readHistory() {
        if (clients_.empty())
            return;
        auto& channel = clients_[random_() % clients_.size()]->subscription->channel();
        const auto history = channel.history({{}, most, random_() % 2 == 0}).publications;
        for (std::size_t i = 1; i < history.size(); ++i)
            check(std::max(history[i]->offset, history[i - 1]->offset) -
                          std::min(history[i]->offset, history[i - 1]->offset) ==
                      1,
                  "history has no gaps");
    }

    Hub& hub_;
    WorkerMailbox& mailbox_;
    const WorkerIndex index_;
    chinwag::hub::Fanout fanout_;
    std::mt19937 random_;
    std::vector<Delivery> deliveries_;
    std::vector<std::unique_ptr<Client>> clients_;
    std::vector<Seen> seen_;
    std::array<std::map<std::uint64_t, std::string>, channels> published_;
    std::uint64_t number_ = 0;
};

// The messages of a channel in its order, put together from what its publishers were told.
std::vector<std::string> orderOf(std::size_t channel, const std::vector<std::unique_ptr<Worker>>& all) {
    std::map<std::uint64_t, std::string> merged;
    for (const auto& worker : all) {
        for (const auto& [offset, text] : worker->published(channel))
            check(merged.emplace(offset, text).second, "no two workers are given the same offset");
    }
    check(merged.empty() || merged.rbegin()->first == merged.size(), "offsets have no gaps");
    std::vector<std::string> out;
    out.reserve(merged.size());
    for (auto& [offset, text] : merged)
        out.push_back(std::move(text));
    return out;
}

void judge(const Seen& seen, const std::vector<std::string>& order,
           const std::map<std::string, std::size_t>& places) {
    if (seen.messages.empty())
        return;
    const std::size_t first = places.at(seen.messages.front());
    check(first + seen.messages.size() <= order.size(), "nothing is delivered twice");
    for (std::size_t i = 0; i < seen.messages.size(); ++i)
        check(seen.messages[i] == order[first + i], "everybody sees one order without gaps");
    if (seen.stayed)
        check(first + seen.messages.size() == order.size(), "who stays gets everything to the end");
}

} // namespace

int main() {
    std::vector<std::unique_ptr<WorkerMailbox>> mailboxes;
    std::vector<Mailbox*> ports;
    for (std::size_t i = 0; i <= workers; ++i)
        ports.push_back(mailboxes.emplace_back(std::make_unique<WorkerMailbox>()).get());
    Namespaces namespaces;
    ChannelOptions options;
    options.history = {64, 4096};
    namespaces.set("chat", options);
    Hub hub(ports, std::move(namespaces));

    // One that stays in each channel, on a worker of its own: the channels live on when all others leave,
    // so that offsets name messages for good.
    RecordingLink anchor;
    std::vector<std::unique_ptr<Subscription>> anchors;
    for (std::size_t channel = 0; channel < channels; ++channel)
        anchors.push_back(std::make_unique<Subscription>(hub, channelName(channel), workers, anchor));

    std::vector<std::unique_ptr<Worker>> all;
    for (WorkerIndex index = 0; index < workers; ++index)
        all.push_back(std::make_unique<Worker>(hub, *mailboxes[index], index));
    std::barrier published(static_cast<std::ptrdiff_t>(workers));
    std::vector<std::thread> threads;
    threads.reserve(all.size());
    for (auto& worker : all) {
        threads.emplace_back([&worker, &published] {
            worker->act();
            published.arrive_and_wait(); // from here on every publication is in its inboxes
            worker->finish();
        });
    }
    for (auto& thread : threads)
        thread.join();

    std::size_t messages = 0;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const auto order = orderOf(channel, all);
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < order.size(); ++i)
            places.emplace(order[i], i);
        for (const auto& worker : all) {
            for (const Seen& seen : worker->seen()) {
                if (seen.channel == channel)
                    judge(seen, order, places);
            }
        }
        messages += order.size();
    }
    check(messages > 1000, "the workers have published");
    anchors.clear();
    check(hub.channelCount() == channels, "a channel stays for those who may come back");
    return 0;
}
