// Why a connection is closed, as the WebSocket close code and reason that the peer is told.
#pragma once

#include <cstdint>
#include <string_view>

namespace chinwag::protocol {

/// Codes below 3000 are RFC 6455 section 7.4.1. Those from 3000 are of the Centrifuge client protocol and
/// those from 4000 our own; 3000-3499 and 4000-4499 ask the client to reconnect, 3500-3999 and 4500-4999
/// not to, so that the SDKs of that protocol act rightly on them.
enum class CloseCode : std::uint16_t {
    Normal = 1000,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    InvalidPayload = 1007,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    Shutdown = 3001,
    Expired = 3005, ///< what the client may be here with; it needs a fresh token
    Slow = 3008,
    InsufficientState = 3010, ///< it may have missed something that nobody can tell it
    NoPong = 3012,
    TooManyRequests = 3013,
    InvalidToken = 3500,
    BadRequest = 3501,
    Stale = 3502,
    ForceDisconnect = 3503,
    ChannelLimit = 3505, ///< its token subscribes it to more channels than it may be in
    Kicked = 4500,       ///< by an operator; the reason is theirs. One may come back, but not by itself
    Banned = 4501,       ///< by an operator, whose reason it is; coming back is refused as long as that holds
    Lockdown = 4502,     ///< the server lets nobody in, or nobody like this one, for the time being
};

/// The text that goes with a code: at most 123 bytes, a stable word or two that a person can search for.
std::string_view closeReason(CloseCode code);

/// True for a code that a peer may put into a close frame (RFC 6455 section 7.4).
bool isCloseCodeOnTheWire(std::uint16_t code);

} // namespace chinwag::protocol
