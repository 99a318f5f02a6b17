// What a channel does for one subscriber where that is not what its namespace says.
#pragma once

#include <rapidjson/document.h>

#include <optional>

namespace chinwag::protocol {

/// Nothing stands for what the namespace says.
struct ChannelOverrides {
    std::optional<bool> presence;      ///< it is among those who are present
    std::optional<bool> joinLeave;     ///< others are told that it comes and goes
    std::optional<bool> pushJoinLeave; ///< it is told who comes and goes, whether it asks to be or not
    std::optional<bool> recovery;      ///< it gets what it missed when it comes back
    std::optional<bool> positioning;   ///< it is looked after whether it gets everything
    friend bool operator==(const ChannelOverrides&, const ChannelOverrides&) = default;
};

/// Reads `override` of tokens and of the server API, {"presence":{"value":false}}. Other members are passed
/// over, and no value is false, as in all JSON of the protocol. Nothing when it is of another form.
std::optional<ChannelOverrides> readOverrides(const rapidjson::Value& value);

} // namespace chinwag::protocol
