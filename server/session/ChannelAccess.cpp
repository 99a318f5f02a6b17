#include "session/ChannelAccess.h"

namespace chinwag::session {

using protocol::CentrifugeError;

namespace {

bool includes(hub::Audience audience, std::string_view user) {
    return audience == hub::Audience::Anyone || (audience == hub::Audience::Users && !user.empty());
}

} // namespace

std::optional<CentrifugeError> refuseSubscribe(const hub::ChannelOptions& options, std::string_view channel,
                                               std::string_view user) {
    if (hub::isPrivateChannel(channel) || hub::excludesUser(channel, user) ||
        !includes(options.subscribe, user))
        return CentrifugeError::PermissionDenied;
    return std::nullopt;
}

std::optional<CentrifugeError> refusePublish(const hub::ChannelOptions& options, std::string_view user) {
    if (!includes(options.publish, user))
        return CentrifugeError::PermissionDenied;
    return std::nullopt;
}

hub::ChannelOptions overridden(const hub::ChannelOptions& options,
                               const protocol::ChannelOverrides& overrides) {
    auto out = options;
    out.presence = overrides.presence.value_or(options.presence);
    out.joinLeave = overrides.joinLeave.value_or(options.joinLeave);
    out.recover = overrides.recovery.value_or(options.recover);
    out.positioned = overrides.positioning.value_or(options.positioned);
    return out;
}

bool isTooLong(const hub::ChannelOptions& options, std::string_view data) {
    return options.maxMessage != 0 && data.size() > options.maxMessage;
}

} // namespace chinwag::session
