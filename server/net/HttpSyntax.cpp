#include "net/HttpSyntax.h"

#include "protocol/Address.h"

#include <algorithm>
#include <charconv>

namespace chinwag::net {

namespace {

constexpr std::size_t maxHostBytes = 255;
constexpr unsigned maxPort = 65535;

bool isRegisteredName(std::string_view host) {
    constexpr std::string_view marks = "-._~!$&'()*+,;=%"; // unreserved, sub-delims, percent-encoded
    return !host.empty() && host.size() <= maxHostBytes && isPercentEncodingValid(host) &&
           std::all_of(host.begin(), host.end(), [marks](char c) {
               return isDigit(c) || isLetter(c) || marks.find(c) != std::string_view::npos;
           });
}

// An empty port is valid (RFC 3986 section 3.2.3) and means the default one.
bool parsePort(std::string_view text, std::optional<unsigned>& port) {
    if (text.empty())
        return true;
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number > maxPort)
        return false;
    port = number;
    return true;
}

std::optional<std::string> bracketedAddress(std::string_view inner) {
    const auto address = protocol::Address::parse(inner);
    if (!address || inner.find(':') == std::string_view::npos)
        return std::nullopt;
    return "[" + address->toString() + "]";
}

} // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), toLower);
    return out;
}

bool isToken(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

std::string_view trimmedBlanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::size_t countHeader(const std::vector<protocol::HttpHeader>& headers, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(), [name](const auto& header) {
        return protocol::sameIgnoringCase(header.name, name);
    }));
}

FieldLine parseFieldLine(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t'))
        return {{}, {}, "a header field may not be folded over several lines"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return {{}, {}, "a header field must be a name, a colon and a value"};
    const auto name = line.substr(0, colon);
    if (!isToken(name))
        return {{},
                {},
                "a header field's name must be letters, digits and !#$%&'*+-.^_`|~, "
                "with no white space before the colon"};
    const auto value = trimmedBlanks(line.substr(colon + 1));
    if (std::any_of(value.begin(), value.end(), [](char c) { return isControl(c) && c != '\t'; }))
        return {{}, {}, "a header field's value may not contain control characters"};
    return {name, value, {}};
}

std::optional<Authority> parseAuthority(std::string_view text) {
    Authority authority;
    std::string_view rest;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto host = bracketedAddress(text.substr(1, end - 1));
        if (!host)
            return std::nullopt;
        authority.host = *host;
        rest = text.substr(end + 1);
    } else {
        const auto host = text.substr(0, text.find(':'));
        if (!isRegisteredName(host))
            return std::nullopt;
        authority.host = lowered(host);
        rest = text.substr(host.size());
    }
    if (rest.empty())
        return authority;
    if (rest.front() != ':' || !parsePort(rest.substr(1), authority.port))
        return std::nullopt;
    return authority;
}

} // namespace chinwag::net
