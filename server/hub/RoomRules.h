// What operators lay down for one channel, as a value.
#pragma once

#include <cstdint>
#include <string>

namespace chinwag::hub {

struct RoomRules {
    static constexpr std::uint32_t longestSlowMode = 6 * 60 * 60; ///< seconds

    std::string channel;
    bool locked = false;           ///< nobody but staff and applications writes
    std::uint32_t slowSeconds = 0; ///< of one person's messages, one in so many seconds; 0: no limit

    bool isEmpty() const { return !locked && slowSeconds == 0; }
    friend bool operator==(const RoomRules&, const RoomRules&) = default;
};

} // namespace chinwag::hub
