// What nobody but operators wants to know of a connection.
#pragma once

#include "hub/Session.h"
#include "net/TimerWheel.h"
#include "protocol/ConnectionQuery.h"

#include <chrono>
#include <cstdint>

namespace chinwag::net {

struct Tally {
    std::uint64_t messagesIn = 0;
    std::uint64_t messagesOut = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    SteadyTime lastMessage;
    SteadyTime pinged;
    std::chrono::nanoseconds roundTrip{-1}; ///< of the last ping; negative before the first

    void fillIn(protocol::ConnectionInfo& info, SteadyTime now) const;
};

/// What a session says of itself; of what costs, the `columns`.
void fillIn(protocol::ConnectionInfo& info, const hub::SessionFacts& facts,
            const protocol::ConnectionColumns& columns);

} // namespace chinwag::net
