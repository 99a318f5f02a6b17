#include "sdk/centrifuge/Connection.h"

#include "sdk/centrifuge/Codec.h"
#include "sdk/centrifuge/Codes.h"

#include <algorithm>
#include <utility>

namespace chinwag::centrifuge {

using std::chrono::milliseconds;

Connection::Connection(ClientOptions options, TransportMaker makeTransport, Positions positions)
    : options_(std::move(options)),
      makeTransport_(std::move(makeTransport)),
      positions_(std::move(positions)),
      calls_({options_.timeout, options_.maxWaiting}),
      token_({}, options_.token, options_.tokenProvider, options_.refreshRetry) {
    retry_.setSingleShot(true);
    pingLimit_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &Connection::attempt);
    connect(&pingLimit_, &QTimer::timeout, this,
            [this] { reconnect(connecting::noPing, tr("no ping from the server")); });
    connect(&calls_, &Calls::writeFailed, this,
            [this] { lose(connecting::transportClosed, tr("the connection was lost")); });
    connect(&token_, &TokenKeeper::refreshWanted, this, &Connection::refresh);
}

Connection::~Connection() {
    dropTransport();
}

milliseconds Connection::untilRetry() const {
    return std::max(retry_.remainingTimeAsDuration(), milliseconds(0));
}

void Connection::connectToServer() {
    if (state_ != State::Disconnected)
        return;
    state_ = State::Connecting;
    options_.reconnect.reset();
    calls_.hold();
    // Within a turn of its own: whoever connects may still be about to listen.
    retry_.start(0);
    Q_EMIT connecting(connecting::connectCalled, tr("connect called"));
}

void Connection::disconnectFromServer() {
    if (state_ != State::Disconnected)
        finish(disconnected::disconnectCalled, tr("disconnect called"));
}

void Connection::reconnect(int code, const QString& reason) {
    if (state_ == State::Disconnected)
        return;
    fault_ = {sdk::Fault::Kind::Lost, tr("The server has not been heard for a while."), true, 0};
    lose(code, reason);
}

void Connection::retryNow() {
    if (state_ == State::Connecting && retry_.isActive())
        retry_.start(0);
}

void Connection::attempt() {
    if (token_.mustAsk())
        token_.ask([this](const TokenAnswer& answer) { onConnectToken(answer); });
    else
        openTransport();
}

void Connection::onConnectToken(const TokenAnswer& answer) {
    switch (answer.kind) {
    case TokenAnswer::Kind::Token: openTransport(); return;
    case TokenAnswer::Kind::Unauthorized: finish(disconnected::unauthorized, tr("unauthorized")); return;
    case TokenAnswer::Kind::Failed: break;
    }
    scheduleRetry();
    Q_EMIT failed({static_cast<int>(ErrorCode::ConnectToken), answer.text, true});
}

void Connection::openTransport() {
    dropTransport();
    transport_ = makeTransport_();
    connect(transport_.get(), &Transport::opened, this, &Connection::onOpened);
    connect(transport_.get(), &Transport::received, this, &Connection::onFrame);
    connect(transport_.get(), &Transport::closed, this, &Connection::onClosed);
    transport_->open(options_.endpoint);
}

void Connection::onOpened() {
    calls_.attach([this](const QString& frame) { return transport_ && transport_->send(frame); });
    QJsonObject parameters{{QStringLiteral("name"), options_.name}};
    if (!options_.version.isEmpty())
        parameters.insert(QStringLiteral("version"), options_.version);
    if (!token_.token().isEmpty())
        parameters.insert(QStringLiteral("token"), token_.token());
    if (!options_.data.isUndefined())
        parameters.insert(QStringLiteral("data"), options_.data);
    const QJsonObject subs = positions_();
    if (!subs.isEmpty())
        parameters.insert(QStringLiteral("subs"), subs);
    calls_.callAtOnce(QStringLiteral("connect"), parameters, onThisTransport(&Connection::onConnectReply));
}

// A reply concerns nobody any more when its transport has been given up.
Calls::Reply Connection::onThisTransport(void (Connection::*handler)(const Result<QJsonObject>&)) {
    return [this, handler, from = QPointer<Transport>(transport_.get())](const Result<QJsonObject>& result) {
        if (from && transport_.get() == from)
            (this->*handler)(result);
    };
}

void Connection::onConnectReply(const Result<QJsonObject>& result) {
    if (!result) {
        onConnectError(result.error());
        return;
    }
    const ConnectResult welcome = codec::readConnectResult(result.value());
    state_ = State::Connected;
    fault_ = {};
    openSince_.start();
    pong_ = welcome.pong;
    pingWithin_ =
        welcome.ping.count() > 0 ? milliseconds(welcome.ping) + options_.maxPingDelay : milliseconds(0);
    onPing();
    token_.scheduleRefresh(welcome.ttl);
    const QPointer<Connection> self(this);
    Q_EMIT connected(welcome);
    if (self && state_ == State::Connected)
        calls_.open();
}

void Connection::onConnectError(const Error& error) {
    if (!mayTryAgain(error)) {
        finish(error.code, error.message);
        return;
    }
    if (error.code == server::tokenExpired) {
        if (!token_.canAsk()) {
            finish(disconnected::unauthorized, tr("the token has expired"));
            return;
        }
        token_.drop();
    }
    fault_ = {sdk::Fault::Kind::Lost, tr("The server did not answer: %1.").arg(error.message), true, 0};
    backOff();
    Q_EMIT failed(error);
}

void Connection::onFrame(const QString& frame) {
    const auto objects = codec::parseFrame(frame);
    if (!objects) {
        fault_ = {sdk::Fault::Kind::NoChat, tr("The server does not speak the protocol of this chat."), false,
                  0};
        finish(disconnected::badProtocol, tr("bad protocol"));
        return;
    }
    const QPointer<Connection> self(this);
    const QPointer<Transport> from(transport_.get());
    for (const QJsonObject& object : *objects) {
        // What is told while the first objects are handled may have ended all this.
        if (!onObject(object) || !self || !from || transport_.get() != from)
            return;
    }
}

bool Connection::onObject(const QJsonObject& object) {
    if (object.isEmpty()) {
        onPing();
        if (pong_)
            calls_.pong();
        return true;
    }
    const qint64 id = object.value(QLatin1String("id")).toInteger();
    if (id > 0) {
        const QPointer<Connection> self(this);
        calls_.onReply(static_cast<quint32>(id), object);
        return self;
    }
    const QJsonValue push = object.value(QLatin1String("push"));
    if (push.isObject()) {
        const QPointer<Connection> self(this);
        onPush(push.toObject());
        return self;
    }
    return true; // what later servers may say is no reason to leave
}

void Connection::onPush(const QJsonObject& push) {
    if (const QJsonValue order = push.value(QLatin1String("disconnect")); order.isObject()) {
        end(order[QLatin1String("code")].toInt(), order[QLatin1String("reason")].toString());
        return;
    }
    if (const QJsonValue term = push.value(QLatin1String("refresh")); term.isObject()) {
        token_.scheduleRefresh(codec::readTimeToLive(term.toObject()));
        return;
    }
    if (state_ == State::Connected)
        Q_EMIT pushed(push);
}

void Connection::onClosed(const TransportEnd& closed) {
    fault_ = closed.fault;
    if (closed.code == server::messageTooBig)
        finish(disconnected::messageSizeLimit, tr("message size limit"));
    else if (closed.code < server::firstDisconnect)
        lose(connecting::transportClosed,
             closed.reason.isEmpty() ? tr("the connection was lost") : closed.reason);
    else
        end(closed.code, closed.reason);
}

// A server has ended it with one of the protocol's codes.
void Connection::end(int code, const QString& reason) {
    if (isTerminal(code)) {
        finish(code, reason);
        return;
    }
    if (code == server::stateInvalidated) {
        if (token_.canAsk())
            token_.drop();
        Q_EMIT invalidated();
    }
    lose(code, reason);
}

void Connection::lose(int code, const QString& reason) {
    if (state_ == State::Disconnected)
        return;
    const bool wasConnected = state_ == State::Connected;
    backOff();
    if (wasConnected)
        Q_EMIT connecting(code, reason);
    else
        Q_EMIT failed({static_cast<int>(ErrorCode::TransportClosed), reason, true});
}

void Connection::backOff() {
    if (state_ == State::Connected && milliseconds(openSince_.elapsed()) >= options_.settledAfter)
        options_.reconnect.reset();
    state_ = State::Connecting;
    dropTransport();
    calls_.hold();
    scheduleRetry();
}

void Connection::finish(int code, const QString& reason) {
    state_ = State::Disconnected;
    dropTransport();
    calls_.close();
    retry_.stop();
    Q_EMIT disconnected(code, reason);
}

void Connection::scheduleRetry() {
    retry_.start(
        std::max(options_.reconnect.next(), milliseconds(std::chrono::seconds(fault_.retryAfterSeconds))));
}

// It may be in the middle of a signal, so it goes when that is over.
void Connection::dropTransport() {
    pingLimit_.stop();
    token_.stop();
    if (!transport_)
        return;
    Transport* const old = transport_.release();
    old->disconnect(this);
    old->close();
    old->deleteLater();
}

void Connection::onPing() {
    if (pingWithin_.count() > 0 && state_ == State::Connected)
        pingLimit_.start(pingWithin_);
}

void Connection::refresh() {
    if (state_ == State::Connected)
        token_.ask([this](const TokenAnswer& answer) { onRefreshToken(answer); });
}

void Connection::onRefreshToken(const TokenAnswer& answer) {
    switch (answer.kind) {
    case TokenAnswer::Kind::Token:
        calls_.callAtOnce(QStringLiteral("refresh"), {{QStringLiteral("token"), token_.token()}},
                          onThisTransport(&Connection::onRefreshReply));
        return;
    case TokenAnswer::Kind::Unauthorized: finish(disconnected::unauthorized, tr("unauthorized")); return;
    case TokenAnswer::Kind::Failed: break;
    }
    token_.retryRefresh();
    Q_EMIT failed({static_cast<int>(ErrorCode::RefreshToken), answer.text, true});
}

void Connection::onRefreshReply(const Result<QJsonObject>& result) {
    if (result) {
        token_.scheduleRefresh(codec::readTimeToLive(result.value()));
        return;
    }
    if (!mayTryAgain(result.error())) {
        finish(result.error().code, result.error().message);
        return;
    }
    token_.retryRefresh();
    Q_EMIT failed(result.error());
}

} // namespace chinwag::centrifuge
