#include "sdk/centrifuge/Client.h"

#include "sdk/centrifuge/Codec.h"
#include "sdk/centrifuge/Connection.h"
#include "sdk/centrifuge/ServerSubscriptions.h"
#include "sdk/centrifuge/Subscription.h"
#include "sdk/centrifuge/WebSocketTransport.h"

#include <algorithm>
#include <utility>

namespace chinwag::centrifuge {

namespace {

// Turns a reply into a value for a receiver who may be gone by then.
template <typename T>
Calls::Reply reading(QObject* context, Callback<T> done, T (*read)(const QJsonObject&)) {
    if (!done)
        return {};
    return [done = whileAlive(context, std::move(done)), read](const Result<QJsonObject>& result) {
        if (result)
            done(read(result.value()));
        else
            done(result.error());
    };
}

QJsonObject ofChannel(const QString& channel) {
    return {{QStringLiteral("channel"), channel}};
}

} // namespace

Client::Client(ClientOptions options, QObject* parent)
    : Client(
          std::move(options), [] { return std::make_unique<WebSocketTransport>(); }, parent) {}

Client::Client(ClientOptions options, TransportMaker makeTransport, QObject* parent)
    : QObject(parent), serverSubscriptions_(std::make_unique<ServerSubscriptions>()) {
    connection_ = std::make_unique<Connection>(std::move(options), std::move(makeTransport),
                                               [this] { return serverSubscriptions_->recovery(); });
    listen();
}

void Client::listen() {
    connect(connection_.get(), &Connection::connecting, this, &Client::onConnecting);
    connect(connection_.get(), &Connection::connected, this, &Client::onConnected);
    connect(connection_.get(), &Connection::disconnected, this, &Client::onDisconnected);
    connect(connection_.get(), &Connection::failed, this, &Client::failed);
    connect(connection_.get(), &Connection::pushed, this, &Client::onPush);
    connect(connection_.get(), &Connection::invalidated, this, &Client::onInvalidated);
}

// Subscriptions use the connection, so they go first.
Client::~Client() {
    connection_->disconnect(this);
    // Also those that were removed and not deleted yet.
    const auto all = findChildren<Subscription*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(all);
}

void Client::connectToServer() {
    connection_->connectToServer();
}

void Client::disconnectFromServer() {
    connection_->disconnectFromServer();
}

void Client::reconnectNow() {
    connection_->retryNow();
}

Client::State Client::state() const {
    switch (connection_->state()) {
    case Connection::State::Connecting: return State::Connecting;
    case Connection::State::Connected: return State::Connected;
    case Connection::State::Disconnected: break;
    }
    return State::Disconnected;
}

const sdk::Fault& Client::fault() const {
    return connection_->fault();
}

std::chrono::milliseconds Client::untilReconnect() const {
    return connection_->untilRetry();
}

void Client::setData(const QJsonValue& data) {
    connection_->options().data = data;
}

void Client::setToken(const QString& token) {
    connection_->token().setToken(token);
}

// --- subscriptions ---

Subscription* Client::newSubscription(const QString& channel) {
    return newSubscription(channel, SubscriptionOptions{});
}

Subscription* Client::newSubscription(const QString& channel, SubscriptionOptions options) {
    if (channel.isEmpty() || subscriptions_.contains(channel))
        return nullptr;
    std::unique_ptr<Subscription> made(new Subscription(*this, channel, std::move(options)));
    Subscription* const subscription = made.release(); // this is its parent
    subscriptions_.insert(channel, subscription);
    return subscription;
}

void Client::removeSubscription(Subscription* subscription) {
    if (subscription == nullptr || subscriptions_.value(subscription->channel()) != subscription)
        return;
    const QPointer<Subscription> guard(subscription);
    subscription->unsubscribe();
    if (!guard)
        return;
    forget(*subscription);
    subscription->deleteLater(); // it may be in the middle of a signal
}

void Client::forget(const Subscription& subscription) {
    if (subscriptions_.value(subscription.channel()) == &subscription)
        subscriptions_.remove(subscription.channel());
}

// --- commands ---

void Client::rpc(const QString& method, const QJsonValue& data, QObject* context, Callback<QJsonValue> done) {
    QJsonObject parameters{{QStringLiteral("method"), method}};
    if (!data.isUndefined())
        parameters.insert(QStringLiteral("data"), data);
    connection_->calls().call(QStringLiteral("rpc"), parameters,
                              reading<QJsonValue>(context, std::move(done), [](const QJsonObject& object) {
                                  return object.value(QLatin1String("data"));
                              }));
}

void Client::publish(const QString& channel, const QJsonValue& data, QObject* context,
                     Callback<PublishResult> done) {
    QJsonObject parameters = ofChannel(channel);
    parameters.insert(QStringLiteral("data"), data);
    connection_->calls().call(
        QStringLiteral("publish"), parameters,
        reading<PublishResult>(context, std::move(done), [](const QJsonObject&) { return PublishResult{}; }));
}

void Client::history(const QString& channel, const HistoryOptions& options, QObject* context,
                     Callback<HistoryResult> done) {
    connection_->calls().call(QStringLiteral("history"), codec::writeHistory(channel, options),
                              reading<HistoryResult>(context, std::move(done), &codec::readHistory));
}

void Client::presence(const QString& channel, QObject* context, Callback<PresenceResult> done) {
    connection_->calls().call(QStringLiteral("presence"), ofChannel(channel),
                              reading<PresenceResult>(context, std::move(done), &codec::readPresence));
}

void Client::presenceStats(const QString& channel, QObject* context, Callback<PresenceStatsResult> done) {
    connection_->calls().call(
        QStringLiteral("presence_stats"), ofChannel(channel),
        reading<PresenceStatsResult>(context, std::move(done), &codec::readPresenceStats));
}

bool Client::send(const QJsonValue& data) {
    return connection_->calls().tell(QStringLiteral("send"), {{QStringLiteral("data"), data}});
}

// --- what the connection tells ---
// Whoever hears a signal may delete this object: after each one that is asked.

void Client::onConnecting(int code, const QString& reason) {
    const QPointer<Client> self(this);
    Q_EMIT connecting(code, reason);
    if (self)
        tellLost();
}

void Client::onDisconnected(int code, const QString& reason) {
    if (tellLost() && state() == State::Disconnected)
        Q_EMIT disconnected(code, reason);
}

// False when this object is gone.
bool Client::tellSubscriptions(void (Subscription::*what)()) {
    const QPointer<Client> self(this);
    QList<QPointer<Subscription>> all;
    for (Subscription* const subscription : std::as_const(subscriptions_))
        all.append(subscription);
    return std::all_of(all.constBegin(), all.constEnd(), [&](const QPointer<Subscription>& subscription) {
        if (subscription)
            (subscription->*what)();
        return !self.isNull();
    });
}

bool Client::tellLost() {
    const bool wasConnected = !std::exchange(clientId_, {}).isEmpty();
    if (!tellSubscriptions(&Subscription::onConnectionLost))
        return false;
    const QPointer<Client> self(this);
    const QStringList channels = wasConnected ? serverSubscriptions_->channels() : QStringList();
    return std::all_of(channels.begin(), channels.end(), [&](const QString& channel) {
        Q_EMIT serverSubscribing(channel);
        return !self.isNull();
    });
}

void Client::onConnected(const ConnectResult& result) {
    clientId_ = result.client;
    // Before anybody hears of it, so that what they send comes after.
    if (!tellSubscriptions(&Subscription::onConnected) || state() != State::Connected)
        return;
    const QPointer<Client> self(this);
    Q_EMIT connected(result);
    if (!self)
        return;
    for (const QString& channel : serverSubscriptions_->removeOthers(result.subs)) {
        Q_EMIT serverUnsubscribed(channel);
        if (!self)
            return;
    }
    for (auto sub = result.subs.begin(); sub != result.subs.end(); ++sub) {
        if (state() != State::Connected)
            return;
        beginServerSubscription(sub.key(), sub.value());
        if (!self)
            return;
    }
}

void Client::beginServerSubscription(const QString& channel, const SubscribeResult& result) {
    const auto fresh = serverSubscriptions_->begin(channel, result);
    const QPointer<Client> self(this);
    Q_EMIT serverSubscribed(channel, result);
    for (const Publication& publication : fresh) {
        if (!self)
            return;
        Q_EMIT serverPublished(channel, publication);
    }
}

void Client::onPush(const QJsonObject& push) {
    const QString channel = push.value(QLatin1String("channel")).toString();
    if (const QJsonValue message = push.value(QLatin1String("message")); message.isObject()) {
        Q_EMIT messageReceived(message[QLatin1String("data")]);
        return;
    }
    if (Subscription* const own = subscriptions_.value(channel)) {
        own->onPush(push);
        return;
    }
    if (const QJsonValue sub = push.value(QLatin1String("subscribe")); sub.isObject()) {
        beginServerSubscription(channel, codec::readSubscribeResult(sub.toObject()));
        return;
    }
    onServerPush(channel, push);
}

void Client::onServerPush(const QString& channel, const QJsonObject& push) {
    if (!serverSubscriptions_->contains(channel))
        return;
    const auto content = [&push](const char* name) { return push.value(QLatin1String(name)); };
    if (const QJsonValue pub = content("pub"); pub.isObject()) {
        const Publication publication = codec::readPublication(pub.toObject());
        if (serverSubscriptions_->take(channel, publication))
            Q_EMIT serverPublished(channel, publication);
    } else if (const QJsonValue join = content("join"); join.isObject()) {
        Q_EMIT serverJoined(channel, codec::readClientInfo(join[QLatin1String("info")].toObject()));
    } else if (const QJsonValue leave = content("leave"); leave.isObject()) {
        Q_EMIT serverLeft(channel, codec::readClientInfo(leave[QLatin1String("info")].toObject()));
    } else if (content("unsubscribe").isObject() && serverSubscriptions_->remove(channel)) {
        Q_EMIT serverUnsubscribed(channel);
    }
}

void Client::onInvalidated() {
    serverSubscriptions_->invalidate();
    for (Subscription* const subscription : std::as_const(subscriptions_))
        subscription->invalidate();
}

} // namespace chinwag::centrifuge
