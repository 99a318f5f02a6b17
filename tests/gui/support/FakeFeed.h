// The live feed of a server that the test plays: whoever comes is let in and may listen to everything.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QWebSocketServer>

class QTcpSocket;
class QWebSocket;

namespace chinwag::test {

class FakeFeed : public QObject {
    Q_OBJECT
public:
    explicit FakeFeed(QObject* parent = nullptr);
    ~FakeFeed() override;

    /// A connection of which the opening handshake has not been read yet; it belongs to this from now on.
    void take(QTcpSocket* socket);
    /// Tells everybody who listens to `channel`.
    void publish(const QString& channel, const QJsonObject& data);

private:
    void accept();
    void answer(QWebSocket* client, const QString& frame);

    QWebSocketServer server_;
    QHash<QWebSocket*, QSet<QString>> channels_; ///< of each client, those that it listens to
};

} // namespace chinwag::test
