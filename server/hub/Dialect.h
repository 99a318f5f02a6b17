// The languages in which a publication may be told to a subscriber.
#pragma once

#include <cstddef>
#include <cstdint>

namespace chinwag::hub {

enum class Dialect : std::uint8_t {
    Plain,      ///< the seed's: one line a frame
    Centrifuge, ///< the Centrifuge protocol in JSON
};
inline constexpr std::size_t dialectCount = 2;

} // namespace chinwag::hub
