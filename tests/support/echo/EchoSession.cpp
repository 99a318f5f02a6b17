#include "support/echo/EchoSession.h"

#include "protocol/WebSocketFrame.h"

namespace chinwag::test {

void EchoSession::onText(std::string_view message) {
    link_.send(hub::FrameRef(protocol::makeFrame(protocol::Opcode::Text, message)));
}

void EchoSession::onBinary(std::string_view message) {
    link_.send(hub::FrameRef(protocol::makeFrame(protocol::Opcode::Binary, message)));
}

} // namespace chinwag::test
