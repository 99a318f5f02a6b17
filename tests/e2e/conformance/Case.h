// The conformance suite as data: what a client sends to an echo and what must come back.
#pragma once

#include "support/WebSocketProbe.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::test {

struct Case {
    std::string id;   ///< names the section of RFC 6455
    std::string send; ///< every byte after the opening
    /// All that must come, in this order. Without a close at the end the connection must be healthy
    /// afterwards: it answers the closing handshake.
    std::vector<Event> expect;
    bool clientCloses = false; ///< `send` holds a valid close frame, so a close that comes answers it
};

/// A close with `code`, whatever its reason. 0 stands for the answer to a close without a code, which
/// may repeat that or say 1000.
Event closeEvent(std::uint16_t code);
Event binaryEvent(std::string_view payload);

/// `count` times `piece`.
std::string repeated(std::string_view piece, std::size_t count);

/// The longest message that the echo takes.
inline constexpr std::size_t messageLimit = 64 * 1024;

std::vector<Case> framingCases();
std::vector<Case> maskingCases();
std::vector<Case> fragmentationCases();
std::vector<Case> controlCases();
std::vector<Case> closeCases();
std::vector<Case> utf8Cases();
std::vector<Case> limitCases();

} // namespace chinwag::test
