#include "sdk/centrifuge/WebSocketTransport.h"

#include "sdk/CloseRule.h"
#include "sdk/OpeningRule.h"
#include "sdk/QtCompat.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QWebSocket>

namespace chinwag::centrifuge {

WebSocketTransport::WebSocketTransport(QObject* parent) : WebSocketTransport(Limits{}, parent) {}

WebSocketTransport::WebSocketTransport(Limits limits, QObject* parent)
    : Transport(parent), limits_(limits), socket_(std::make_unique<QWebSocket>().release()) {
    openingLimit_.setSingleShot(true);
    socket_->setMaxAllowedIncomingMessageSize(limits_.incomingBytes);
    socket_->setMaxAllowedIncomingFrameSize(limits_.incomingBytes);
    connect(&openingLimit_, &QTimer::timeout, this, [this] {
        end({0, {}, sdk::openingTimedOut(url_.host())});
    });
    connect(&probe_, &sdk::RefusalProbe::explained, this, [this](const sdk::Fault& fault) {
        end({0, {}, fault});
    });
    connect(socket_, &QWebSocket::connected, this, &WebSocketTransport::onOpened);
    connect(socket_, &QWebSocket::textMessageReceived, this, &WebSocketTransport::onText);
    connect(socket_, &QWebSocket::disconnected, this, &WebSocketTransport::onDisconnected);
    sdk::connectError(*socket_, this, &WebSocketTransport::onError);
    connect(socket_, &QWebSocket::sslErrors, this, &WebSocketTransport::onTlsErrors);
}

WebSocketTransport::~WebSocketTransport() {
    socket_->disconnect(this);
    socket_->deleteLater();
}

void WebSocketTransport::open(const QUrl& url) {
    url_ = url;
    openingLimit_.start(limits_.opening);
    socket_->open(url);
}

bool WebSocketTransport::send(const QString& frame) {
    // Qt answers with the bytes that it took, and a character is one at least.
    return open_ && !over_ && socket_->sendTextMessage(frame) >= frame.size();
}

void WebSocketTransport::close() {
    if (over_)
        return;
    over_ = true;
    openingLimit_.stop();
    socket_->disconnect(this);
    if (open_)
        socket_->close();
}

void WebSocketTransport::onOpened() {
    if (over_)
        return;
    open_ = true;
    openingLimit_.stop();
    Q_EMIT opened();
}

void WebSocketTransport::onTlsErrors(const QList<QSslError>& errors) {
    const auto certificate = socket_->sslConfiguration().peerCertificate();
    if (!pin_.isEmpty() && certificate.digest(QCryptographicHash::Sha256) == pin_)
        socket_->ignoreSslErrors();
    else if (!errors.isEmpty())
        tlsFault_ = errors.first().errorString();
}

void WebSocketTransport::onText(const QString& text) {
    if (!over_)
        Q_EMIT received(text);
}

void WebSocketTransport::onError(QAbstractSocket::SocketError error) {
    // An open connection ends with disconnected(), which knows the server's reason.
    if (over_ || open_ || asking_)
        return;
    // QWebSocket has one error for "nothing listens" and "the server said no"; a server that answered had a
    // port.
    if (error == QAbstractSocket::ConnectionRefusedError && socket_->localPort() != 0) {
        asking_ = true;
        probe_.ask(url_);
        return;
    }
    const QString words = tlsFault_.isEmpty() ? socket_->errorString() : tlsFault_;
    end({0, {}, sdk::judgeSocketError(error, url_.host(), sdk::presentable(words))});
}

void WebSocketTransport::onDisconnected() {
    if (over_ || asking_)
        return;
    if (!open_) {
        onError(socket_->error());
        return;
    }
    const auto code = static_cast<quint16>(socket_->closeCode());
    end({code, socket_->closeReason(), sdk::judgeClose(code, socket_->closeReason())});
}

void WebSocketTransport::end(const TransportEnd& end) {
    if (over_)
        return;
    over_ = true;
    openingLimit_.stop();
    Q_EMIT closed(end);
}

} // namespace chinwag::centrifuge
