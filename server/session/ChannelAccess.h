// What a client may do in a channel of its own accord.
#pragma once

#include "hub/ChannelOptions.h"
#include "protocol/CentrifugeError.h"
#include "protocol/ChannelOverrides.h"

#include <optional>
#include <string_view>

namespace chinwag::session {

/// Why `user`, empty for somebody anonymous, may not subscribe without a token for the channel. Nothing: may.
std::optional<protocol::CentrifugeError> refuseSubscribe(const hub::ChannelOptions& options,
                                                         std::string_view channel, std::string_view user);
/// Why one who is subscribed may not publish.
std::optional<protocol::CentrifugeError> refusePublish(const hub::ChannelOptions& options,
                                                       std::string_view user);

/// What the options of a channel are for somebody whose subscription overrides some.
hub::ChannelOptions overridden(const hub::ChannelOptions& options,
                               const protocol::ChannelOverrides& overrides);

/// Whether `data`, which a client wants to publish, is longer than it may be in the channel.
bool isTooLong(const hub::ChannelOptions& options, std::string_view data);

} // namespace chinwag::session
