#include "sdk/FakeServer.h"

#include <QCryptographicHash>
#include <QUrl>

#include <utility>

namespace chinwag::test {

namespace {

QByteArray headerValue(const QByteArray& head, const QByteArray& name) {
    for (const QByteArray& line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (line.left(colon).toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QByteArray switching(const QByteArray& head) {
    const QByteArray key = headerValue(head, "sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
           "Upgrade\r\nSec-WebSocket-Accept: " +
           QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n";
}

} // namespace

FakeServer::FakeServer(Manner manner, QByteArray answer)
    : manner_(manner),
      answer_(std::move(answer)),
      webSocket_(QStringLiteral("fake"), QWebSocketServer::NonSecureMode) {
    connect(&tcp_, &QTcpServer::newConnection, this, &FakeServer::onCall);
    connect(&webSocket_, &QWebSocketServer::newConnection, this, &FakeServer::onPeer);
    start();
}

bool FakeServer::start() {
    if (!tcp_.listen(QHostAddress::LocalHost, port_))
        return false;
    port_ = tcp_.serverPort();
    return true;
}

void FakeServer::stop() {
    tcp_.close();
    if (peer_)
        peer_->abort();
}

QUrl FakeServer::url() const {
    return QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(port_));
}

void FakeServer::onCall() {
    while (QTcpSocket* socket = tcp_.nextPendingConnection()) {
        ++calls_;
        switch (manner_) {
        case Manner::Chat:
            webSocket_.handleConnection(socket);
            Q_EMIT socket->readyRead(); // what came before is read now
            break;
        case Manner::HangUp: socket->close(); break;
        case Manner::Silent: break;
        case Manner::Answer:
        case Manner::HalfOpen:
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onData(socket); });
            onData(socket);
            break;
        }
    }
}

void FakeServer::onData(QTcpSocket* socket) {
    const QByteArray head = socket->peek(16 * 1024);
    if (!head.contains("\r\n\r\n") || socket->property("answered").toBool())
        return;
    socket->setProperty("answered", true);
    heads_.append(head);
    socket->write(manner_ == Manner::Answer ? answer_ : switching(head));
    if (manner_ == Manner::Answer)
        socket->disconnectFromHost();
}

void FakeServer::onPeer() {
    peer_ = webSocket_.nextPendingConnection();
    connect(peer_, &QWebSocket::textMessageReceived, this, [this, peer = peer_](const QString& line) {
        lines_.append(line);
        peer->sendTextMessage(line);
    });
    connect(peer_, &QWebSocket::disconnected, peer_, &QObject::deleteLater);
}

} // namespace chinwag::test
