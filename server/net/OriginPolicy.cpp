#include "net/OriginPolicy.h"

#include "net/HttpSyntax.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

namespace {

// Port 0 stands for a scheme's only port: that of an application's own scheme has no number.
unsigned defaultPort(std::string_view scheme) {
    if (scheme == "https")
        return 443;
    return scheme == "http" ? 80 : 0;
}

bool isScheme(std::string_view text) {
    return !text.empty() && isLetter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
}

} // namespace

std::optional<OriginPolicy::Pattern> OriginPolicy::parse(std::string_view origin) {
    constexpr std::string_view separator = "://";
    const auto at = origin.find(separator);
    if (at == std::string_view::npos || !isScheme(origin.substr(0, at)))
        return std::nullopt;
    auto authority = parseAuthority(origin.substr(at + separator.size()));
    if (!authority)
        return std::nullopt;
    Pattern out;
    out.scheme = lowered(origin.substr(0, at));
    out.host = std::move(authority->host);
    out.port = authority->port.value_or(defaultPort(out.scheme));
    return out;
}

bool OriginPolicy::add(std::string_view pattern) {
    auto parsed = parse(pattern);
    if (!parsed)
        return false;
    if (parsed->host.starts_with("*.")) {
        parsed->subdomains = true;
        parsed->host.erase(0, 1);
    }
    if (parsed->host == "." || parsed->host.find('*') != std::string::npos)
        return false;
    patterns_.push_back(std::move(*parsed));
    return true;
}

bool OriginPolicy::matches(const Pattern& pattern, const Pattern& origin) {
    if (pattern.scheme != origin.scheme || pattern.port != origin.port)
        return false;
    if (pattern.subdomains)
        return origin.host.size() > pattern.host.size() && origin.host.ends_with(pattern.host);
    return origin.host == pattern.host;
}

bool OriginPolicy::allows(std::string_view origin, std::string_view host, bool secure) const {
    if (patterns_.empty() || origin.empty())
        return true;
    const auto asked = parse(origin);
    if (!asked)
        return false;
    const auto own = parse(std::string(secure ? "https://" : "http://").append(host));
    if (own && matches(*own, *asked))
        return true;
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [&asked](const Pattern& pattern) { return matches(pattern, *asked); });
}

} // namespace chinwag::net
