// A client of a server that speaks the Centrifuge protocol in JSON over WebSocket: Chinwag, Centrifugo, and
// whatever is built on the library Centrifuge.
//
//   centrifuge::ClientOptions options;
//   options.endpoint = QUrl(QStringLiteral("ws://127.0.0.1:8000/connection/websocket"));
//   centrifuge::Client client(options);
//   auto* const room = client.newSubscription(QStringLiteral("chat:lobby"));
//   QObject::connect(room, &centrifuge::Subscription::published, [](const centrifuge::Publication&
//   publication) {
//       qInfo() << publication.data;
//   });
//   room->subscribe();
//   client.connectToServer();
//
// It is disconnected, connecting or connected. From connectToServer() on it comes back by itself, after waits
// that double and are jittered over their whole length, until disconnectFromServer(), a close code from
// 3500-3999 or 4500-4999, a refused token, or a server that does not speak the protocol. Subscriptions come
// back with it, and are given what they have missed where the server can.
//
// Threads: a client, its subscriptions and all callbacks live on the thread that made it, and it needs an
// event loop there. It does not lock, and nothing of it may be called from elsewhere. Ownership:
// subscriptions are its children. It and they may be deleted at any time, also from within their own signals
// and callbacks; what it still waited for is then dropped without a callback. Errors are values. Results come
// by callback and not by QFuture, because then they come in the order in which the server has said things,
// publications in between included, are never told after their receiver is gone
// (`context`), and need no second way for a failure. A callback is never called from within the call.
#pragma once

#include "sdk/Fault.h"
#include "sdk/centrifuge/ClientOptions.h"
#include "sdk/centrifuge/Transport.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <memory>

namespace chinwag::centrifuge {

class Connection;
class ServerSubscriptions;
class Subscription;
struct SubscriptionOptions;

class Client : public QObject {
    Q_OBJECT

public:
    enum class State { Disconnected, Connecting, Connected };
    Q_ENUM(State)

    explicit Client(ClientOptions options, QObject* parent = nullptr);
    /// With a network of one's own.
    Client(ClientOptions options, TransportMaker makeTransport, QObject* parent = nullptr);
    ~Client() override;

    void connectToServer();
    void disconnectFromServer();
    /// When it waits for the next attempt, that is made now.
    void reconnectNow();

    State state() const;
    /// The id that the server has given to the connection; empty without one.
    const QString& clientId() const { return clientId_; }
    /// Why there is no connection, for people; none while there is one, and none before the first attempt.
    const sdk::Fault& fault() const;
    /// Until the next attempt; zero when none is planned.
    std::chrono::milliseconds untilReconnect() const;

    /// Told with the next opening command.
    void setData(const QJsonValue& data);
    /// Used from the next opening command on.
    void setToken(const QString& token);

    /// A subscription, not subscribed yet. Nothing when there is one to this channel already, or its name is
    /// empty.
    Subscription* newSubscription(const QString& channel);
    Subscription* newSubscription(const QString& channel, SubscriptionOptions options);
    /// The one to this channel, or nothing.
    Subscription* subscription(const QString& channel) const { return subscriptions_.value(channel); }
    QList<Subscription*> subscriptions() const { return subscriptions_.values(); }
    /// Ends it and deletes it.
    void removeSubscription(Subscription* subscription);

    // While connecting these wait, at most maxWaiting of them and each for `timeout`; disconnected they fail.
    // What was sent when the connection broke fails with TransportClosed: whether the server has done it is
    // not known.
    void rpc(const QString& method, const QJsonValue& data, QObject* context, Callback<QJsonValue> done);
    void publish(const QString& channel, const QJsonValue& data, QObject* context,
                 Callback<PublishResult> done);
    void history(const QString& channel, const HistoryOptions& options, QObject* context,
                 Callback<HistoryResult> done);
    void presence(const QString& channel, QObject* context, Callback<PresenceResult> done);
    void presenceStats(const QString& channel, QObject* context, Callback<PresenceStatsResult> done);
    /// A message that nobody answers. False when it is not connected.
    bool send(const QJsonValue& data);

Q_SIGNALS:
    /// `code`: namespace connecting in Codes.h, or the server's.
    void connecting(int code, const QString& reason);
    void connected(const chinwag::centrifuge::ConnectResult& result);
    /// And stays so. `code`: namespace disconnected in Codes.h, or the server's.
    void disconnected(int code, const QString& reason);
    /// What went wrong without a change of state: an attempt, or a question for a token. It is tried again.
    void failed(const chinwag::centrifuge::Error& error);
    /// A message that the server has sent to this client alone.
    void messageReceived(const QJsonValue& data);

    // Of channels to which the server has subscribed this client, not subscription().
    void serverSubscribed(const QString& channel, const chinwag::centrifuge::SubscribeResult& result);
    /// The connection was lost.
    void serverSubscribing(const QString& channel);
    void serverUnsubscribed(const QString& channel);
    void serverPublished(const QString& channel, const chinwag::centrifuge::Publication& publication);
    void serverJoined(const QString& channel, const chinwag::centrifuge::ClientInfo& info);
    void serverLeft(const QString& channel, const chinwag::centrifuge::ClientInfo& info);

private:
    friend class Subscription;

    void listen();
    void onConnecting(int code, const QString& reason);
    void onConnected(const ConnectResult& result);
    void onDisconnected(int code, const QString& reason);
    void onPush(const QJsonObject& push);
    void onServerPush(const QString& channel, const QJsonObject& push);
    void beginServerSubscription(const QString& channel, const SubscribeResult& result);
    void onInvalidated();
    bool tellLost();
    bool tellSubscriptions(void (Subscription::*what)());
    void forget(const Subscription& subscription);

    std::unique_ptr<Connection> connection_;
    std::unique_ptr<ServerSubscriptions> serverSubscriptions_;
    QHash<QString, Subscription*> subscriptions_; ///< children of this object
    QString clientId_;
};

} // namespace chinwag::centrifuge
