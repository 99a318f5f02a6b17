#include "session/FeedAccess.h"

#include "hub/OperatorChannels.h"

namespace chinwag::session {

using auth::Permission;
using protocol::CentrifugeError;

namespace {

// What the routes ask for that tell the same. Nothing for a channel that does not exist.
std::optional<Permission> neededFor(std::string_view channel) {
    if (channel == hub::statsChannel || channel == hub::eventsChannel)
        return Permission::View;
    if (channel == hub::logsChannel)
        return Permission::Configure;
    if (channel.starts_with(hub::traceChannels))
        return Permission::Moderate;
    return std::nullopt;
}

} // namespace

const hub::ChannelOptions& feedOptions() {
    static const hub::ChannelOptions options;
    return options;
}

std::optional<CentrifugeError> refuseFeed(const auth::FeedPass& pass, std::string_view channel) {
    const auto needed = neededFor(channel);
    if (!needed)
        return CentrifugeError::UnknownChannel;
    if (!auth::may(pass.role, *needed))
        return CentrifugeError::PermissionDenied;
    return std::nullopt;
}

} // namespace chinwag::session
