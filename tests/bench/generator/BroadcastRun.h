#pragma once

#include "bench/generator/LatencyHistogram.h"
#include "bench/generator/Message.h"
#include "bench/generator/Meter.h"
#include "bench/generator/Options.h"
#include "bench/generator/Report.h"
#include "bench/generator/Swarm.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace chinwag::bench {

/// Clients in one room, or in many of the same size: a few senders talk, everybody in the room listens, every
/// delivery counts.
///
/// Closed loop: a sender has a window of messages under way and sends the next one when one is done; this
/// finds the most that a server delivers. Open loop: messages leave at fixed times whatever the server does,
/// and latency is counted from those times, so that a server that stalls cannot hide it.
class BroadcastRun : private DeliverySink {
public:
    BroadcastRun(const Options& options, const Endpoint& endpoint);

    Result<Report> run();

private:
    void delivered(std::size_t connection, std::string_view text) override;
    void checkDelivery(std::size_t connection, const Message& message, std::string_view text);
    void settle(std::size_t connection, const Message& message);
    void speak(std::size_t sender, Instant sentAt);
    std::size_t speakerOf(std::size_t sender) const;
    std::size_t roomOf(std::size_t client) const { return client % options_.rooms; }
    std::size_t membersOfARoom() const { return options_.clients / options_.rooms; }

    Check converse(Nanoseconds duration);
    Check drain();
    Check checkComplete() const;
    Report makeReport(const Span& span, std::uint64_t deliveries, std::uint64_t sent) const;

    const Options options_;
    const Meter meter_;
    Swarm swarm_;

    std::vector<std::uint32_t> nextSequence_; // by sender
    std::vector<std::uint32_t> expectedNext_; // by sender, as the first client of its room sees it
    std::vector<std::uint32_t> arrivals_;     // Await::All: by sender and place in its window
    std::vector<std::uint64_t> received_;     // by client
    std::vector<std::uint64_t> digest_;       // by client: of all texts, in order
    LatencyHistogram latency_;
    std::vector<std::uint64_t> sentTo_; // by room
    std::uint64_t sent_ = 0;
    std::uint64_t deliveries_ = 0;
    Instant nextDue_;
    std::size_t nextSender_ = 0;
    bool talking_ = false;
    bool measuring_ = false;
    Check fault_;
};

} // namespace chinwag::bench
