// Reading WebSocket frames as a server sends them, from bytes that lie in memory. Lean on purpose: the
// generator must not be what limits a measurement.
#pragma once

#include <cstdint>
#include <string_view>

namespace chinwag::bench {

struct ScannedFrame {
    std::uint8_t opcode = 0;
    bool final = false;
    std::string_view payload;
};

enum class Scan {
    Frame,      ///< `frame` is set and `bytes` has moved behind it
    Incomplete, ///< more bytes are needed; nothing has moved
    Malformed,  ///< not a frame that a server may send
};

/// Takes the first frame off `bytes`; the payload is a view into them.
Scan scanFrame(std::string_view& bytes, ScannedFrame& frame);

} // namespace chinwag::bench
