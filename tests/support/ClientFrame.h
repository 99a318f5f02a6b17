// A WebSocket frame as a client sends it, right or wrong in every bit (RFC 6455 section 5.2).
#pragma once

#include "protocol/WebSocketFrame.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chinwag::test {

class ClientFrame {
public:
    enum class Length {
        Minimal,
        Bits16,       ///< in 16 bits even when it would fit into 7
        Bits64,       ///< in 64 bits even when it would fit into fewer
        Bits64TopBit, ///< in 64 bits of which the first is set, which no length may have
    };

    ClientFrame(std::uint8_t opcode, std::string payload) : opcode_(opcode), payload_(std::move(payload)) {}
    ClientFrame(protocol::Opcode opcode, std::string payload)
        : ClientFrame(static_cast<std::uint8_t>(opcode), std::move(payload)) {}

    /// Copies with one thing changed.
    ClientFrame part() const;                      ///< not final: more fragments follow
    ClientFrame reserved(std::uint8_t bits) const; ///< RSV1 = 4, RSV2 = 2, RSV3 = 1
    ClientFrame unmasked() const;
    ClientFrame masked(std::uint32_t key) const;
    ClientFrame encoded(Length length) const;
    /// The header says `length` whatever the payload is.
    ClientFrame announcing(std::uint64_t length) const;

    std::string bytes() const;

private:
    void appendLength(std::string& out) const;

    std::uint8_t opcode_;
    std::string payload_;
    bool final_ = true;
    std::uint8_t reserved_ = 0;
    std::optional<std::uint32_t> mask_ = 0x37FA213D;
    Length length_ = Length::Minimal;
    std::optional<std::uint64_t> announced_;
};

ClientFrame text(std::string_view payload);
ClientFrame binary(std::string_view payload);
ClientFrame continuation(std::string_view payload);
ClientFrame ping(std::string_view payload = {});
ClientFrame pong(std::string_view payload = {});
ClientFrame close();
ClientFrame close(std::uint16_t code, std::string_view reason = {});

/// Several frames back to back.
std::string wire(std::initializer_list<ClientFrame> frames);

} // namespace chinwag::test
