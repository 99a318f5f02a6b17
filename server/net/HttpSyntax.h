// The small grammar that the request classes share (RFC 9110 section 5.6, RFC 3986 section 3.2).
#pragma once

#include "protocol/HttpMessage.h"
#include "protocol/PercentCoding.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::net {

using protocol::hexDigit;
using protocol::isPercentEncodingValid;

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// tchar: what methods, field names and subprotocols are made of.
constexpr bool isTokenCharacter(char c) {
    return isDigit(c) || isLetter(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

constexpr bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

constexpr char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text);

/// True for one or more token characters.
bool isToken(std::string_view text);

/// `text` without spaces and tabs at its ends.
std::string_view trimmedBlanks(std::string_view text);

/// How many fields are called `name`.
std::size_t countHeader(const std::vector<protocol::HttpHeader>& headers, std::string_view name);

/// A field line split at its colon; `fault` is empty when the line is well-formed.
struct FieldLine {
    std::string_view name;
    std::string_view value; ///< without outer white space
    std::string_view fault;
};

/// Judges a field line without its CRLF (RFC 9112 section 5).
FieldLine parseFieldLine(std::string_view line);

/// A host and an optional port, as in a Host field or an origin.
struct Authority {
    std::string host; ///< lower case; an IPv6 address keeps its brackets and is in its shortest form
    std::optional<unsigned> port;
};

/// Parses `host[:port]` without user information; nothing when it is not one.
std::optional<Authority> parseAuthority(std::string_view text);

} // namespace chinwag::net
