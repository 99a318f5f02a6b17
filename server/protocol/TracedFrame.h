// The frames of one connection, as operators watch them for a while.
#pragma once

#include "protocol/WebSocketFrame.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::protocol {

/// How long a connection is traced, and whether what is said is shown.
struct TraceOptions {
    static constexpr std::chrono::seconds usual{30};
    static constexpr std::chrono::seconds longest{300};

    std::chrono::seconds duration = usual;
    bool withText = false;
};

struct TracedFrame {
    std::chrono::system_clock::time_point time;
    bool isIncoming = false; ///< from the client; a message that came in fragments is one
    Opcode opcode = Opcode::Text;
    std::size_t size = 0; ///< bytes of payload
    std::string text{};   ///< its beginning, UTF-8, if that was asked for and the frame has text
    bool isCut = false;   ///< `text` is not all of it
};

/// What a trace tells at a time.
struct TraceBatch {
    std::vector<TracedFrame> frames;
    std::uint64_t missed = 0; ///< frames since the last batch that are not shown, as there were too many
    std::string_view ended{}; ///< why this is the last batch: "time", "closed", "stopped" or "replaced"
};

/// Called on the thread of the connection.
using TraceSink = std::function<void(const TraceBatch&)>;

/// The word for it: text, binary, close, ping, pong or continuation.
std::string_view name(Opcode opcode);

} // namespace chinwag::protocol
