// Strict, incremental reading of WebSocket frames as a client sends them (RFC 6455 sections 5 and 8.1).
#pragma once

#include "protocol/CloseCode.h"
#include "protocol/Utf8Validator.h"
#include "protocol/WebSocketFrame.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chinwag::net {

/// Turns bytes into messages and control frames. Works on bytes only: no sockets, no threads, no clock.
/// A message that arrives whole is unmasked where it lies and handed out as a view, without a copy; only
/// one that arrives in parts is collected, so an idle connection holds no buffer.
class FrameReader {
public:
    enum class Event : std::uint8_t {
        NeedMore,  ///< all input is taken, nothing is complete
        Text,      ///< payload() is a message, valid UTF-8
        Binary,    ///< payload() is a message
        Ping,      ///< payload() is to be sent back
        Pong,      ///< payload() is what a ping of ours may have carried
        Close,     ///< closeCode() and payload() (the reason) are the peer's; nothing may follow
        Violation, ///< violation() is the code to close with; reading is over
    };

    /// `maxMessage` in bytes, over all fragments of a message.
    explicit FrameReader(std::size_t maxMessage) : maxMessage_(maxMessage) {}

    /// Reads up to the next event and takes what it read off the front of `input`, whose bytes it may
    /// change. payload() is valid until the next call or until the memory of `input` goes.
    Event next(std::span<char>& input);

    std::string_view payload() const { return payload_; }
    protocol::CloseCode violation() const { return violation_; }
    /// 0 when the close frame carried none.
    std::uint16_t closeCode() const { return closeCode_; }

    /// Frames that were parts of fragmented messages since this was last asked.
    std::uint32_t takeFragmentCount();

private:
    bool readHeader(std::span<char>& input);
    std::size_t headerSize() const;
    bool checkStart();
    bool checkLength();
    Event readPayload(std::span<char>& input);
    Event finishFrame(std::string_view whole);
    Event finishMessage();
    Event finishClose();
    Event fail(protocol::CloseCode code);
    bool isControl() const { return (static_cast<std::uint8_t>(opcode_) & 0x8) != 0; }

    const std::size_t maxMessage_;

    std::array<std::uint8_t, 14> header_{}; // of the frame at hand, as far as it came
    std::uint8_t headerHave_ = 0;
    bool inPayload_ = false;

    bool final_ = false;
    protocol::Opcode opcode_ = protocol::Opcode::Continuation;
    protocol::Opcode messageOpcode_ = protocol::Opcode::Continuation; // that: no message is open
    protocol::CloseCode violation_ = protocol::CloseCode::Normal;
    std::uint16_t closeCode_ = 0;
    std::uint32_t fragments_ = 0;
    std::array<std::uint8_t, 4> mask_{};
    std::size_t frameLength_ = 0;
    std::size_t frameTaken_ = 0;

    protocol::Utf8Validator utf8_;
    std::string message_; // what came of a message that did not arrive whole
    std::string control_; // likewise of a control frame, which may stand between fragments
    std::string_view payload_;
};

} // namespace chinwag::net
