#include "protocol/TracedFrame.h"

namespace chinwag::protocol {

std::string_view name(Opcode opcode) {
    switch (opcode) {
    case Opcode::Continuation: return "continuation";
    case Opcode::Text: return "text";
    case Opcode::Binary: return "binary";
    case Opcode::Close: return "close";
    case Opcode::Ping: return "ping";
    case Opcode::Pong: return "pong";
    }
    return "unknown";
}

} // namespace chinwag::protocol
