#include "net/FrameReader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace chinwag::net {

using protocol::CloseCode;
using protocol::Opcode;

namespace {

constexpr std::uint8_t finalBit = 0x80;
constexpr std::uint8_t reservedBits = 0x70;
constexpr std::uint8_t maskBit = 0x80;
constexpr std::uint8_t length16 = 126;
constexpr std::uint8_t length64 = 127;
constexpr std::size_t maxControlPayload = 125;

bool isKnown(Opcode opcode) {
    switch (opcode) {
    case Opcode::Continuation:
    case Opcode::Text:
    case Opcode::Binary:
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong: return true;
    }
    return false;
}

// `phase` is how many bytes of the frame's payload came before `bytes`.
void unmask(std::span<char> bytes, std::array<std::uint8_t, 4> mask, std::size_t phase) {
    std::rotate(mask.begin(), mask.begin() + static_cast<std::ptrdiff_t>(phase % 4), mask.end());
    std::array<std::uint8_t, 8> doubled{};
    std::copy(mask.begin(), mask.end(), doubled.begin());
    std::copy(mask.begin(), mask.end(), doubled.begin() + 4);
    const auto wideMask = std::bit_cast<std::uint64_t>(doubled);
    std::size_t at = 0;
    for (; at + sizeof wideMask <= bytes.size(); at += sizeof wideMask) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        word ^= wideMask;
        std::memcpy(bytes.data() + at, &word, sizeof word);
    }
    for (; at < bytes.size(); ++at)
        bytes[at] = static_cast<char>(static_cast<std::uint8_t>(bytes[at]) ^ mask[at % 4]);
}

} // namespace

std::uint32_t FrameReader::takeFragmentCount() {
    return std::exchange(fragments_, 0);
}

FrameReader::Event FrameReader::fail(CloseCode code) {
    violation_ = code;
    return Event::Violation;
}

FrameReader::Event FrameReader::next(std::span<char>& input) {
    payload_ = {};
    if (violation_ != CloseCode::Normal)
        return Event::Violation;
    // What was handed out before is let go of: an idle connection keeps no buffer.
    if (messageOpcode_ == Opcode::Continuation && !message_.empty())
        std::string().swap(message_);
    if (!control_.empty() && !(inPayload_ && isControl()))
        std::string().swap(control_);
    while (true) {
        if (!inPayload_) {
            if (!readHeader(input))
                return violation_ == CloseCode::Normal ? Event::NeedMore : Event::Violation;
            inPayload_ = true;
        }
        const Event event = readPayload(input);
        if (event != Event::NeedMore || inPayload_)
            return event;
    }
}

std::size_t FrameReader::headerSize() const {
    if (headerHave_ < 2)
        return 2;
    const auto shortLength = static_cast<std::uint8_t>(header_[1] & 0x7F);
    const std::size_t extended = shortLength == length16 ? 2 : shortLength == length64 ? 8 : 0;
    return 2 + extended + mask_.size();
}

// Checks as early as it can: a wrong frame is refused at its second byte, not after its payload.
bool FrameReader::readHeader(std::span<char>& input) {
    while (headerHave_ < headerSize()) {
        const std::size_t count = std::min(headerSize() - headerHave_, input.size());
        if (count == 0)
            return false;
        std::memcpy(header_.data() + headerHave_, input.data(), count);
        input = input.subspan(count);
        const bool hadStart = headerHave_ >= 2;
        headerHave_ = static_cast<std::uint8_t>(headerHave_ + count);
        if (!hadStart && headerHave_ >= 2 && !checkStart())
            return false;
    }
    return checkLength();
}

bool FrameReader::checkStart() {
    final_ = (header_[0] & finalBit) != 0;
    opcode_ = static_cast<Opcode>(header_[0] & 0x0F);
    const bool masked = (header_[1] & maskBit) != 0;
    const std::size_t shortLength = header_[1] & 0x7F;
    bool right = (header_[0] & reservedBits) == 0 && isKnown(opcode_) && masked;
    if (isControl()) {
        right = right && final_ && shortLength <= maxControlPayload;
    } else {
        const bool open = messageOpcode_ != Opcode::Continuation;
        right = right && open == (opcode_ == Opcode::Continuation);
        if (!final_ || opcode_ == Opcode::Continuation)
            ++fragments_;
    }
    if (!right)
        fail(CloseCode::ProtocolError);
    return right;
}

bool FrameReader::checkLength() {
    const auto shortLength = static_cast<std::uint8_t>(header_[1] & 0x7F);
    std::uint64_t length = shortLength;
    const std::size_t maskAt = headerSize() - mask_.size();
    if (shortLength >= length16) {
        length = 0;
        for (std::size_t i = 2; i < maskAt; ++i)
            length = (length << 8) | header_[i];
        const bool minimal = shortLength == length16 ? length >= length16 : length > 0xFFFF;
        if (!minimal || (length >> 63) != 0) {
            fail(CloseCode::ProtocolError);
            return false;
        }
    }
    if (!isControl() && length > maxMessage_ - std::min(maxMessage_, message_.size())) {
        fail(CloseCode::MessageTooBig);
        return false;
    }
    std::copy_n(header_.begin() + static_cast<std::ptrdiff_t>(maskAt), mask_.size(), mask_.begin());
    frameLength_ = static_cast<std::size_t>(length);
    frameTaken_ = 0;
    if (!isControl() && opcode_ != Opcode::Continuation)
        messageOpcode_ = opcode_;
    return true;
}

FrameReader::Event FrameReader::readPayload(std::span<char>& input) {
    const std::size_t count = std::min(frameLength_ - frameTaken_, input.size());
    const auto bytes = input.first(count);
    input = input.subspan(count);
    unmask(bytes, mask_, frameTaken_);
    const std::string_view text(bytes.data(), bytes.size());
    if (!isControl() && messageOpcode_ == Opcode::Text && !utf8_.feed(text))
        return fail(CloseCode::InvalidPayload);
    frameTaken_ += count;
    const bool complete = frameTaken_ == frameLength_;
    if (complete && count == frameLength_ && (isControl() || (final_ && message_.empty())))
        return finishFrame(text); // whole in the input: no copy
    (isControl() ? control_ : message_) += text;
    return complete ? finishFrame(isControl() ? control_ : message_) : Event::NeedMore;
}

FrameReader::Event FrameReader::finishFrame(std::string_view whole) {
    inPayload_ = false;
    headerHave_ = 0;
    if (!isControl() && !final_)
        return Event::NeedMore;
    payload_ = whole;
    if (!isControl())
        return finishMessage();
    if (opcode_ == Opcode::Close)
        return finishClose();
    return opcode_ == Opcode::Ping ? Event::Ping : Event::Pong;
}

FrameReader::Event FrameReader::finishMessage() {
    const bool text = messageOpcode_ == Opcode::Text;
    messageOpcode_ = Opcode::Continuation;
    if (text && !utf8_.complete())
        return fail(CloseCode::InvalidPayload);
    return text ? Event::Text : Event::Binary;
}

FrameReader::Event FrameReader::finishClose() {
    if (payload_.empty())
        return Event::Close;
    if (payload_.size() == 1)
        return fail(CloseCode::ProtocolError);
    closeCode_ = static_cast<std::uint16_t>((static_cast<std::uint8_t>(payload_[0]) << 8) |
                                            static_cast<std::uint8_t>(payload_[1]));
    payload_.remove_prefix(2);
    if (!protocol::isCloseCodeOnTheWire(closeCode_))
        return fail(CloseCode::ProtocolError);
    if (!protocol::Utf8Validator::isValid(payload_))
        return fail(CloseCode::InvalidPayload);
    return Event::Close;
}

} // namespace chinwag::net
