#include "net/Closings.h"

namespace chinwag::net {

metrics::Closing closingFor(protocol::CloseCode code) {
    using metrics::Closing;
    using protocol::CloseCode;
    switch (code) {
    case CloseCode::ProtocolError: return Closing::ProtocolError;
    case CloseCode::InvalidPayload: return Closing::InvalidText;
    case CloseCode::PolicyViolation: return Closing::Flood;
    case CloseCode::MessageTooBig: return Closing::TooBig;
    case CloseCode::UnsupportedData: return Closing::Unsupported;
    case CloseCode::Expired: return Closing::Expired;
    case CloseCode::Slow: return Closing::Slow;
    case CloseCode::NoPong: return Closing::NoPong;
    case CloseCode::Shutdown: return Closing::Shutdown;
    case CloseCode::Kicked: return Closing::Kicked;
    case CloseCode::Banned: return Closing::Banned;
    case CloseCode::Lockdown: return Closing::Lockdown;
    default: return Closing::Other;
    }
}

} // namespace chinwag::net
