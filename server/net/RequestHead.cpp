#include "net/RequestHead.h"

#include "net/HttpSyntax.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace chinwag::net {

namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr int badRequest = 400;
constexpr int contentTooLarge = 413;
constexpr int headTooLarge = 431;
constexpr int notImplemented = 501;
constexpr int versionNotSupported = 505;

// Why a request is refused; nothing when it is not.
struct Fault {
    int status;
    std::string reason;
};
using Check = std::optional<Fault>;

HeadResult refuse(Fault fault) {
    HeadResult result;
    const bool large = fault.status == headTooLarge || fault.status == contentTooLarge;
    result.status = large ? HeadResult::Status::TooLarge : HeadResult::Status::Bad;
    result.answerStatus = fault.status;
    result.reason = std::move(fault.reason);
    return result;
}

// The lines of a head, with the cut made at CRLF and nowhere else.
struct Lines {
    enum class State { Complete, Incomplete, Bad };
    State state = State::Incomplete;
    std::vector<std::string_view> lines; // complete ones, without their CRLF and without the final empty one
    std::string_view rest;               // what follows the last complete line
    std::size_t size = 0;                // with everything passed over, when Complete
};

Lines splitLines(std::string_view bytes) {
    Lines out;
    // One empty line may come first, left over from an old client's previous request.
    std::size_t at = bytes.starts_with(lineEnd) ? lineEnd.size() : 0;
    while (true) {
        out.rest = bytes.substr(at);
        const auto end = out.rest.find('\r');
        const bool isCut = end == std::string_view::npos || end + 1 == out.rest.size();
        if (out.rest.substr(0, end).find('\n') != std::string_view::npos ||
            (!isCut && out.rest[end + 1] != '\n')) {
            out.state = Lines::State::Bad;
            return out;
        }
        if (isCut)
            return out;
        at += end + lineEnd.size();
        if (end == 0 && !out.lines.empty()) {
            out.state = Lines::State::Complete;
            out.size = at;
            return out;
        }
        out.lines.push_back(out.rest.substr(0, end));
        if (end == 0 ||
            out.lines.size() > maxHeaderFields + 1) // the request line is none: refused by the caller
            return out;
    }
}

// Judges the start of a request line that is not complete yet: only what can never become right is a
// fault. Its last byte may be the CR of an empty line that is passed over.
Check checkPartialRequestLine(std::string_view line) {
    const auto method = line.substr(0, line.find(' '));
    if (line.empty() || line == "\r" || isToken(method))
        return std::nullopt;
    return Fault{badRequest, "this is not HTTP/1.1: a request starts with a method such as GET"};
}

bool mayStandInTarget(char c, bool inQuery) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F)
        return false;
    // A browser sends other odd marks as they are, but never these.
    constexpr std::string_view never = "#\"<>";
    return never.find(c) == std::string_view::npos && (inQuery || c != '\\');
}

Check checkTarget(std::string_view target) {
    if (!target.starts_with('/'))
        return Fault{badRequest, "the request target must be a path that starts with '/'"};
    bool inQuery = false;
    for (const char c : target) {
        if (!mayStandInTarget(c, inQuery))
            return Fault{badRequest, "the request target may not contain a fragment, white space, control, "
                                     "non-ASCII or quoting characters: percent-encode them"};
        inQuery = inQuery || c == '?';
    }
    if (!isPercentEncodingValid(target))
        return Fault{badRequest, "in the request target '%' must be followed by two hexadecimal digits"};
    return std::nullopt;
}

Check checkVersion(std::string_view version, int& minorVersion) {
    constexpr std::string_view shape = "HTTP/";
    if (version.size() != 8 || !version.starts_with(shape) || !isDigit(version[5]) || version[6] != '.' ||
        !isDigit(version[7]))
        return Fault{badRequest,
                     "the request line must be a method, a target and HTTP/1.1, one space between them"};
    if (version[5] != '1' || version[7] > '1')
        return Fault{versionNotSupported, "the HTTP version must be 1.1 or 1.0"};
    minorVersion = version[7] - '0';
    return std::nullopt;
}

Check parseRequestLine(std::string_view line, RequestHead& head) {
    const auto first = line.find(' ');
    const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos)
        return Fault{badRequest,
                     "the request line must be a method, a target and HTTP/1.1, one space between them"};
    const auto method = line.substr(0, first);
    if (!isToken(method))
        return Fault{badRequest, "the method must be letters, digits and !#$%&'*+-.^_`|~"};
    if (auto fault = checkVersion(line.substr(second + 1), head.minorVersion))
        return fault;
    const auto target = line.substr(first + 1, second - first - 1);
    if (auto fault = checkTarget(target))
        return fault;
    head.method = method;
    head.target = target;
    return std::nullopt;
}

Check parseFields(const std::vector<std::string_view>& lines, RequestHead& head) {
    head.headers.reserve(lines.size() - 1);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto field = parseFieldLine(lines[i]);
        if (!field.fault.empty())
            return Fault{badRequest, std::string(field.fault)};
        head.headers.push_back({std::string(field.name), std::string(field.value)});
    }
    return std::nullopt;
}

Check checkHost(const RequestHead& head) {
    const auto count = countHeader(head.headers, "Host");
    if (count == 0 && head.minorVersion == 0)
        return std::nullopt;
    if (count != 1)
        return Fault{badRequest, "a request must have exactly one Host field"};
    if (!parseAuthority(protocol::headerValue(head.headers, "Host")))
        return Fault{badRequest, "Host must be a name, an IPv4 address or an IPv6 address in brackets, "
                                 "and optionally ':' and a port"};
    return std::nullopt;
}

Check checkTransferEncoding(const RequestHead& head) {
    if (head.minorVersion == 0)
        return Fault{badRequest, "Transfer-Encoding needs HTTP/1.1"};
    if (countHeader(head.headers, "Content-Length") != 0)
        return Fault{badRequest, "a request may have Content-Length or Transfer-Encoding, not both"};
    if (countHeader(head.headers, "Transfer-Encoding") != 1)
        return Fault{badRequest, "a request may have only one Transfer-Encoding field"};
    if (!protocol::sameIgnoringCase(protocol::headerValue(head.headers, "Transfer-Encoding"), "chunked"))
        return Fault{notImplemented, "the only Transfer-Encoding that is understood is chunked"};
    return std::nullopt;
}

Check parseContentLength(RequestHead& head, std::size_t maxBody) {
    if (countHeader(head.headers, "Content-Length") != 1)
        return Fault{badRequest, "a request may have only one Content-Length field"};
    const auto value = protocol::headerValue(head.headers, "Content-Length");
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
    if (error != std::errc() || end != value.data() + value.size())
        return Fault{badRequest, "Content-Length must be a number of bytes, digits only"};
    if (length > maxBody)
        return Fault{contentTooLarge, "the body may have at most " + std::to_string(maxBody) + " bytes"};
    head.bodyLength = static_cast<std::size_t>(length);
    return std::nullopt;
}

Check parseBodyFraming(RequestHead& head, std::size_t maxBody) {
    if (countHeader(head.headers, "Transfer-Encoding") != 0) {
        head.chunked = true;
        return checkTransferEncoding(head);
    }
    if (countHeader(head.headers, "Content-Length") != 0)
        return parseContentLength(head, maxBody);
    return std::nullopt;
}

bool wantsKeepAlive(const RequestHead& head) {
    if (protocol::headerHasToken(head.headers, "Connection", "close"))
        return false;
    return head.minorVersion >= 1 || protocol::headerHasToken(head.headers, "Connection", "keep-alive");
}

HeadResult parseComplete(const Lines& split, RequestHead head, std::size_t maxBody) {
    if (auto fault = parseFields(split.lines, head))
        return refuse(std::move(*fault));
    if (auto fault = checkHost(head))
        return refuse(std::move(*fault));
    if (auto fault = parseBodyFraming(head, maxBody))
        return refuse(std::move(*fault));
    head.keepAlive = wantsKeepAlive(head);
    head.size = split.size;
    HeadResult result;
    result.status = HeadResult::Status::Complete;
    result.head = std::move(head);
    return result;
}

} // namespace

std::string_view RequestHead::path() const {
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view RequestHead::query() const {
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view{} : std::string_view(target).substr(mark + 1);
}

HeadResult parseRequestHead(std::string_view bytes, std::size_t maxSize, std::size_t maxBody) {
    const auto split = splitLines(bytes.substr(0, maxSize));
    RequestHead head;
    const auto fault = split.lines.empty() ? checkPartialRequestLine(split.rest)
                                           : parseRequestLine(split.lines.front(), head);
    if (fault)
        return refuse(*fault);
    if (split.state == Lines::State::Bad)
        return refuse(
            {badRequest, "every line of the head must end with CR LF, and neither may stand alone"});
    if (split.lines.size() > maxHeaderFields + 1)
        return refuse({headTooLarge,
                       "a request may have at most " + std::to_string(maxHeaderFields) + " header fields"});
    if (split.state == Lines::State::Complete)
        return parseComplete(split, std::move(head), maxBody);
    if (bytes.size() >= maxSize)
        return refuse(
            {headTooLarge, "the head of a request may have at most " + std::to_string(maxSize) + " bytes"});
    return {};
}

} // namespace chinwag::net
