#include "support/ClientFrame.h"

namespace chinwag::test {

using protocol::Opcode;

namespace {

void appendBigEndian(std::string& out, std::uint64_t value, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>((value >> shift) & 0xFF);
}

ClientFrame::Length minimalFor(std::uint64_t length) {
    return length <= 0xFFFF ? ClientFrame::Length::Bits16 : ClientFrame::Length::Bits64;
}

} // namespace

ClientFrame ClientFrame::part() const {
    ClientFrame copy = *this;
    copy.final_ = false;
    return copy;
}

ClientFrame ClientFrame::reserved(std::uint8_t bits) const {
    ClientFrame copy = *this;
    copy.reserved_ = bits;
    return copy;
}

ClientFrame ClientFrame::unmasked() const {
    ClientFrame copy = *this;
    copy.mask_.reset();
    return copy;
}

ClientFrame ClientFrame::masked(std::uint32_t key) const {
    ClientFrame copy = *this;
    copy.mask_ = key;
    return copy;
}

ClientFrame ClientFrame::encoded(Length length) const {
    ClientFrame copy = *this;
    copy.length_ = length;
    return copy;
}

ClientFrame ClientFrame::announcing(std::uint64_t length) const {
    ClientFrame copy = *this;
    copy.announced_ = length;
    return copy;
}

void ClientFrame::appendLength(std::string& out) const {
    constexpr std::uint64_t topBit = 1ULL << 63;
    const std::uint64_t length = announced_.value_or(payload_.size());
    const std::uint8_t maskBit = mask_ ? 0x80 : 0;
    if (length_ == Length::Minimal && length < 126) {
        out += static_cast<char>(maskBit | length);
        return;
    }
    if (length_ == Length::Bits16 || (length_ == Length::Minimal && minimalFor(length) == Length::Bits16)) {
        out += static_cast<char>(maskBit | 126);
        appendBigEndian(out, length, 2);
        return;
    }
    out += static_cast<char>(maskBit | 127);
    appendBigEndian(out, length_ == Length::Bits64TopBit ? length | topBit : length, 8);
}

std::string ClientFrame::bytes() const {
    std::string out;
    out += static_cast<char>((final_ ? 0x80 : 0) | (reserved_ << 4) | opcode_);
    appendLength(out);
    if (!mask_)
        return out + payload_;
    std::string key;
    appendBigEndian(key, *mask_, 4);
    out += key;
    for (std::size_t i = 0; i < payload_.size(); ++i)
        out += static_cast<char>(payload_[i] ^ key[i % 4]);
    return out;
}

ClientFrame text(std::string_view payload) {
    return {Opcode::Text, std::string(payload)};
}

ClientFrame binary(std::string_view payload) {
    return {Opcode::Binary, std::string(payload)};
}

ClientFrame continuation(std::string_view payload) {
    return {Opcode::Continuation, std::string(payload)};
}

ClientFrame ping(std::string_view payload) {
    return {Opcode::Ping, std::string(payload)};
}

ClientFrame pong(std::string_view payload) {
    return {Opcode::Pong, std::string(payload)};
}

ClientFrame close() {
    return {Opcode::Close, {}};
}

ClientFrame close(std::uint16_t code, std::string_view reason) {
    std::string payload;
    appendBigEndian(payload, code, 2);
    payload += reason;
    return {Opcode::Close, std::move(payload)};
}

std::string wire(std::initializer_list<ClientFrame> frames) {
    std::string out;
    for (const ClientFrame& frame : frames)
        out += frame.bytes();
    return out;
}

} // namespace chinwag::test
