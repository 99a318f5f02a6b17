// A server that can do to a client what real ones do on bad days.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

namespace chinwag::test {

class FakeServer : public QObject {
    Q_OBJECT

public:
    enum class Manner {
        Chat,     ///< a WebSocket that echoes
        Silent,   ///< takes the call and says nothing
        Answer,   ///< an HTTP answer instead of a WebSocket
        HalfOpen, ///< opens the WebSocket and never says anything again, not even a pong
        HangUp,   ///< ends the call at once
    };

    explicit FakeServer(Manner manner, QByteArray answer = {});

    bool isListening() const { return tcp_.isListening(); }
    QUrl url() const;
    /// Stops listening and cuts everybody off; the port is free.
    void stop();
    /// Listens on the same port again.
    bool start();

    QWebSocket* peer() const { return peer_.data(); }
    const QStringList& lines() const { return lines_; }
    /// The request line and headers of each call that was read here.
    const QList<QByteArray>& heads() const { return heads_; }
    int calls() const { return calls_; }

private:
    void onCall();
    void onData(QTcpSocket* socket);
    void onPeer();

    Manner manner_;
    QByteArray answer_;
    QTcpServer tcp_;
    QWebSocketServer webSocket_;
    QPointer<QWebSocket> peer_;
    QStringList lines_;
    QList<QByteArray> heads_;
    quint16 port_ = 0;
    int calls_ = 0;
};

} // namespace chinwag::test
