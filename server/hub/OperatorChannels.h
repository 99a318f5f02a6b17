// The channels of the operators' live feed: nobody else is in them, and only the server speaks there.
#pragma once

#include <string>
#include <string_view>

namespace chinwag::hub {

/// Reserved: it is none of the hub's Namespaces, so whoever goes by those finds no such channel.
inline constexpr std::string_view operatorNamespace = "admin";

inline constexpr std::string_view statsChannel = "admin:stats";
inline constexpr std::string_view eventsChannel = "admin:events";
/// Records of the log, which not every operator may read.
inline constexpr std::string_view logsChannel = "admin:logs";
/// Begins the name of a channel for the frames of one connection, whose id follows.
inline constexpr std::string_view traceChannels = "admin:trace.";

inline bool isOperatorChannel(std::string_view channel) {
    return channel.size() > operatorNamespace.size() && channel[operatorNamespace.size()] == ':' &&
           channel.starts_with(operatorNamespace);
}

} // namespace chinwag::hub
