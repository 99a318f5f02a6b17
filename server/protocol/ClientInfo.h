// Who a client is to the others in a channel.
#pragma once

#include <string>
#include <string_view>

namespace chinwag::protocol {

/// The fields of the Centrifuge protocol's ClientInfo.
struct ClientInfo {
    std::string client;     ///< one connection
    std::string user;       ///< empty for one who is anonymous
    std::string connInfo{}; ///< JSON text, or empty: what is known of the connection
    std::string chanInfo{}; ///< likewise, of its subscription

    bool operator==(const ClientInfo&) const = default;
};

/// What is known of a connection that has said no more than a nickname, as JSON text.
std::string nickInfo(std::string_view nick);

/// As the protocol writes it.
std::string toJson(const ClientInfo& info);

} // namespace chinwag::protocol
