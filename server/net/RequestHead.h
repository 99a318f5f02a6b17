// The head of an HTTP/1.x request, parsed strictly (RFC 9112): what two parsers could read in two ways
// is refused, so that nothing can be smuggled past a proxy in front of the server.
#pragma once

#include "protocol/HttpMessage.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::net {

struct RequestHead {
    std::string method;
    std::string target; ///< origin-form, as sent
    int minorVersion = 1;
    std::vector<protocol::HttpHeader> headers;
    std::size_t bodyLength = 0; ///< from Content-Length; 0 when `chunked`
    bool chunked = false;
    bool keepAlive = true;
    std::size_t size = 0; ///< bytes of the head with its final empty line: where the body starts

    /// The part of `target` before '?', and the part after it.
    std::string_view path() const;
    std::string_view query() const;
};

struct HeadResult {
    enum class Status {
        Complete,
        Incomplete, ///< well-formed as far as it goes: call again with more bytes
        Bad,
        TooLarge,
    };
    Status status = Status::Incomplete;
    RequestHead head;     ///< when Complete
    int answerStatus = 0; ///< the HTTP status to refuse with, when Bad or TooLarge
    std::string reason;   ///< what is wrong and what is allowed, when Bad or TooLarge
};

/// A request with more fields than this is refused with 431.
inline constexpr std::size_t maxHeaderFields = 100;

/// Parses the head at the start of `bytes`, which are all bytes received so far; what follows the head
/// is not looked at. A head of more than `maxSize` bytes is refused with 431, a body announced with more
/// than `maxBody` with 413. Wrong bytes are found when they arrive, not when the head is complete, so a
/// peer that speaks another protocol is told at once. One empty line before the request line is passed
/// over (RFC 9112 section 2.2).
HeadResult parseRequestHead(std::string_view bytes, std::size_t maxSize, std::size_t maxBody);

} // namespace chinwag::net
