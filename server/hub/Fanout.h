// Delivers what came into a worker's inbox to that worker's subscribers.
#pragma once

#include "hub/Channel.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace chinwag::hub {

/// One a worker, used on its thread only. What the channels got in one turn is put together into as few
/// shared frames as possible, so that a recipient costs one queue entry and one write a turn, however
/// many messages there were.
class Fanout {
public:
    explicit Fanout(WorkerIndex worker) : worker_(worker) {}

    /// Sends all of `deliveries` and clears it. Returns the number of messages queued to recipients.
    std::uint64_t deliver(std::vector<Delivery>& deliveries);

private:
    // The frames of what is pending, for those who want to hear all of it, or no joins and leaves.
    struct Batch {
        std::vector<FrameRef> frames;
        std::uint32_t messages = 0;
    };

    std::uint64_t deliverPending(WorkerSubscribers& subscribers);
    static void follow(WorkerSubscribers& subscribers);
    // To those who subscribed before that sequence.
    static void reportGap(const WorkerSubscribers& subscribers, std::uint64_t before);
    std::uint64_t deliverPending(const WorkerSubscribers& subscribers, Dialect dialect);
    static void encode(Batch& batch, const std::vector<PublicationRef>& publications, Dialect dialect,
                       bool joinLeave);

    const WorkerIndex worker_;
    std::vector<std::shared_ptr<Channel>> touched_; // channels with something pending this turn
    Batch all_;
    Batch messagesOnly_;
};

} // namespace chinwag::hub
