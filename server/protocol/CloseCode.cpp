#include "protocol/CloseCode.h"

namespace chinwag::protocol {

std::string_view closeReason(CloseCode code) {
    switch (code) {
    case CloseCode::Normal: return "";
    case CloseCode::ProtocolError: return "protocol error";
    case CloseCode::UnsupportedData: return "unsupported data";
    case CloseCode::InvalidPayload: return "invalid UTF-8";
    case CloseCode::PolicyViolation: return "too many frames";
    case CloseCode::MessageTooBig: return "message too big";
    case CloseCode::Shutdown: return "shutdown";
    case CloseCode::Expired: return "expired";
    case CloseCode::Slow: return "slow";
    case CloseCode::InsufficientState: return "insufficient state";
    case CloseCode::NoPong: return "no pong";
    case CloseCode::TooManyRequests: return "too many requests";
    case CloseCode::InvalidToken: return "invalid token";
    case CloseCode::BadRequest: return "bad request";
    case CloseCode::Stale: return "stale";
    case CloseCode::ForceDisconnect: return "force disconnect";
    case CloseCode::ChannelLimit: return "channel limit";
    case CloseCode::Kicked: return "kicked";
    case CloseCode::Banned: return "banned";
    case CloseCode::Lockdown: return "lockdown";
    }
    return "";
}

bool isCloseCodeOnTheWire(std::uint16_t code) {
    if (code >= 3000 && code <= 4999)
        return true;
    return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

} // namespace chinwag::protocol
