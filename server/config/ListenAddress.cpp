#include "config/ListenAddress.h"

#include "config/NetworkSyntax.h"

#include <charconv>

namespace chinwag::config {

namespace {

std::optional<std::uint16_t> parsePort(std::string_view text) {
    std::uint16_t port = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, port);
    if (error != std::errc{} || rest != end)
        return std::nullopt;
    return port;
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

} // namespace

std::optional<ListenAddress> parseListenAddress(std::string_view text) {
    ListenAddress address;
    if (takePrefix(text, "https://"))
        address.scheme = ListenAddress::Scheme::Https;
    else if (takePrefix(text, "http://"))
        address.scheme = ListenAddress::Scheme::Http;

    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto port = parsePort(text.substr(colon + 1));
    if (!port)
        return std::nullopt;
    address.port = *port;

    auto host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
        if (!isIpv6(host))
            return std::nullopt;
    } else if (host == "localhost") {
        host = "127.0.0.1";
    } else if (!isIpv4(host)) {
        return std::nullopt;
    }
    address.host = host;
    return address;
}

std::string toString(const ListenAddress& address) {
    std::string text;
    if (address.scheme == ListenAddress::Scheme::Http)
        text = "http://";
    else if (address.scheme == ListenAddress::Scheme::Https)
        text = "https://";
    const bool bracketed = address.host.find(':') != std::string::npos;
    text += bracketed ? "[" + address.host + "]" : address.host;
    return text + ":" + std::to_string(address.port);
}

} // namespace chinwag::config
