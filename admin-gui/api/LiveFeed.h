// What a server tells its operators by itself, over a WebSocket.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace chinwag::centrifuge {
class Client;
}

namespace chinwag::admin {

class RestClient;

/// Comes back by itself when the connection is lost. A server without a feed, or a way to it that lets no
/// WebSocket through, shows in isLive() alone: whoever needs to know has to ask then.
class LiveFeed : public QObject {
    Q_OBJECT
public:
    /// `client` has the session, and must outlive this.
    explicit LiveFeed(RestClient& client, QObject* parent = nullptr);
    ~LiveFeed() override;

    /// Begins to listen, anew if it did before. `pin` as RestClient::setPinnedCertificate().
    void start(const QUrl& server, const QByteArray& pin);
    void stop();
    /// Whether events arrive.
    bool isLive() const { return live_; }

    /// Listens to one connection's frames as well, as long as it runs; they come as traceReceived().
    void followTrace(const QString& connection);
    void leaveTrace(const QString& connection);

Q_SIGNALS:
    void liveChanged(bool live);
    /// As GET /stats answers.
    void statsReceived(const QJsonObject& stats);
    void eventReceived(const QJsonObject& event);
    /// The trace is listened to, so that nothing of it is missed from now on.
    void traceReady(const QString& connection);
    void traceReceived(const QString& connection, const QJsonObject& batch);
    /// It cannot be listened to: `reason` is for people, or empty when the connection is lost.
    void traceFailed(const QString& connection, const QString& reason);

private:
    void listen();
    void setLive(bool live);

    RestClient& client_;
    QUrl server_;
    QByteArray pin_;
    QTimer again_; ///< after the server has sent it away
    std::unique_ptr<centrifuge::Client> feed_;
    bool live_ = false;
};

} // namespace chinwag::admin
