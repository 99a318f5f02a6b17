// A connection's place in a channel, from construction to destruction.
#pragma once

#include "hub/Hub.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace chinwag::hub {

/// Owned by a session and confined to its worker's thread. Must not be destroyed while that worker
/// delivers (Link promises that nothing ends within a turn).
class Subscription {
public:
    /// From now on `link` is sent what is published in the channel called `name`.
    Subscription(Hub& hub, std::string_view name, WorkerIndex worker, Link& link,
                 SubscriptionRequest request = {});
    ~Subscription();
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

    Channel& channel() const { return *channel_; }
    /// What others are told of it.
    const protocol::ClientInfo& info() const { return request_.info; }
    /// Its subscriber may ask who is present.
    bool seesPresence() const { return request_.isShown.value_or(false) || channel_->options().presence; }
    /// From now on others are told this of its connection, and see it in the presence.
    void setConnInfo(const std::string& connInfo);
    /// Likewise of the subscription.
    void setChanInfo(const std::string& chanInfo);
    /// Something may not have reached it.
    void reportGap() const {
        if (request_.onGap)
            request_.onGap();
    }
    /// What it found when it joined. What was missed can be taken once.
    Joined takeJoined() { return std::move(joined_); }

private:
    Hub& hub_;
    const WorkerIndex worker_;
    SubscriptionRequest request_;
    std::shared_ptr<Channel> channel_;
    Joined joined_;
    std::size_t slot_ = 0; // in the worker's list, so that leaving needs no search
};

} // namespace chinwag::hub
