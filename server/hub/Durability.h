// What may be counted on once a message has been published in a durable channel.
#pragma once

#include "hub/Publication.h"
#include "hub/Store.h"
#include "protocol/StreamPosition.h"

#include <functional>
#include <memory>
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

/// Acknowledges with `position` what the store answers without an error.
std::function<void(std::optional<StoreError>)> acknowledging(Acknowledge done,
                                                             protocol::StreamPosition position);

} // namespace chinwag::hub
