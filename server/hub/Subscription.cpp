#include "hub/Subscription.h"

#include <utility>

namespace chinwag::hub {

Subscription::Subscription(Hub& hub, std::string_view name, WorkerIndex worker, Link& link)
    : hub_(hub), worker_(worker) {
    auto joined = hub.join(name, worker);
    channel_ = std::move(joined.channel);
    auto& slots = channel_->subscribers(worker_).slots;
    slot_ = slots.size();
    slots.push_back({&link, this, joined.offset});
}

Subscription::~Subscription() {
    auto& slots = channel_->subscribers(worker_).slots;
    slots[slot_] = slots.back();
    slots[slot_].owner->slot_ = slot_;
    slots.pop_back();
    hub_.leave(channel_, worker_);
}

} // namespace chinwag::hub
