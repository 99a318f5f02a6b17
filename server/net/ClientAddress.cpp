#include "net/ClientAddress.h"

#include "net/HttpSyntax.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace chinwag::net {

namespace {

// An entry of X-Forwarded-For: some proxies add the port, and then brackets to an IPv6 address.
std::optional<protocol::Address> parseHop(std::string_view entry) {
    if (const auto plain = protocol::Address::parse(entry))
        return plain;
    const auto authority = parseAuthority(entry);
    if (!authority)
        return std::nullopt;
    std::string_view host = authority->host;
    if (host.starts_with('['))
        host = host.substr(1, host.size() - 2);
    return protocol::Address::parse(host);
}

// The entries of all X-Forwarded-For fields: each proxy adds its peer at the end.
std::vector<std::string_view> forwardedFor(const std::vector<protocol::HttpHeader>& headers) {
    std::vector<std::string_view> out;
    for (const auto& header : headers) {
        if (!protocol::sameIgnoringCase(header.name, "X-Forwarded-For"))
            continue;
        std::string_view rest = header.value;
        for (auto comma = rest.find(','); comma != std::string_view::npos; comma = rest.find(',')) {
            out.push_back(trimmedBlanks(rest.substr(0, comma)));
            rest.remove_prefix(comma + 1);
        }
        out.push_back(trimmedBlanks(rest));
    }
    return out;
}

} // namespace

bool ClientAddress::trust(std::string_view proxy) {
    const auto slash = proxy.find('/');
    const auto address = protocol::Address::parse(proxy.substr(0, slash));
    if (!address)
        return false;
    unsigned bits = protocol::Address::bitCount;
    if (slash != std::string_view::npos) {
        const bool v4 = proxy.find(':') == std::string_view::npos;
        const unsigned offset = v4 ? protocol::Address::mappedPrefix : 0;
        const auto digits = proxy.substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
        if (error != std::errc() || end != digits.data() + digits.size() ||
            bits > protocol::Address::bitCount - offset)
            return false;
        bits += offset;
    }
    networks_.push_back({address->masked(bits), bits});
    return true;
}

bool ClientAddress::isTrusted(const protocol::Address& address) const {
    return std::any_of(networks_.begin(), networks_.end(), [&address](const Network& network) {
        return address.masked(network.bits) == network.start;
    });
}

protocol::Address ClientAddress::clientAddress(const protocol::Address& peer,
                                               const std::vector<protocol::HttpHeader>& headers) const {
    auto entries = forwardedFor(headers);
    protocol::Address hop = peer;
    while (!entries.empty() && isTrusted(hop)) {
        const auto next = parseHop(entries.back());
        if (!next)
            break;
        hop = *next;
        entries.pop_back();
    }
    return hop;
}

} // namespace chinwag::net
