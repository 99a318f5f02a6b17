// Where Qt 6.4 and later ones differ for the client.
#pragma once

#include <QWebSocket>

namespace chinwag::sdk {

/// The signal that reports a socket's error.
inline auto webSocketError() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return &QWebSocket::errorOccurred;
#else
    return QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error);
#endif
}

} // namespace chinwag::sdk
