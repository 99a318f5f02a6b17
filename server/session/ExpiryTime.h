// How long a session waits for a time of day.
#pragma once

#include "protocol/CentrifugeReply.h"
#include "session/TokenGate.h"

#include <algorithm>
#include <chrono>

namespace chinwag::session {

/// What to set the link's timer to. So that a correction of the clock is noticed within a minute, that is the
/// longest; whoever is woken looks at the clock.
inline std::chrono::milliseconds timerUntil(std::chrono::system_clock::time_point time) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - std::chrono::system_clock::now());
    return std::clamp<std::chrono::milliseconds>(left, std::chrono::milliseconds(1), std::chrono::minutes(1));
}

/// What is left of `term` to tell its bearer: rather too little than too much.
inline protocol::TimeToLive timeToLive(const Term& term) {
    if (!term.expiresAt)
        return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(*term.expiresAt - std::chrono::system_clock::now());
}

} // namespace chinwag::session
