#include "hub/Refusal.h"

#include <array>
#include <cstddef>
#include <ctime>
#include <utility>

namespace chinwag::hub {

namespace {

constexpr std::size_t maxCloseReason = 123; // RFC 6455 section 5.5: what a close frame holds beside the code
constexpr StoreTime millisecondsPerSecond = 1'000;

std::string subjectOf(const Refusal& refusal) {
    switch (refusal.why) {
    case Refusal::Why::Banned: return "You are banned";
    case Refusal::Why::Lockdown: return "The server is locked down";
    case Refusal::Why::Muted: return "You are muted";
    case Refusal::Why::Locked: return "This room is locked";
    case Refusal::Why::SlowMode: break;
    }
    return "This room is in slow mode, with one message every " + std::to_string(refusal.slowSeconds) +
           " s: wait";
}

// Cut where a character ends.
std::string shortened(std::string text, std::size_t bytes) {
    if (text.size() <= bytes)
        return text;
    constexpr unsigned char continuationMask = 0xC0;
    constexpr unsigned char continuation = 0x80;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & continuationMask) == continuation)
        --bytes;
    text.resize(bytes);
    return text;
}

} // namespace

std::string utcText(StoreTime time) {
    const auto seconds = static_cast<std::time_t>((time + millisecondsPerSecond - 1) / millisecondsPerSecond);
    std::tm parts{};
    std::array<char, 32> text{};
    if (::gmtime_r(&seconds, &parts) == nullptr)
        return {};
    text[std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)] = '\0';
    return text.data();
}

std::string Refusal::sentence() const {
    auto text = subjectOf(*this);
    if (until)
        text += " until " + utcText(*until);
    if (!reason.empty())
        text += ": " + reason;
    if (text.back() != '.' && text.back() != '!' && text.back() != '?')
        text += '.';
    return text;
}

protocol::CloseCode Refusal::closeCode() const {
    return why == Why::Lockdown ? protocol::CloseCode::Lockdown : protocol::CloseCode::Banned;
}

std::string Refusal::closeReason() const {
    const auto ending = until ? " (until " + utcText(*until) + ')' : std::string();
    auto text = reason.empty() ? std::string(protocol::closeReason(closeCode())) : reason;
    return shortened(std::move(text), maxCloseReason - ending.size()) + ending;
}

} // namespace chinwag::hub
