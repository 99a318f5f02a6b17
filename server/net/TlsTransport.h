// A TLS stream: Qt's socket does the cryptography, on the worker's event loop.
#pragma once

#include "net/Transport.h"

#include <QtCore/QObject>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>

#include <memory>

class QWebSocket;

namespace chinwag::net {

class TlsTransport final : public QObject, public Transport {
    Q_OBJECT
public:
    /// Takes over `descriptor` and begins the server's side of the handshake. When Qt cannot take the
    /// descriptor the stream is broken from the start.
    TlsTransport(int descriptor, const QSslConfiguration& configuration);
    ~TlsTransport() override;

    void setUser(TransportUser* user) override { user_ = user; }
    Result peek(std::span<char> into) override;
    Result read(std::span<char> into) override;
    Result write(std::span<const iovec> from) override;
    bool setInterest(Interest interest) override;
    void finishWriting() override;
    void abort() override;
    bool isSecure() const override { return true; }
    bool isEstablished() const override { return socket_.isEncrypted(); }
    bool mustReadOn() const override { return true; }

    /// For the WebSocket opening handshake, which Qt performs on the socket itself.
    QSslSocket& socket() { return socket_; }
    /// Keeps the QWebSocket that opened this stream, silenced. It must not die before the socket has been
    /// closed, or it would say goodbye on it.
    void keepOpener(std::unique_ptr<QWebSocket> opener);

private:
    void readable();
    void writable();
    Result nothingToRead() const;

    QSslSocket socket_;
    std::unique_ptr<QWebSocket> opener_;
    TransportUser* user_ = nullptr;
    Interest interest_{.read = false, .write = false};
    bool inWrite_ = false; // Qt signals from within; the user must not be called back from its own call
};

} // namespace chinwag::net
