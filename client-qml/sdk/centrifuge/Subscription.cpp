#include "sdk/centrifuge/Subscription.h"

#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Codec.h"
#include "sdk/centrifuge/Codes.h"
#include "sdk/centrifuge/Connection.h"

#include <utility>

namespace chinwag::centrifuge {

using std::chrono::milliseconds;

namespace {

// What lived so long begins its back-off anew, and is made again at once.
constexpr milliseconds settledAfter{5'000};

} // namespace

Subscription::Subscription(Client& client, QString channel, SubscriptionOptions options)
    : QObject(&client),
      client_(client),
      channel_(std::move(channel)),
      options_(std::move(options)),
      token_(channel_, options_.token, options_.tokenProvider, options_.refreshRetry),
      waiting_(client.connection_->options().maxWaiting, client.connection_->options().timeout) {
    if (options_.hasSince)
        stream_.setPosition(options_.since);
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Subscription::begin);
    connect(&token_, &TokenKeeper::refreshWanted, this, &Subscription::refresh);
}

Subscription::~Subscription() {
    if (state_ != State::Unsubscribed)
        leave();
    client_.forget(*this);
}

void Subscription::subscribe() {
    if (state_ != State::Unsubscribed)
        return;
    options_.resubscribe.reset();
    becomeSubscribing(subscribing::subscribeCalled, tr("subscribe called"), milliseconds(0));
}

void Subscription::unsubscribe() {
    if (state_ == State::Unsubscribed)
        return;
    leave();
    becomeUnsubscribed(unsubscribed::unsubscribeCalled, tr("unsubscribe called"));
}

// --- the way in ---

void Subscription::becomeSubscribing(int code, const QString& reason, milliseconds wait) {
    state_ = State::Subscribing;
    ++era_;
    token_.stop();
    // In a turn of its own: many subscriptions of one turn travel together, and whoever subscribes may still
    // be about to listen.
    if (client_.state() == Client::State::Connected)
        again_.start(wait);
    Q_EMIT subscribing(code, reason);
}

void Subscription::onConnected() {
    if (state_ == State::Subscribing)
        begin();
}

void Subscription::onConnectionLost() {
    again_.stop();
    if (state_ == State::Subscribed)
        becomeSubscribing(subscribing::transportClosed, tr("transport closed"), milliseconds(0));
    else if (state_ == State::Subscribing) {
        ++era_;
        token_.stop();
    }
}

void Subscription::begin() {
    again_.stop();
    if (state_ != State::Subscribing || client_.state() != Client::State::Connected)
        return;
    if (token_.mustAsk())
        token_.ask([this](const TokenAnswer& answer) { onToken(answer); });
    else
        sendSubscribe();
}

void Subscription::onToken(const TokenAnswer& answer) {
    switch (answer.kind) {
    case TokenAnswer::Kind::Token: sendSubscribe(); return;
    case TokenAnswer::Kind::Unauthorized:
        becomeUnsubscribed(unsubscribed::unauthorized, tr("unauthorized"));
        return;
    case TokenAnswer::Kind::Failed: break;
    }
    again_.start(options_.resubscribe.next());
    Q_EMIT failed({static_cast<int>(ErrorCode::SubscribeToken), answer.text, true});
}

void Subscription::sendSubscribe() {
    QJsonObject parameters = stream_.recovery();
    parameters.insert(QStringLiteral("channel"), channel_);
    if (!token_.token().isEmpty())
        parameters.insert(QStringLiteral("token"), token_.token());
    if (!options_.data.isUndefined())
        parameters.insert(QStringLiteral("data"), options_.data);
    if (options_.positioned)
        parameters.insert(QStringLiteral("positioned"), true);
    if (options_.recoverable)
        parameters.insert(QStringLiteral("recoverable"), true);
    if (options_.joinLeave)
        parameters.insert(QStringLiteral("join_leave"), true);
    client_.connection_->calls().callAtOnce(QStringLiteral("subscribe"), parameters,
                                            ifStillAt(&Subscription::onSubscribeReply));
}

Callback<QJsonObject> Subscription::ifStillAt(void (Subscription::*handler)(const Result<QJsonObject>&)) {
    return whileAlive<QJsonObject>(this, [this, handler, era = era_](const Result<QJsonObject>& result) {
        if (era == era_)
            (this->*handler)(result);
    });
}

void Subscription::onSubscribeReply(const Result<QJsonObject>& result) {
    if (!result) {
        onSubscribeError(result.error());
        return;
    }
    const SubscribeResult welcome = codec::readSubscribeResult(result.value());
    const auto fresh = stream_.begin(welcome);
    state_ = State::Subscribed;
    const quint64 era = ++era_;
    subscribedSince_.start();
    token_.scheduleRefresh(welcome.ttl);
    const QPointer<Subscription> self(this);
    Q_EMIT subscribed(welcome);
    if (!self)
        return;
    deliver(fresh);
    if (self && era == era_)
        waiting_.release();
}

void Subscription::onSubscribeError(const Error& error) {
    if (error.is(ErrorCode::Timeout)) {
        // Whether the server has subscribed us nobody knows; on another connection it has not.
        client_.connection_->reconnect(connecting::subscribeTimeout, tr("subscribe timeout"));
        return;
    }
    if (!mayTryAgain(error)) {
        becomeUnsubscribed(error.code, error.message);
        return;
    }
    if (error.code == server::tokenExpired) {
        if (!token_.canAsk()) {
            becomeUnsubscribed(unsubscribed::unauthorized, tr("the token has expired"));
            return;
        }
        token_.drop();
    }
    again_.start(options_.resubscribe.next());
    Q_EMIT failed(error);
}

// --- while it lasts ---

void Subscription::deliver(const QList<Publication>& publications) {
    const QPointer<Subscription> self(this);
    for (const Publication& publication : publications) {
        Q_EMIT published(publication);
        if (!self)
            return;
    }
}

void Subscription::onPush(const QJsonObject& push) {
    if (state_ == State::Unsubscribed)
        return;
    const auto content = [&push](const char* name) { return push.value(QLatin1String(name)); };
    if (const QJsonValue end = content("unsubscribe"); end.isObject()) {
        onUnsubscribePush(end.toObject());
        return;
    }
    if (state_ != State::Subscribed)
        return;
    if (const QJsonValue pub = content("pub"); pub.isObject()) {
        const Publication publication = codec::readPublication(pub.toObject());
        if (stream_.take(publication))
            Q_EMIT published(publication);
    } else if (const QJsonValue join = content("join"); join.isObject()) {
        Q_EMIT joined(codec::readClientInfo(join[QLatin1String("info")].toObject()));
    } else if (const QJsonValue leave = content("leave"); leave.isObject()) {
        Q_EMIT left(codec::readClientInfo(leave[QLatin1String("info")].toObject()));
    }
}

void Subscription::onUnsubscribePush(const QJsonObject& push) {
    const int code = push.value(QLatin1String("code")).toInt();
    const QString reason = push.value(QLatin1String("reason")).toString();
    if (code < unsubscribed::insufficientState) {
        becomeUnsubscribed(code, reason);
        return;
    }
    if (code == unsubscribed::stateInvalidated)
        invalidate();
    if (code == unsubscribed::expired && token_.canAsk())
        token_.drop();
    becomeSubscribing(code, reason, waitBeforeAgain());
}

void Subscription::invalidate() {
    stream_.invalidate();
    if (token_.canAsk())
        token_.drop();
}

milliseconds Subscription::waitBeforeAgain() {
    if (state_ != State::Subscribed || milliseconds(subscribedSince_.elapsed()) < settledAfter)
        return options_.resubscribe.next();
    options_.resubscribe.reset();
    return milliseconds(0);
}

void Subscription::refresh() {
    if (state_ == State::Subscribed)
        token_.ask([this](const TokenAnswer& answer) { onRefreshToken(answer); });
}

void Subscription::onRefreshToken(const TokenAnswer& answer) {
    switch (answer.kind) {
    case TokenAnswer::Kind::Token:
        client_.connection_->calls().callAtOnce(
            QStringLiteral("sub_refresh"),
            {{QStringLiteral("channel"), channel_}, {QStringLiteral("token"), token_.token()}},
            ifStillAt(&Subscription::onRefreshReply));
        return;
    case TokenAnswer::Kind::Unauthorized:
        leave();
        becomeUnsubscribed(unsubscribed::unauthorized, tr("unauthorized"));
        return;
    case TokenAnswer::Kind::Failed: break;
    }
    token_.retryRefresh();
    Q_EMIT failed({static_cast<int>(ErrorCode::SubscriptionRefreshToken), answer.text, true});
}

void Subscription::onRefreshReply(const Result<QJsonObject>& result) {
    if (result) {
        token_.scheduleRefresh(codec::readTimeToLive(result.value()));
        return;
    }
    if (!mayTryAgain(result.error())) {
        leave();
        becomeUnsubscribed(result.error().code, result.error().message);
        return;
    }
    token_.retryRefresh();
    Q_EMIT failed(result.error());
}

// --- the way out ---

// A server that does not confirm might go on sending; a new connection makes sure.
void Subscription::leave() {
    if (client_.state() != Client::State::Connected)
        return;
    Connection& connection = *client_.connection_;
    connection.calls().callAtOnce(QStringLiteral("unsubscribe"), {{QStringLiteral("channel"), channel_}},
                                  [&connection](const Result<QJsonObject>& result) {
                                      if (!result && !result.error().is(ErrorCode::TransportClosed))
                                          connection.reconnect(connecting::unsubscribeError,
                                                               tr("unsubscribe error"));
                                  });
}

void Subscription::becomeUnsubscribed(int code, const QString& reason) {
    state_ = State::Unsubscribed;
    ++era_;
    again_.stop();
    token_.stop();
    waiting_.failLater({static_cast<int>(ErrorCode::Unsubscribed), tr("not subscribed"), false});
    Q_EMIT unsubscribed(code, reason);
}

// --- commands ---

template <typename T>
void Subscription::whenSubscribed(QObject* context, Callback<T> done, std::function<void(Callback<T>)> go) {
    if (state_ == State::Subscribed) {
        go(whileAlive(context, std::move(done)));
        return;
    }
    Callback<T> tell = whileAlive(context, std::move(done));
    Error refusal{static_cast<int>(ErrorCode::Unsubscribed), tr("not subscribed"), false};
    if (state_ == State::Subscribing) {
        const bool waits = waiting_.add([go, tell](const std::optional<Error>& error) {
            if (!error)
                go(tell);
            else if (tell)
                tell(*error);
        });
        if (waits)
            return;
        refusal = {static_cast<int>(ErrorCode::QueueFull), tr("too much waits for the subscription"), false};
    }
    if (tell)
        QMetaObject::invokeMethod(
            this, [tell, refusal] { tell(refusal); }, Qt::QueuedConnection);
}

void Subscription::publish(const QJsonValue& data, QObject* context, Callback<PublishResult> done) {
    whenSubscribed<PublishResult>(context, std::move(done), [this, data](Callback<PublishResult> tell) {
        client_.publish(channel_, data, nullptr, std::move(tell));
    });
}

void Subscription::history(const HistoryOptions& options, QObject* context, Callback<HistoryResult> done) {
    whenSubscribed<HistoryResult>(context, std::move(done), [this, options](Callback<HistoryResult> tell) {
        client_.history(channel_, options, nullptr, std::move(tell));
    });
}

void Subscription::presence(QObject* context, Callback<PresenceResult> done) {
    whenSubscribed<PresenceResult>(context, std::move(done), [this](Callback<PresenceResult> tell) {
        client_.presence(channel_, nullptr, std::move(tell));
    });
}

void Subscription::presenceStats(QObject* context, Callback<PresenceStatsResult> done) {
    whenSubscribed<PresenceStatsResult>(context, std::move(done), [this](Callback<PresenceStatsResult> tell) {
        client_.presenceStats(channel_, nullptr, std::move(tell));
    });
}

} // namespace chinwag::centrifuge
