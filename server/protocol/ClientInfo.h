// Who a client is to the others in a channel.
#pragma once

#include <string>

namespace chinwag::protocol {

/// The fields of the Centrifuge protocol's ClientInfo.
struct ClientInfo {
    std::string client;     ///< one connection
    std::string user;       ///< empty for one who is anonymous
    std::string connInfo{}; ///< JSON text, or empty: what is known of the connection
    std::string chanInfo{}; ///< likewise, of its subscription

    bool operator==(const ClientInfo&) const = default;
};

/// As the protocol writes it.
std::string toJson(const ClientInfo& info);

} // namespace chinwag::protocol
