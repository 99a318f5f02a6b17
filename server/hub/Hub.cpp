#include "hub/Hub.h"

#include "protocol/WebSocketFrame.h"

#include <utility>

namespace chinwag::hub {

Hub::Hub(std::vector<Mailbox*> mailboxes, HistoryRing::Limits history)
    : mailboxes_(std::move(mailboxes)), history_(history) {}

std::uint64_t Hub::publish(Channel& channel, std::string_view text) {
    auto publication = std::make_shared<Publication>();
    publication->plainFrame = protocol::makeFrame(protocol::Opcode::Text, text);
    return channel.publish(std::move(publication), mailboxes_);
}

Hub::Joined Hub::join(std::string_view name, WorkerIndex worker) {
    const std::lock_guard lock(mutex_);
    auto& channel = channels_[std::string(name)];
    if (!channel) {
        channel = std::make_shared<Channel>(std::string(name), mailboxes_.size(), history_);
        channelCount_.store(channels_.size(), std::memory_order_relaxed);
    }
    return {channel, channel->join(worker)};
}

void Hub::leave(const std::shared_ptr<Channel>& channel, WorkerIndex worker) {
    const std::lock_guard lock(mutex_);
    if (!channel->leave(worker))
        return;
    channels_.erase(channel->name());
    channelCount_.store(channels_.size(), std::memory_order_relaxed);
}

} // namespace chinwag::hub
