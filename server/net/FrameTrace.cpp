#include "net/FrameTrace.h"

#include "net/Reactor.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

using protocol::Opcode;

namespace {

constexpr std::chrono::milliseconds batchInterval{250};

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// At most maxText bytes, cut at a character.
std::string_view beginningOf(std::string_view text) {
    auto end = std::min(text.size(), FrameTrace::maxText);
    while (end > 0 && end < text.size() && isContinuation(text[end]))
        --end;
    return text.substr(0, end);
}

// The number of `bytes` bytes, the highest first.
std::uint64_t numberIn(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

} // namespace

FrameTrace::FrameTrace(Reactor& reactor, const protocol::TraceOptions& options, protocol::TraceSink sink)
    : reactor_(reactor),
      endsAt_(reactor.now() + options.duration),
      withText_(options.withText),
      sink_(std::move(sink)) {
    reactor_.schedule(*this, batchInterval);
}

void FrameTrace::addIncoming(Opcode opcode, std::string_view payload) {
    add(true, opcode, payload);
}

// RFC 6455 section 5.2; our own frames are whole and not masked.
void FrameTrace::addOutgoing(std::string_view frames) {
    while (frames.size() >= 2) {
        const auto opcode = static_cast<Opcode>(static_cast<unsigned char>(frames[0]) & 0x0FU);
        std::size_t head = 2;
        std::uint64_t size = static_cast<unsigned char>(frames[1]) & 0x7FU;
        if (size >= 126) {
            const std::size_t bytes = size == 126 ? 2 : 8;
            size = numberIn(frames.substr(head, bytes));
            head += bytes;
        }
        add(false, opcode, frames.substr(std::min(head, frames.size()), size));
        frames.remove_prefix(std::min<std::size_t>(frames.size(), head + size));
    }
}

void FrameTrace::add(bool isIncoming, Opcode opcode, std::string_view payload) {
    if (isOver_)
        return;
    if (batch_.frames.size() >= maxFrames) {
        ++batch_.missed;
        return;
    }
    auto& frame = batch_.frames.emplace_back();
    frame.time = std::chrono::system_clock::now();
    frame.isIncoming = isIncoming;
    frame.opcode = opcode;
    frame.size = payload.size();
    if (!withText_ || opcode != Opcode::Text)
        return;
    frame.text = beginningOf(payload);
    frame.isCut = frame.text.size() < payload.size();
}

void FrameTrace::end(std::string_view why) {
    if (isOver_)
        return;
    isOver_ = true;
    cancel();
    batch_.ended = why;
    tell();
}

void FrameTrace::onDeadline() {
    if (reactor_.now() >= endsAt_)
        return end("time");
    if (!batch_.frames.empty())
        tell();
    reactor_.schedule(*this, batchInterval);
}

void FrameTrace::tell() {
    sink_(std::exchange(batch_, {}));
}

} // namespace chinwag::net
