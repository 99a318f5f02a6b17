// A transport over a WebSocket. It tells apart why one did not open, and does not wait for ever.
#pragma once

#include "sdk/RefusalProbe.h"
#include "sdk/centrifuge/Transport.h"

#include <QAbstractSocket>
#include <QByteArray>
#include <QList>
#include <QSslError>
#include <QTimer>

#include <chrono>

class QWebSocket;

namespace chinwag::centrifuge {

class WebSocketTransport : public Transport {
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds opening{15'000}; ///< a server that takes the call and is silent is given up
        quint64 incomingBytes = 16 * 1024 * 1024;  ///< of one frame: recovery may bring much at once
    };

    explicit WebSocketTransport(QObject* parent = nullptr);
    explicit WebSocketTransport(Limits limits, QObject* parent = nullptr);
    ~WebSocketTransport() override;

    /// The SHA-256 of a certificate that is taken although nobody vouches for it; empty for none.
    void setPinnedCertificate(const QByteArray& fingerprint) { pin_ = fingerprint; }

    void open(const QUrl& url) override;
    bool send(const QString& frame) override;
    void close() override;

private:
    void onOpened();
    void onText(const QString& text);
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void onTlsErrors(const QList<QSslError>& errors);
    void end(const TransportEnd& end);

    Limits limits_;
    QUrl url_;
    QWebSocket* socket_; ///< outlives this for a turn, as it may be in the middle of a signal
    QTimer openingLimit_;
    sdk::RefusalProbe probe_;
    QString tlsFault_;
    QByteArray pin_;
    bool open_ = false;
    bool asking_ = false; ///< the probe is on its way
    bool over_ = false;
};

} // namespace chinwag::centrifuge
