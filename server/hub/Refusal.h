// Why a rule of the operators does not let somebody do something.
#pragma once

#include "hub/Store.h"
#include "protocol/CloseCode.h"

#include <cstdint>
#include <optional>
#include <string>

namespace chinwag::hub {

struct Refusal {
    enum class Why : std::uint8_t { Banned, Lockdown, Muted, Locked, SlowMode };

    Why why = Why::Banned;
    std::string reason;               ///< the operator's, for everybody; may be empty
    std::optional<StoreTime> until{}; ///< absent: nobody knows
    std::uint32_t slowSeconds = 0;    ///< of the slow mode

    /// A sentence for the one who is refused: "You are muted until 2026-11-24T21:00:00Z: spam."
    std::string sentence() const;
    /// How a connection is closed for it: the code and at most 123 bytes of reason, at whose end stands until
    /// when, where that is known: "spam (until 2026-11-24T21:00:00Z)". That is never cut.
    protocol::CloseCode closeCode() const;
    std::string closeReason() const;
};

/// RFC 3339 in UTC, to the second: rounded up, so that what holds until then is over by then.
std::string utcText(StoreTime time);

} // namespace chinwag::hub
