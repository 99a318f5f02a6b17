// How far the server is closed for the time being, as a value.
#pragma once

#include "hub/Store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace chinwag::hub {

struct Lockdown {
    enum class Level : std::uint8_t {
        None = 0,
        NoAnonymous = 1, ///< who comes must be somebody by a token
        NobodyNew = 2,   ///< who is here stays
        StaffOnly = 3,   ///< who is here goes, too
    };
    Level level = Level::None;
    std::optional<StoreTime> until; ///< absent: until it is ended
    std::string reason;             ///< for everybody
    std::string by;                 ///< the operator
    StoreTime since = 0;

    bool isActive(StoreTime now) const { return level != Level::None && (!until || now < *until); }
};

} // namespace chinwag::hub
