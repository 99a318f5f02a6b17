// What may be counted on once a message has been published in a durable channel.
#pragma once

#include "hub/Publication.h"
#include "hub/Store.h"
#include "protocol/StreamPosition.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::hub {

/// Where a message went, or why it may not be there after a crash.
using PublishResult = std::variant<protocol::StreamPosition, StoreError>;

/// Called once: in a durable channel when the message is on disk or cannot be brought there, in another at
/// once. From any thread and perhaps before the call that it was given to returns, with locks held, so all
/// that it may do is pass the result on.
using Acknowledge = std::function<void(PublishResult)>;

/// How a message is kept; its offset, epoch and time are the channel's to fill in.
std::shared_ptr<StoredPublication> recordOf(const Publication& message, std::string_view channel);

/// Told, on any thread and with locks held, that a publication of a channel's stream could not be kept after
/// all, although those who were there have been told of it.
using LostHandler = std::function<void(const std::string& channel, const std::string& epoch)>;

} // namespace chinwag::hub
