// A place in a channel's stream of publications.
#pragma once

#include <cstdint>
#include <string>

namespace chinwag::protocol {

struct StreamPosition {
    std::uint64_t offset = 0; ///< of the last publication; 0 before the first
    std::string epoch;        ///< offsets of different epochs have nothing to do with one another

    bool operator==(const StreamPosition&) const = default;
};

} // namespace chinwag::protocol
