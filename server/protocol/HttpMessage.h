// HTTP requests and answers as values: what the net room hands out after it has vetted a request,
// and what it writes back. No sockets, no threads; free to copy and to move between threads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::protocol {

struct HttpHeader {
    std::string name;
    std::string value;
};

/// Whether two texts differ at most in the case of ASCII letters.
bool sameIgnoringCase(std::string_view a, std::string_view b);

/// What an Authorization header says behind the name of `scheme`, which has no case (RFC 9110 section 11.1),
/// and one space. Nothing when it is of another scheme.
std::optional<std::string_view> credentials(std::string_view authorization, std::string_view scheme);

/// The first value of header `name` (compared without case, RFC 9110 section 5.1), or an empty view.
std::string_view headerValue(const std::vector<HttpHeader>& headers, std::string_view name);

/// True when the comma-separated header `name` contains `token`, compared without case.
bool headerHasToken(const std::vector<HttpHeader>& headers, std::string_view name, std::string_view token);

/// A vetted request: the head is well-formed, unambiguous and within its limits, the body is complete.
struct HttpRequest {
    std::string method;
    std::string target;   ///< origin-form, as sent: path and, after '?', the query
    int minorVersion = 1; ///< HTTP/1.<minorVersion>
    std::vector<HttpHeader> headers;
    std::string body;
    std::string peerAddress; ///< the client's address, behind trusted proxies the forwarded one
    bool secure = false;     ///< came over TLS
    bool internal = false;   ///< came in through the internal listener

    /// The part of `target` before '?'.
    std::string_view path() const;
};

/// An answer. Content-Length, Date, Connection and the security headers are added when it is written.
struct HttpAnswer {
    int status = 200;
    std::vector<HttpHeader> headers;
    std::string body;
};

/// Takes an answer back to the connection that asked. May be called once, from any thread; the
/// connection may be gone by then, in which case the answer is dropped.
using HttpAnswerSink = std::function<void(HttpAnswer)>;

/// The reason phrase of `status` (RFC 9110 section 15), "Unknown" for one that is not in use here.
std::string_view reasonPhrase(int status);

/// An RFC 9457 problem+json answer. `detail` says what was wrong and what is allowed. `type` is a URI that
/// programs may go by where the status does not say enough.
HttpAnswer problem(int status, std::string_view detail, std::string_view type = "about:blank");

/// `text` as a JSON string, with its quotes.
std::string jsonString(std::string_view text);

} // namespace chinwag::protocol
