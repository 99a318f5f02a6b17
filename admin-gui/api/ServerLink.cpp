#include "api/ServerLink.h"

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr std::chrono::seconds pollInterval{1};
// The feed tells once a second: who has heard nothing for so long asks.
constexpr std::chrono::milliseconds feedSilence{2'500};
// How long an answer takes is shown as well.
constexpr std::chrono::milliseconds latencyInterval{15'000};

} // namespace

ServerLink::ServerLink(QObject* parent) : QObject(parent) {
    poll_.setInterval(pollInterval);
    retry_.setSingleShot(true);
    connect(&poll_, &QTimer::timeout, this, &ServerLink::pollUnlessFed);
    connect(&retry_, &QTimer::timeout, this, &ServerLink::retryNow);
    connect(&client_, &RestClient::unauthorized, this, &ServerLink::sessionEnded);
    connect(&feed_, &LiveFeed::statsReceived, this, &ServerLink::takeFed);
    connect(&feed_, &LiveFeed::liveChanged, this, &ServerLink::feedChanged);
}

void ServerLink::enter(State state) {
    state_ = state;
    Q_EMIT stateChanged(state);
}

void ServerLink::stop() {
    poll_.stop();
    feed_.stop();
    fed_.invalidate();
    retry_.stop();
    retryAt_ = {};
    loggingIn_ = false;
    hasToken_ = false;
    latency_.reset();
    // The callback of what is cancelled finds that nobody waits for it.
    auto previous = std::exchange(pending_, RequestHandle());
    state_ = State::Disconnected;
    previous.cancel();
    client_.setToken(QString());
}

void ServerLink::connectTo(const Endpoint& endpoint) {
    stop();
    endpoint_ = endpoint;
    client_.setBaseUrl(endpoint.url);
    client_.setPinnedCertificate(endpoint.pin);
    backoff_.reset();
    enter(State::Connecting);
    logIn();
}

void ServerLink::disconnectFromServer() {
    stop();
    endpoint_.password.clear();
    enter(State::Disconnected);
}

void ServerLink::logOut() {
    if (hasToken_)
        client_.post(QStringLiteral("/logout"), QJsonObject(), this, [](const ApiResult&) {
            // Whether it arrived or not: the session is over here, and there it runs out.
        });
    disconnectFromServer();
}

void ServerLink::logIn() {
    if (loggingIn_)
        return;
    loggingIn_ = true;
    hasToken_ = false;
    client_.setToken(QString());
    QJsonObject body{{QStringLiteral("name"), endpoint_.operatorName},
                     {QStringLiteral("password"), endpoint_.password}};
    // A code is good for one log-in: the next one, when the session has ended, has to ask for another.
    const QString code = std::exchange(endpoint_.code, QString());
    if (!code.isEmpty())
        body.insert(QStringLiteral("code"), code);
    pending_ = client_.post(QStringLiteral("/login"), body, this,
                            [this](const ApiResult& result) { loggedIn(result); });
}

void ServerLink::loggedIn(const ApiResult& result) {
    if (state_ == State::Disconnected || !loggingIn_)
        return;
    loggingIn_ = false;
    const bool first = state_ == State::Connecting;
    if (result.error) {
        if (first || !result.error->isPassing())
            return refuse(*result.error);
        return lose(*result.error);
    }
    const QString token = result.body.value(QLatin1String("token")).toString();
    if (token.isEmpty()) {
        ApiError malformed;
        malformed.kind = ApiError::Kind::Malformed;
        malformed.detail = tr("there is no token in the answer.");
        return refuse(malformed);
    }
    hasToken_ = true;
    client_.setToken(token);
    feed_.start(endpoint_.url, endpoint_.pin);
    poll();
}

void ServerLink::refresh() {
    if (state_ == State::Online)
        poll();
}

void ServerLink::pollUnlessFed() {
    const bool isFed = fed_.isValid() && !fed_.hasExpired(feedSilence.count());
    if (!isFed || polled_.hasExpired(latencyInterval.count()))
        poll();
}

void ServerLink::takeFed(const QJsonObject& stats) {
    const auto read = Stats::parse(stats);
    if (state_ != State::Online || !read.value)
        return;
    fed_.start();
    Q_EMIT statsReceived(*read.value);
}

void ServerLink::feedChanged(bool live) {
    fed_.invalidate();
    if (!live && state_ == State::Online)
        poll(); // whether it was the feed alone
}

void ServerLink::poll() {
    if (pending_.isActive())
        return;
    polled_.start();
    pending_ = client_.get(QStringLiteral("/stats"), QUrlQuery(), this,
                           [this](const ApiResult& result) { polled(result); });
}

void ServerLink::polled(const ApiResult& result) {
    if (state_ == State::Disconnected || loggingIn_)
        return;
    if (result.error) {
        if (result.error->status == 401)
            return; // sessionEnded() follows
        if (state_ == State::Connecting || !result.error->isPassing())
            return refuse(*result.error);
        return lose(*result.error);
    }
    const auto stats = Stats::parse(result.body);
    if (!stats.value) {
        ApiError malformed;
        malformed.kind = ApiError::Kind::Malformed;
        malformed.detail = stats.fault;
        return refuse(malformed);
    }
    latency_ = result.elapsed;
    backoff_.reset();
    poll_.start();
    if (state_ != State::Online)
        enter(State::Online);
    Q_EMIT statsReceived(*stats.value);
}

void ServerLink::sessionEnded() {
    // The sessions of a server live in its memory: a restart or the passing of time ends them.
    // Several requests may be told so, and one of them is enough.
    if (loggingIn_ || (state_ != State::Online && state_ != State::Lost))
        return;
    poll_.stop();
    auto previous = std::exchange(pending_, RequestHandle());
    logIn();
    previous.cancel();
}

void ServerLink::lose(const ApiError& error) {
    poll_.stop();
    error_ = error;
    auto span = backoff_.next();
    if (error.retryAfter)
        span = std::max(span, std::chrono::milliseconds(std::chrono::seconds(*error.retryAfter)));
    retryAt_ = QDateTime::currentDateTimeUtc().addMSecs(span.count());
    retry_.start(span);
    latency_.reset();
    enter(State::Lost);
}

void ServerLink::refuse(const ApiError& error) {
    stop();
    error_ = error;
    enter(State::Refused);
}

void ServerLink::retryNow() {
    if (state_ != State::Lost || pending_.isActive())
        return;
    retry_.stop();
    retryAt_ = {};
    Q_EMIT stateChanged(state_);
    if (hasToken_)
        poll();
    else
        logIn();
}

} // namespace chinwag::admin
