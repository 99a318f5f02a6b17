// What nobody but operators wants to know of a connection.
#pragma once

#include "hub/Session.h"
#include "net/TimerWheel.h"
#include "protocol/ConnectionQuery.h"

#include <chrono>
#include <cstdint>

namespace chinwag::net {

/// Counted by its connection, where something happens anyway; rates and means are worked out when somebody
/// looks, and with every ping.
struct Tally {
    struct Counts {
        std::uint64_t messagesIn = 0;
        std::uint64_t messagesOut = 0;
        std::uint64_t bytesIn = 0;
        std::uint64_t bytesOut = 0;
    };
    Counts counts;
    std::uint32_t refused = 0; ///< messages of the peer that were over its rate and are lost
    SteadyTime lastMessage;
    SteadyTime pinged;

    void begin(SteadyTime now);
    /// The peer has answered the ping.
    void addRoundTrip(SteadyTime now);
    /// Works the rates out anew, unless that was within the last second.
    void sample(SteadyTime now);
    void fillIn(protocol::ConnectionInfo& info, SteadyTime now);

private:
    // Each a second, between the last two samples.
    struct Rates {
        float messagesIn = 0;
        float messagesOut = 0;
        float bytesIn = 0;
        float bytesOut = 0;
    };
    Counts sampled_;
    SteadyTime sampledAt_;
    Rates rates_;
    std::uint32_t roundTrips_ = 0;
    std::chrono::nanoseconds roundTrip_{}; // of the last ping
    std::chrono::nanoseconds roundTripSum_{};
    std::chrono::nanoseconds roundTripWorst_{};
};

/// What a session says of itself; of what costs, the `columns`.
void fillIn(protocol::ConnectionInfo& info, const hub::SessionFacts& facts,
            const protocol::ConnectionColumns& columns);

} // namespace chinwag::net
