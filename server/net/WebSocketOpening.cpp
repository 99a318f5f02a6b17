#include "net/WebSocketOpening.h"

#include "net/HttpSyntax.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace chinwag::net {

namespace {

using protocol::headerHasToken;
using protocol::headerValue;
using protocol::HttpAnswer;

// 16 bytes in base64: 22 characters and the padding.
bool isKey(std::string_view key) {
    constexpr std::string_view padding = "==";
    constexpr std::size_t length = 24;
    if (key.size() != length || !key.ends_with(padding))
        return false;
    key.remove_suffix(padding.size());
    return std::all_of(key.begin(), key.end(),
                       [](char c) { return isDigit(c) || isLetter(c) || c == '+' || c == '/'; });
}

// The offered subprotocols; nothing when the list is malformed or names one twice (section 4.1).
std::optional<std::vector<std::string>> subprotocols(const std::vector<protocol::HttpHeader>& headers) {
    std::vector<std::string> out;
    for (const auto& header : headers) {
        if (!protocol::sameIgnoringCase(header.name, "Sec-WebSocket-Protocol"))
            continue;
        std::string_view rest = header.value;
        for (bool more = true; more;) {
            const auto comma = rest.find(',');
            const auto token = trimmedBlanks(rest.substr(0, comma));
            if (!isToken(token) || std::find(out.begin(), out.end(), token) != out.end())
                return std::nullopt;
            out.emplace_back(token);
            more = comma != std::string_view::npos;
            if (more)
                rest.remove_prefix(comma + 1);
        }
    }
    return out;
}

std::optional<HttpAnswer> requestFault(const RequestHead& head) {
    if (head.method != "GET") {
        auto answer = protocol::problem(405, "a WebSocket is opened with GET");
        answer.headers.push_back({"Allow", "GET"});
        return answer;
    }
    if (head.minorVersion < 1)
        return protocol::problem(400, "a WebSocket is opened with HTTP/1.1");
    if (head.chunked || head.bodyLength != 0)
        return protocol::problem(400, "a request that opens a WebSocket may not have a body");
    return std::nullopt;
}

std::optional<HttpAnswer> fieldFault(const std::vector<protocol::HttpHeader>& headers) {
    if (countHeader(headers, "Sec-WebSocket-Version") != 1 ||
        headerValue(headers, "Sec-WebSocket-Version") != "13")
        return upgradeRequired("Sec-WebSocket-Version must be 13, given once");
    if (countHeader(headers, "Sec-WebSocket-Key") != 1 || !isKey(headerValue(headers, "Sec-WebSocket-Key")))
        return protocol::problem(400, "Sec-WebSocket-Key must be 16 bytes in base64, given once");
    if (countHeader(headers, "Origin") > 1)
        return protocol::problem(400, "a request may have only one Origin field");
    return std::nullopt;
}

WebSocketOpening wrong(HttpAnswer answer) {
    return {WebSocketOpening::Verdict::Wrong, std::move(answer), {}};
}

} // namespace

WebSocketOpening judgeOpening(const RequestHead& head) {
    if (!headerHasToken(head.headers, "Upgrade", "websocket") ||
        !headerHasToken(head.headers, "Connection", "upgrade"))
        return {};
    if (auto fault = requestFault(head))
        return wrong(std::move(*fault));
    if (auto fault = fieldFault(head.headers))
        return wrong(std::move(*fault));
    auto offered = subprotocols(head.headers);
    if (!offered)
        return wrong(
            protocol::problem(400, "Sec-WebSocket-Protocol must list different tokens, comma-separated"));
    return {WebSocketOpening::Verdict::Right, {}, std::move(*offered)};
}

HttpAnswer upgradeRequired(std::string_view detail) {
    auto answer = protocol::problem(426, detail);
    answer.headers.push_back({"Upgrade", "websocket"});
    answer.headers.push_back({"Sec-WebSocket-Version", "13"});
    return answer;
}

} // namespace chinwag::net
