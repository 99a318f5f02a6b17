// A WebSocket client that can send anything and that takes nothing but what RFC 6455 allows a server.
#pragma once

#include "support/ClientFrame.h"
#include "support/HttpProbe.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace chinwag::test {

/// What comes from the server next.
struct Event {
    enum class Kind { Text, Binary, Ping, Pong, Close, End, Reset, Timeout, Malformed };

    Kind kind = Kind::Timeout;
    std::string payload{};  ///< the close reason; for Malformed what is wrong
    std::uint16_t code = 0; ///< close code; 0 when the frame had none

    bool operator==(const Event&) const = default;
    bool isEnd() const { return kind == Kind::End || kind == Kind::Reset; }
    std::string describe() const;
};

Event textEvent(std::string_view payload);
Event pongEvent(std::string_view payload);

class WebSocketProbe {
public:
    /// `stream` may be empty: then every event is a Reset.
    explicit WebSocketProbe(std::unique_ptr<Stream> stream) : http_(std::move(stream)) {}

    /// The opening handshake. `headers` (each ending in CRLF) are added; `early` is sent in the same
    /// write behind the head. False unless the server switched protocols as RFC 6455 4.2.2 has it.
    bool open(std::string_view target, std::string_view headers = {}, std::string_view early = {});
    /// The server's answer to the opening.
    const Answer& answer() const { return answer_; }

    bool send(std::string_view bytes, QDeadlineTimer deadline = soon()) {
        return http_.send(bytes, deadline);
    }
    bool send(const ClientFrame& frame) { return send(frame.bytes()); }
    /// One write for each byte, so that every byte may arrive alone.
    bool sendChopped(std::string_view bytes);

    /// The next frame, or how the connection ended.
    Event next(QDeadlineTimer deadline = soon());
    /// As next(), but pings are answered and passed over: a client as usual.
    Event nextMessage(QDeadlineTimer deadline = soon());
    /// Says goodbye and waits until the server has closed; true when it did so by the book.
    bool closeNormally();

    HttpProbe& http() { return http_; }

private:
    HttpProbe http_;
    Answer answer_;
};

/// The opening request that the probe sends.
std::string openingRequest(std::string_view target, std::string_view headers = {});
/// The key in it, and the answer to it.
inline constexpr std::string_view openingKey = "dGhlIHNhbXBsZSBub25jZQ==";
inline constexpr std::string_view openingAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/// Lets QCOMPARE show what came instead.
char* toString(const Event& event);

} // namespace chinwag::test
