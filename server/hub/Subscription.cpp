#include "hub/Subscription.h"

#include <utility>

namespace chinwag::hub {

Subscription::Subscription(Hub& hub, std::string_view name, WorkerIndex worker, Link& link,
                           SubscriptionRequest request)
    : hub_(hub), worker_(worker), request_(std::move(request)) {
    auto entry = hub.join(name, worker, request_);
    channel_ = std::move(entry.channel);
    joined_ = std::move(entry.joined);
    auto& subscribers = channel_->subscribers(worker_);
    // What came while nobody was here has come to nobody.
    if (subscribers.isEmpty())
        subscribers.top = joined_.position.offset;
    auto& slots = subscribers.slots[static_cast<std::size_t>(request_.dialect)];
    slot_ = slots.size();
    slots.push_back({&link, this, joined_.sequence, request_.joinLeave});
}

void Subscription::setConnInfo(const std::string& connInfo) {
    request_.info.connInfo = connInfo;
    channel_->updatePresence(request_.info);
}

void Subscription::setChanInfo(const std::string& chanInfo) {
    request_.info.chanInfo = chanInfo;
    channel_->updatePresence(request_.info);
}

Subscription::~Subscription() {
    auto& slots = channel_->subscribers(worker_).slots[static_cast<std::size_t>(request_.dialect)];
    slots[slot_] = slots.back();
    slots[slot_].owner->slot_ = slot_;
    slots.pop_back();
    hub_.leave(channel_, worker_, request_);
}

} // namespace chinwag::hub
