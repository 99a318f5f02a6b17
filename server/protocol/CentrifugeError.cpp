#include "protocol/CentrifugeError.h"

namespace chinwag::protocol {

std::string_view message(CentrifugeError error) {
    switch (error) {
    case CentrifugeError::Internal: return "internal server error";
    case CentrifugeError::Unauthorized: return "unauthorized";
    case CentrifugeError::UnknownChannel: return "unknown channel";
    case CentrifugeError::PermissionDenied: return "permission denied";
    case CentrifugeError::MethodNotFound: return "method not found";
    case CentrifugeError::AlreadySubscribed: return "already subscribed";
    case CentrifugeError::LimitExceeded: return "limit exceeded";
    case CentrifugeError::BadRequest: return "bad request";
    case CentrifugeError::NotAvailable: return "not available";
    case CentrifugeError::TokenExpired: return "token expired";
    case CentrifugeError::Expired: return "expired";
    case CentrifugeError::TooManyRequests: return "too many requests";
    case CentrifugeError::UnrecoverablePosition: return "unrecoverable position";
    }
    return "";
}

bool isTemporary(CentrifugeError error) {
    return error == CentrifugeError::Internal || error == CentrifugeError::TooManyRequests;
}

} // namespace chinwag::protocol
