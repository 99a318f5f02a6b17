// The hub: which channels there are. Everything a session does with messages goes through here.
#pragma once

#include "hub/Channel.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::hub {

/// Thread-safe. The lock is taken when somebody joins or leaves, never when a message is published.
class Hub {
public:
    /// `mailboxes`, one a worker, must outlive the hub.
    explicit Hub(std::vector<Mailbox*> mailboxes, HistoryRing::Limits history = {});

    /// Publishes a text message in `channel` and returns its offset.
    std::uint64_t publish(Channel& channel, std::string_view text);

    /// Channels that have a subscriber.
    std::size_t channelCount() const { return channelCount_.load(std::memory_order_relaxed); }

private:
    friend class Subscription;
    struct Joined {
        std::shared_ptr<Channel> channel;
        std::uint64_t offset;
    };
    // Finds or makes the channel and counts a subscriber in; a channel lives as long as it has one.
    Joined join(std::string_view name, WorkerIndex worker);
    void leave(const std::shared_ptr<Channel>& channel, WorkerIndex worker);

    const std::vector<Mailbox*> mailboxes_;
    const HistoryRing::Limits history_;
    std::mutex mutex_; // guards channels_; taken before a channel's own lock
    std::unordered_map<std::string, std::shared_ptr<Channel>> channels_;
    std::atomic<std::size_t> channelCount_{0};
};

} // namespace chinwag::hub
