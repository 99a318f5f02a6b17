// One message published in a channel: immutable, shared by every thread that delivers it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace chinwag::hub {

struct Publication {
    /// Place in the channel: 1, 2, 3, ... Assigned by the channel, never 0.
    std::uint64_t offset = 0;
    /// The message as a complete WebSocket frame of the seed's dialect, encoded once for everybody.
    std::string plainFrame;
};

using PublicationRef = std::shared_ptr<const Publication>;

} // namespace chinwag::hub
