// A client's subscription to one channel. Made by Client::newSubscription, whose header says what holds for
// threads, ownership and errors.
//
// It is unsubscribed, subscribing or subscribed. From subscribe() on it comes back by itself, with the
// connection or after a temporary error, until unsubscribe(), a push of the server that ends it (codes below
// 2500), or an error that is not temporary. A stream with positions is followed in order: a publication with
// an offset is told once, also when it was recovered.
#pragma once

#include "sdk/Backoff.h"
#include "sdk/centrifuge/Stream.h"
#include "sdk/centrifuge/TokenKeeper.h"
#include "sdk/centrifuge/WaitingCalls.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace chinwag::centrifuge {

class Client;

struct SubscriptionOptions {
    QString token{};               ///< to begin with
    TokenProvider tokenProvider{}; ///< asked when there is none, and before it expires
    QJsonValue data{QJsonValue::Undefined};
    bool positioned = false;  ///< ask the server to watch over this subscriber's position
    bool recoverable = false; ///< ask for recovery where the channel does not have it anyway
    bool joinLeave = false;   ///< be told who comes and goes
    bool hasSince = false;    ///< recover from `since` the first time, too
    StreamPosition since{};
    sdk::Backoff resubscribe{sdk::Backoff::Span{std::chrono::milliseconds(200), std::chrono::seconds(1),
                                                std::chrono::seconds(20)}};
    sdk::Backoff refreshRetry{
        sdk::Backoff::Span{std::chrono::seconds(5), std::chrono::seconds(10), std::chrono::seconds(10)}};
};

class Subscription : public QObject {
    Q_OBJECT

public:
    enum class State { Unsubscribed, Subscribing, Subscribed };
    Q_ENUM(State)

    ~Subscription() override;

    const QString& channel() const { return channel_; }
    State state() const { return state_; }
    /// Of the last publication that was told; what recovery begins after.
    const StreamPosition& position() const { return stream_.position(); }

    void subscribe();
    /// The position is kept: the next subscribe() recovers from there.
    void unsubscribe();

    // While subscribing these wait, for the client's `timeout`; unsubscribed they fail.
    void publish(const QJsonValue& data, QObject* context, Callback<PublishResult> done);
    void history(const HistoryOptions& options, QObject* context, Callback<HistoryResult> done);
    void presence(QObject* context, Callback<PresenceResult> done);
    void presenceStats(QObject* context, Callback<PresenceStatsResult> done);

Q_SIGNALS:
    /// `code`: namespace subscribing in Codes.h, or the server's.
    void subscribing(int code, const QString& reason);
    /// What was recovered follows as published().
    void subscribed(const chinwag::centrifuge::SubscribeResult& result);
    /// And stays so. `code`: namespace unsubscribed in Codes.h, the server's, or of its error in reply.
    void unsubscribed(int code, const QString& reason);
    void published(const chinwag::centrifuge::Publication& publication);
    void joined(const chinwag::centrifuge::ClientInfo& info);
    void left(const chinwag::centrifuge::ClientInfo& info);
    /// What went wrong without a change of state. It is tried again.
    void failed(const chinwag::centrifuge::Error& error);

private:
    friend class Client;

    Subscription(Client& client, QString channel, SubscriptionOptions options);

    void onConnected();
    void onConnectionLost();
    void onPush(const QJsonObject& push);
    void invalidate();

    void begin();
    void onToken(const TokenAnswer& answer);
    void sendSubscribe();
    void onSubscribeReply(const Result<QJsonObject>& result);
    void onSubscribeError(const Error& error);
    void onUnsubscribePush(const QJsonObject& push);
    void deliver(const QList<Publication>& publications);
    void refresh();
    void onRefreshToken(const TokenAnswer& answer);
    void onRefreshReply(const Result<QJsonObject>& result);
    void becomeSubscribing(int code, const QString& reason, std::chrono::milliseconds wait);
    void becomeUnsubscribed(int code, const QString& reason);
    void leave();
    std::chrono::milliseconds waitBeforeAgain();
    template <typename T>
    void whenSubscribed(QObject* context, Callback<T> done, std::function<void(Callback<T>)> go);
    Callback<QJsonObject> ifStillAt(void (Subscription::*handler)(const Result<QJsonObject>&));

    Client& client_;
    QString channel_;
    SubscriptionOptions options_;
    TokenKeeper token_;
    Stream stream_;
    WaitingCalls waiting_;
    QTimer again_;
    QElapsedTimer subscribedSince_;
    State state_ = State::Unsubscribed;
    quint64 era_ = 0; ///< counts changes of state: what was asked in another one concerns nobody any more
};

} // namespace chinwag::centrifuge
