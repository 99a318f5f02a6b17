#include "net/WebSocketOpener.h"

#include "net/DescriptorTransport.h"
#include "net/TlsTransport.h"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace chinwag::net {

WebSocketOpener::WebSocketOpener(Poller& poller)
    : poller_(poller), server_(QStringLiteral("Chinwag"), QWebSocketServer::NonSecureMode) {}

std::optional<WebSocketOpener::Opened> WebSocketOpener::open(std::unique_ptr<Transport> transport) {
    if (!transport->isSecure())
        return openPlain(static_cast<DescriptorTransport&>(*transport));
    return openTls(std::unique_ptr<TlsTransport>(static_cast<TlsTransport*>(transport.release())));
}

// Qt's server waits for readyRead by a queued call. Delivering that call here makes the handshake one
// step, so there is never a half-opened WebSocket that would need a place, a match and a deadline.
std::unique_ptr<QWebSocket> WebSocketOpener::shakeHands(QTcpSocket& socket) {
    server_.handleConnection(&socket);
    Q_EMIT socket.readyRead();
    QCoreApplication::sendPostedEvents(&server_, QEvent::MetaCall);
    QObject::disconnect(&socket, nullptr, &server_, nullptr); // it would delete the socket
    std::unique_ptr<QWebSocket> opened(server_.nextPendingConnection());
    if (opened)
        opened->setParent(nullptr);
    return opened;
}

std::optional<WebSocketOpener::Opened> WebSocketOpener::openPlain(DescriptorTransport& transport) {
    QTcpSocket socket;
    const int descriptor = transport.release();
    if (!socket.setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return std::nullopt;
    }
    socket.waitForReadyRead(0); // takes in what the front door has only peeked at
    const auto webSocket = shakeHands(socket);
    if (!webSocket)
        return std::nullopt;
    socket.flush();
    const QByteArray leftover = socket.readAll();
    const int kept = ::fcntl(static_cast<int>(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    // Ends Qt's part without a close frame or a FIN: the duplicate holds the connection.
    socket.abort();
    if (kept < 0)
        return std::nullopt;
    return Opened{std::make_unique<DescriptorTransport>(kept, poller_, DescriptorTransport::Trigger::Level),
                  leftover.toStdString()};
}

std::optional<WebSocketOpener::Opened> WebSocketOpener::openTls(std::unique_ptr<TlsTransport> transport) {
    auto& socket = transport->socket();
    auto webSocket = shakeHands(socket);
    if (!webSocket)
        return std::nullopt;
    socket.flush();
    // From here on the stream is ours; the QWebSocket only learns when it has been closed.
    QObject::disconnect(&socket, &QIODevice::readyRead, webSocket.get(), nullptr);
    transport->keepOpener(std::move(webSocket));
    return Opened{std::move(transport), {}};
}

} // namespace chinwag::net
