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
    std::uint64_t deliverPending(WorkerSubscribers& subscribers);
    void encode(const std::vector<PublicationRef>& publications);

    const WorkerIndex worker_;
    std::vector<std::shared_ptr<Channel>> touched_; // channels with something pending this turn
    std::vector<FrameRef> frames_;                  // of the channel at hand
};

} // namespace chinwag::hub
