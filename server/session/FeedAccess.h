// What an operator may do in the channels of the live feed.
#pragma once

#include "auth/FeedDoor.h"
#include "hub/ChannelOptions.h"
#include "protocol/CentrifugeError.h"

#include <optional>
#include <string_view>

namespace chinwag::session {

/// Nothing is remembered there, nobody is shown, and nobody but the server publishes.
const hub::ChannelOptions& feedOptions();

/// Why who has `pass` may not subscribe. Nothing: may. There are no channels for them but those of the feed.
std::optional<protocol::CentrifugeError> refuseFeed(const auth::FeedPass& pass, std::string_view channel);

} // namespace chinwag::session
