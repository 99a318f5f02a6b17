// The errors of the Centrifuge protocol, as its replies carry them.
#pragma once

#include <cstdint>
#include <string_view>

namespace chinwag::protocol {

enum class CentrifugeError : std::uint16_t {
    Internal = 100, ///< temporary
    Unauthorized = 101,
    UnknownChannel = 102,
    PermissionDenied = 103,
    MethodNotFound = 104,
    AlreadySubscribed = 105,
    LimitExceeded = 106,
    BadRequest = 107,
    NotAvailable = 108,
    TokenExpired = 109,
    Expired = 110,
    TooManyRequests = 111, ///< temporary
    UnrecoverablePosition = 112,
};

/// The words that go with it.
std::string_view message(CentrifugeError error);
/// Whether the same request may succeed a little later.
bool isTemporary(CentrifugeError error);

} // namespace chinwag::protocol
