// The codes with which connections and subscriptions change their state.
#pragma once

#include "sdk/centrifuge/Types.h"

namespace chinwag::centrifuge {

/// Why a client is connecting. Greater ones are the server's close codes.
namespace connecting {
inline constexpr int connectCalled = 0;
inline constexpr int transportClosed = 1;
inline constexpr int noPing = 2;
inline constexpr int subscribeTimeout = 3;
inline constexpr int unsubscribeError = 4;
} // namespace connecting

/// Why a client is disconnected. Greater ones are the server's close codes, or the code of an error in reply.
namespace disconnected {
inline constexpr int disconnectCalled = 0;
inline constexpr int unauthorized = 1;
inline constexpr int badProtocol = 2;
inline constexpr int messageSizeLimit = 3;
} // namespace disconnected

namespace subscribing {
inline constexpr int subscribeCalled = 0;
inline constexpr int transportClosed = 1;
} // namespace subscribing

/// Greater ones are the server's.
namespace unsubscribed {
inline constexpr int unsubscribeCalled = 0;
inline constexpr int unauthorized = 1;
inline constexpr int insufficientState = 2500; ///< from here on, the subscription is made again
inline constexpr int expired = 2501;
inline constexpr int stateInvalidated = 2502;
} // namespace unsubscribed

namespace server {
inline constexpr int tokenExpired = 109; ///< in a reply
inline constexpr int firstError = 100;
inline constexpr int stateInvalidated = 3014; ///< a close code
inline constexpr int messageTooBig = 1009;    ///< a close code
inline constexpr int firstDisconnect = 3000;  ///< lower close codes are WebSocket's own
} // namespace server

/// True when a server asks not to come back after this close code.
inline constexpr bool isTerminal(int code) {
    return (code >= 3500 && code <= 3999) || (code >= 4500 && code <= 4999);
}

/// Whether what a server answered with `error` is worth asking again: the error will pass, never was the
/// server's, or is cured by a fresh token.
inline bool mayTryAgain(const Error& error) {
    return error.temporary || error.code < server::firstError || error.code == server::tokenExpired;
}

} // namespace chinwag::centrifuge
