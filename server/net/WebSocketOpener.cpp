#include "net/WebSocketOpener.h"

#include "net/DescriptorTransport.h"
#include "net/TlsTransport.h"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace chinwag::net {

namespace {

// What Qt is given to read: the same request with only the fields that matter to the handshake, each on
// one line. Qt would refuse a right request with two Connection lines or a long cookie.
std::string canonicalHead(const RequestHead& head, const std::string& subprotocol) {
    std::string text = "GET " + head.target + " HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    for (const std::string_view name : {"Host", "Sec-WebSocket-Key", "Sec-WebSocket-Version"}) {
        text += name;
        text += ": ";
        text += protocol::headerValue(head.headers, name);
        text += "\r\n";
    }
    if (!subprotocol.empty())
        text += "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    text += "\r\n";
    return text;
}

void putBack(QIODevice& device, std::string_view bytes) {
    std::for_each(bytes.rbegin(), bytes.rend(), [&device](char byte) { device.ungetChar(byte); });
}

} // namespace

WebSocketOpener::WebSocketOpener(Poller& poller)
    : poller_(poller), server_(QStringLiteral("Chinwag"), QWebSocketServer::NonSecureMode) {}

std::optional<WebSocketOpener::Opened> WebSocketOpener::open(std::unique_ptr<Transport> transport,
                                                             const RequestHead& head,
                                                             const std::string& subprotocol) {
    const auto text = canonicalHead(head, subprotocol);
    server_.setSupportedSubprotocols(subprotocol.empty() ? QStringList()
                                                         : QStringList(QString::fromStdString(subprotocol)));
    if (!transport->isSecure())
        return openPlain(static_cast<DescriptorTransport&>(*transport), text);
    return openTls(std::unique_ptr<TlsTransport>(static_cast<TlsTransport*>(transport.release())), text);
}

// Qt's server waits for readyRead by a queued call. Delivering that call here makes the handshake one
// step, so there is never a half-opened WebSocket that would need a place, a match and a deadline. The
// socket must hold nothing but the head: a QWebSocket swallows what comes behind it.
std::unique_ptr<QWebSocket> WebSocketOpener::shakeHands(QTcpSocket& socket, const std::string& head) {
    putBack(socket, head);
    server_.handleConnection(&socket);
    Q_EMIT socket.readyRead();
    QCoreApplication::sendPostedEvents(&server_, QEvent::MetaCall);
    QObject::disconnect(&socket, nullptr, &server_, nullptr); // it would delete the socket
    std::unique_ptr<QWebSocket> opened(server_.nextPendingConnection());
    if (opened)
        opened->setParent(nullptr);
    return opened;
}

std::optional<WebSocketOpener::Opened> WebSocketOpener::openPlain(DescriptorTransport& transport,
                                                                  const std::string& head) {
    QTcpSocket socket;
    const int descriptor = transport.release();
    if (!socket.setSocketDescriptor(descriptor)) {
        ::close(descriptor);
        return std::nullopt;
    }
    const auto webSocket = shakeHands(socket, head);
    if (!webSocket)
        return std::nullopt;
    socket.flush();
    const int kept = ::fcntl(static_cast<int>(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    // Ends Qt's part without a close frame or a FIN: the duplicate holds the connection.
    socket.abort();
    if (kept < 0)
        return std::nullopt;
    return Opened{std::make_unique<DescriptorTransport>(kept, poller_, DescriptorTransport::Trigger::Level),
                  {}};
}

std::optional<WebSocketOpener::Opened> WebSocketOpener::openTls(std::unique_ptr<TlsTransport> transport,
                                                                const std::string& head) {
    auto& socket = transport->socket();
    const QByteArray leftover = socket.readAll();
    auto webSocket = shakeHands(socket, head);
    if (!webSocket)
        return std::nullopt;
    // From here on the stream is ours; the QWebSocket only learns when it has been closed. Before the
    // flush, which may decrypt more of what the peer has sent.
    QObject::disconnect(&socket, &QIODevice::readyRead, webSocket.get(), nullptr);
    socket.flush();
    transport->keepOpener(std::move(webSocket));
    return Opened{std::move(transport), leftover.toStdString()};
}

} // namespace chinwag::net
