// Where to listen: an address, a port, and whether TLS is spoken there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::config {

struct ListenAddress {
    enum class Scheme : std::uint8_t {
        Automatic, ///< none was written: https when there is a certificate, otherwise http
        Http,
        Https
    };
    Scheme scheme = Scheme::Automatic;
    std::string host = "127.0.0.1"; ///< an IP address, IPv6 without its brackets
    std::uint16_t port = 8000;      ///< 0 = any free one

    bool operator==(const ListenAddress&) const = default;
};

/// Reads "[http://|https://]ADDRESS:PORT", IPv6 in brackets. "localhost" becomes 127.0.0.1: a listener
/// needs one address, and looking names up at start would make the result depend on the network.
std::optional<ListenAddress> parseListenAddress(std::string_view text);

/// The form that parseListenAddress reads.
std::string toString(const ListenAddress& address);

} // namespace chinwag::config
