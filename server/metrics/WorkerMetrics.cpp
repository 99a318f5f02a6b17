#include "metrics/WorkerMetrics.h"

namespace chinwag::metrics {

std::string_view name(Refusal refusal) {
    switch (refusal) {
    case Refusal::BadRequest: return "bad_request";
    case Refusal::HeadTooLarge: return "head_too_large";
    case Refusal::BodyTooLarge: return "body_too_large";
    case Refusal::Timeout: return "timeout";
    case Refusal::NotFound: return "not_found";
    case Refusal::UpgradeRequired: return "upgrade_required";
    case Refusal::Origin: return "origin";
    case Refusal::AddressLimit: return "address_limit";
    case Refusal::ConnectionLimit: return "connection_limit";
    case Refusal::Descriptors: return "descriptors";
    case Refusal::Draining: return "draining";
    case Refusal::TlsHandshake: return "tls_handshake";
    case Refusal::Unauthorized: return "unauthorized";
    case Refusal::Count: break;
    }
    return "unknown";
}

std::string_view name(Closing closing) {
    switch (closing) {
    case Closing::Peer: return "peer";
    case Closing::Gone: return "gone";
    case Closing::ProtocolError: return "protocol_error";
    case Closing::InvalidText: return "invalid_text";
    case Closing::Flood: return "flood";
    case Closing::TooBig: return "too_big";
    case Closing::Unsupported: return "unsupported";
    case Closing::Expired: return "expired";
    case Closing::Slow: return "slow";
    case Closing::NoPong: return "no_pong";
    case Closing::Shutdown: return "shutdown";
    case Closing::Kicked: return "kicked";
    case Closing::Banned: return "banned";
    case Closing::Lockdown: return "lockdown";
    case Closing::Other: return "other";
    case Closing::Count: break;
    }
    return "unknown";
}

} // namespace chinwag::metrics
