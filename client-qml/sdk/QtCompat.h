// Where Qt 6.4 and later ones differ for the client.
#pragma once

#include <QWebSocket>

namespace chinwag::sdk {

/// Connects the signal that reports a socket's error.
template <typename Receiver, typename Slot>
void connectError(const QWebSocket& socket, Receiver* receiver, Slot slot) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(&socket, &QWebSocket::errorOccurred, receiver, slot);
#else
    QObject::connect(&socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), receiver,
                     slot);
#endif
}

} // namespace chinwag::sdk
