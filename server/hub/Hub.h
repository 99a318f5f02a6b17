// The hub: which channels there are. Everything a session does with messages goes through here.
#pragma once

#include "hub/Channel.h"
#include "hub/ChannelOptions.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::hub {

/// Thread-safe. The lock is taken when somebody joins or leaves or asks for a channel by its name, never
/// when a message is published in a channel that one has.
class Hub {
public:
    static constexpr std::size_t idleHistoryBytes = 64 * 1024 * 1024;

    /// `mailboxes`, one a worker, must outlive the hub.
    explicit Hub(std::vector<Mailbox*> mailboxes, Namespaces namespaces = {});

    const Namespaces& namespaces() const { return namespaces_; }

    /// Publishes what one of the seed's clients says, as it says it. `nick` is what it calls itself, or
    /// empty.
    protocol::StreamPosition publishPlain(Channel& channel, std::string_view text,
                                          std::string_view nick = {});
    /// Publishes JSON. `info` tells who does, or is empty.
    protocol::StreamPosition publish(Channel& channel, std::string data, const protocol::ClientInfo& info);

    /// The channel called `name`, made when there is none. Null when it has no namespace.
    std::shared_ptr<Channel> channel(std::string_view name);

    /// Channels that there are, with a subscriber or with something to remember.
    std::size_t channelCount() const { return channelCount_.load(std::memory_order_relaxed); }

    /// Forgets the channels that nobody is in: those without history, and of the others the ones that were
    /// left first, until the history of the rest is within `keepBytes`. To be called now and then.
    void dropDispensable(std::size_t keepBytes = idleHistoryBytes);

private:
    friend class Subscription;
    struct Entry {
        std::shared_ptr<Channel> channel;
        Joined joined;
    };
    Entry join(std::string_view name, WorkerIndex worker, const SubscriptionRequest& request);
    void leave(const std::shared_ptr<Channel>& channel, WorkerIndex worker,
               const SubscriptionRequest& request);
    // mutex_ is held
    std::shared_ptr<Channel>& find(std::string_view name);
    void drop(const std::string& name);

    const std::vector<Mailbox*> mailboxes_;
    const Namespaces namespaces_;
    std::mutex mutex_; // guards channels_; taken before a channel's own lock
    std::unordered_map<std::string, std::shared_ptr<Channel>> channels_;
    std::atomic<std::size_t> channelCount_{0};
};

} // namespace chinwag::hub
