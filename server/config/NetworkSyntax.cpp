#include "config/NetworkSyntax.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <string>

namespace chinwag::config {

namespace {

bool isAddress(int family, std::string_view text) {
    in6_addr buffer{};
    const std::string terminated(text);
    return terminated.find('\0') == std::string::npos && inet_pton(family, terminated.c_str(), &buffer) == 1;
}

bool isNumberUpTo(std::string_view text, unsigned limit) {
    unsigned number = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && rest == end && number <= limit;
}

bool isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isHostName(std::string_view text) {
    if (text.empty() || text.size() > 253)
        return false;
    while (true) {
        const auto dot = text.find('.');
        const auto label = text.substr(0, dot);
        const bool wellFormed =
            !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
            std::all_of(label.begin(), label.end(), [](char c) { return isAlphanumeric(c) || c == '-'; });
        if (!wellFormed)
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

bool isOriginHost(std::string_view host) {
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        return isIpv6(host.substr(1, host.size() - 2));
    if (host.starts_with("*."))
        host.remove_prefix(2);
    return isHostName(host);
}

} // namespace

bool isIpv4(std::string_view text) {
    return isAddress(AF_INET, text);
}

bool isIpv6(std::string_view text) {
    return isAddress(AF_INET6, text);
}

bool isNetwork(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = text.substr(0, slash);
    const bool v4 = isIpv4(address);
    if (!v4 && !isIpv6(address))
        return false;
    return slash == std::string_view::npos || isNumberUpTo(text.substr(slash + 1), v4 ? 32U : 128U);
}

bool isOriginPattern(std::string_view text) {
    if (text.starts_with("https://"))
        text.remove_prefix(8);
    else if (text.starts_with("http://"))
        text.remove_prefix(7);
    else
        return false;
    const auto bracket = text.rfind(']');
    const auto colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon == std::string_view::npos)
        return isOriginHost(text);
    const auto port = text.substr(colon + 1);
    return isOriginHost(text.substr(0, colon)) && port != "0" && isNumberUpTo(port, 65535U);
}

bool isPath(std::string_view text) {
    return text.find('\0') == std::string_view::npos;
}

} // namespace chinwag::config
