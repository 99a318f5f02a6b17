#include "hub/Fanout.h"

#include <string>
#include <utility>

namespace chinwag::hub {

namespace {

// Larger batches would save nothing, and a slow reader holds on to the whole of what it is in.
constexpr std::size_t batchBytes = 64 * 1024;

// For one who joined in the middle of what is pending: only what came after.
std::uint64_t sendAfter(const WorkerSubscribers::Slot& slot,
                        const std::vector<PublicationRef>& publications) {
    std::uint64_t sent = 0;
    for (const auto& publication : publications) {
        if (publication->offset <= slot.from)
            continue;
        slot.link->send(FrameRef(publication->plainFrame));
        ++sent;
    }
    return sent;
}

} // namespace

std::uint64_t Fanout::deliver(std::vector<Delivery>& deliveries) {
    for (auto& delivery : deliveries) {
        auto& pending = delivery.channel->subscribers(worker_).pending;
        if (pending.empty())
            touched_.push_back(std::move(delivery.channel));
        pending.push_back(std::move(delivery.publication));
    }
    deliveries.clear();
    std::uint64_t sent = 0;
    for (const auto& channel : touched_)
        sent += deliverPending(channel->subscribers(worker_));
    touched_.clear();
    return sent;
}

std::uint64_t Fanout::deliverPending(WorkerSubscribers& subscribers) {
    encode(subscribers.pending);
    const std::uint64_t first = subscribers.pending.front()->offset;
    std::uint64_t sent = 0;
    for (const auto& slot : subscribers.slots) {
        if (slot.from >= first) {
            sent += sendAfter(slot, subscribers.pending);
            continue;
        }
        for (const auto& frame : frames_)
            slot.link->send(frame);
        sent += subscribers.pending.size();
    }
    frames_.clear();
    subscribers.pending.clear();
    return sent;
}

void Fanout::encode(const std::vector<PublicationRef>& publications) {
    std::string batch;
    std::uint32_t messages = 0;
    for (const auto& publication : publications) {
        const auto& frame = publication->plainFrame;
        if (messages != 0 && batch.size() + frame.size() > batchBytes) {
            frames_.emplace_back(std::exchange(batch, {}), messages);
            messages = 0;
        }
        batch += frame;
        ++messages;
    }
    frames_.emplace_back(std::move(batch), messages);
}

} // namespace chinwag::hub
