// Judges whether a request opens a WebSocket, and whether it does so rightly (RFC 6455 section 4.2.1).
#pragma once

#include "net/RequestHead.h"
#include "protocol/HttpMessage.h"

#include <string>
#include <vector>

namespace chinwag::net {

struct WebSocketOpening {
    enum class Verdict {
        NotAsked, ///< an ordinary request
        Right,
        Wrong, ///< refuse with `answer`
    };
    Verdict verdict = Verdict::NotAsked;
    protocol::HttpAnswer answer;           ///< when Wrong
    std::vector<std::string> subprotocols; ///< what the client offers, in its order, when Right
};

WebSocketOpening judgeOpening(const RequestHead& head);

/// Tells a client what to send instead: for an ordinary request to a path where a WebSocket lives, or
/// for a version of the protocol that is not spoken.
protocol::HttpAnswer upgradeRequired(std::string_view detail);

} // namespace chinwag::net
