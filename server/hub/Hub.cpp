#include "hub/Hub.h"

#include "hub/RandomId.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace chinwag::hub {

Hub::Hub(std::vector<Mailbox*> mailboxes, Namespaces namespaces)
    : mailboxes_(std::move(mailboxes)), namespaces_(std::move(namespaces)) {}

protocol::StreamPosition Hub::publishPlain(Channel& channel, std::string_view text, std::string_view nick) {
    auto message = std::make_shared<Publication>();
    message->id = randomNumber();
    message->plain = text;
    message->nick = nick;
    return channel.publish(std::move(message), mailboxes_);
}

protocol::StreamPosition Hub::publish(Channel& channel, std::string data, const protocol::ClientInfo& info) {
    auto message = std::make_shared<Publication>();
    message->data = std::move(data);
    message->info = info;
    return channel.publish(std::move(message), mailboxes_);
}

std::shared_ptr<Channel>& Hub::find(std::string_view name) {
    auto& channel = channels_[std::string(name)];
    if (!channel) {
        // A session subscribes only where there is a namespace; a channel without one has no options.
        const auto* const options = namespaces_.find(name);
        channel = std::make_shared<Channel>(std::string(name), randomEpoch(), mailboxes_.size(),
                                            options != nullptr ? *options : ChannelOptions());
        channelCount_.store(channels_.size(), std::memory_order_relaxed);
    }
    return channel;
}

std::shared_ptr<Channel> Hub::channel(std::string_view name) {
    if (namespaces_.find(name) == nullptr)
        return nullptr;
    const std::lock_guard lock(mutex_);
    return find(name);
}

Hub::Entry Hub::join(std::string_view name, WorkerIndex worker, const SubscriptionRequest& request) {
    const std::lock_guard lock(mutex_);
    auto& channel = find(name);
    return {channel, channel->join(worker, request, mailboxes_)};
}

void Hub::leave(const std::shared_ptr<Channel>& channel, WorkerIndex worker,
                const SubscriptionRequest& request) {
    const std::lock_guard lock(mutex_);
    if (channel->leave(worker, request, mailboxes_))
        drop(channel->name());
}

void Hub::drop(const std::string& name) {
    channels_.erase(name);
    channelCount_.store(channels_.size(), std::memory_order_relaxed);
}

void Hub::dropDispensable(std::size_t keepBytes) {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<Channel::Idleness, std::string>> idle;
    for (const auto& [name, channel] : channels_) {
        if (const auto idleness = channel->idleness())
            idle.emplace_back(*idleness, name);
    }
    std::sort(idle.begin(), idle.end(),
              [](const auto& a, const auto& b) { return a.first.since > b.first.since; });
    std::size_t kept = 0;
    for (const auto& [idleness, name] : idle) {
        if (idleness.bytes != 0 && kept + idleness.bytes <= keepBytes)
            kept += idleness.bytes;
        else
            drop(name);
    }
}

} // namespace chinwag::hub
