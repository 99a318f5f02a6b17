// Why a connection did not open, told apart from what the socket or the server's HTTP answer says.
#pragma once

#include "sdk/Fault.h"

#include <QAbstractSocket>

namespace chinwag::sdk {

/// A socket that failed. `host` is who was called; `words` are Qt's, for what has no sentence of its own.
Fault judgeSocketError(QAbstractSocket::SocketError error, const QString& host, const QString& words);

/// A server that answered the opening with something else than a WebSocket. `detail` are its words, or empty.
Fault judgeStatus(int status, const QString& detail, int retryAfterSeconds);

/// Nothing came in time.
Fault openingTimedOut(const QString& host);

} // namespace chinwag::sdk
