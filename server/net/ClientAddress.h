// Whose request it is when proxies stand between: the nearest hop that is not one of our own.
#pragma once

#include "protocol/Address.h"
#include "protocol/HttpMessage.h"

#include <string_view>
#include <vector>

namespace chinwag::net {

class ClientAddress {
public:
    static constexpr std::string_view proxyRule =
        "a trusted proxy is an IPv4 or IPv6 address, or a network such as 10.0.0.0/8 or fd00::/8";

    /// Trusts what `proxy` (an address or a network) says about its clients; false when it breaks
    /// `proxyRule`.
    [[nodiscard]] bool trust(std::string_view proxy);

    /// The rightmost hop of X-Forwarded-For and `peer` that is not trusted. An entry that is no address
    /// ends the walk at the hop that passed it on; when all are trusted it is the leftmost.
    protocol::Address clientAddress(const protocol::Address& peer,
                                    const std::vector<protocol::HttpHeader>& headers) const;

private:
    struct Network {
        protocol::Address start;
        unsigned bits = protocol::Address::bitCount;
    };

    bool isTrusted(const protocol::Address& address) const;

    std::vector<Network> networks_;
};

} // namespace chinwag::net
