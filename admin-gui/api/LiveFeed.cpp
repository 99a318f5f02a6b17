#include "api/LiveFeed.h"

#include "api/RestClient.h"
#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Subscription.h"
#include "sdk/centrifuge/WebSocketTransport.h"

#include <QCoreApplication>

#include <utility>

namespace chinwag::admin {

using centrifuge::Client;
using centrifuge::Publication;
using centrifuge::Subscription;
using centrifuge::TokenAnswer;

namespace {

constexpr std::chrono::minutes pause{1}; // after which who was sent away asks again
constexpr QLatin1String statsChannel("admin:stats");
constexpr QLatin1String eventsChannel("admin:events");

QString traceChannel(const QString& connection) {
    return QLatin1String("admin:trace.") + connection;
}

QUrl socketUrl(const QUrl& server) {
    QUrl url = server;
    url.setScheme(server.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(server.path() + QLatin1String("/connection/websocket"));
    return url;
}

TokenAnswer answerOf(const ApiResult& result) {
    if (!result.error)
        return TokenAnswer::token(result.body.value(QLatin1String("token")).toString());
    // The session may have ended, and a new one is on its way; an older server has no such route.
    const bool isPassing = result.error->isPassing() || result.error->status == 401;
    return isPassing ? TokenAnswer::failed(result.error->message()) : TokenAnswer::unauthorized();
}

} // namespace

LiveFeed::LiveFeed(RestClient& client, QObject* parent) : QObject(parent), client_(client) {
    again_.setSingleShot(true);
    again_.setInterval(pause);
    connect(&again_, &QTimer::timeout, this, [this] { feed_->connectToServer(); });
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::start(const QUrl& server, const QByteArray& pin) {
    stop();
    server_ = server;
    pin_ = pin;
    listen();
}

void LiveFeed::stop() {
    again_.stop();
    feed_.reset();
    setLive(false);
}

void LiveFeed::setLive(bool live) {
    if (std::exchange(live_, live) != live)
        Q_EMIT liveChanged(live);
}

void LiveFeed::listen() {
    centrifuge::ClientOptions options;
    options.endpoint = socketUrl(server_);
    options.name = QStringLiteral("chinwag-admin");
    options.version = QCoreApplication::applicationVersion();
    options.tokenProvider = [this](const QString& /*channel*/, const centrifuge::TokenReply& reply) {
        client_.post(QStringLiteral("/feed-token"), {}, feed_.get(),
                     [reply](const ApiResult& result) { reply(answerOf(result)); });
    };
    feed_ = std::make_unique<Client>(options, [pin = pin_] {
        auto transport = std::make_unique<centrifuge::WebSocketTransport>();
        transport->setPinnedCertificate(pin);
        return transport;
    });
    connect(feed_.get(), &Client::connecting, this, [this] { setLive(false); });
    connect(feed_.get(), &Client::disconnected, this, [this] {
        setLive(false);
        again_.start();
    });
    auto* const stats = feed_->newSubscription(statsChannel);
    connect(stats, &Subscription::published, this,
            [this](const Publication& publication) { Q_EMIT statsReceived(publication.data.toObject()); });
    auto* const events = feed_->newSubscription(eventsChannel);
    connect(events, &Subscription::subscribed, this, [this] { setLive(true); });
    connect(events, &Subscription::published, this,
            [this](const Publication& publication) { Q_EMIT eventReceived(publication.data.toObject()); });
    stats->subscribe();
    events->subscribe();
    feed_->connectToServer();
}

void LiveFeed::followTrace(const QString& connection) {
    if (!feed_ || !live_)
        return Q_EMIT traceFailed(connection, {});
    auto* const trace = feed_->newSubscription(traceChannel(connection));
    if (trace == nullptr)
        return Q_EMIT traceFailed(connection, tr("it is being traced in another window"));
    connect(trace, &Subscription::subscribed, this, [this, connection] { Q_EMIT traceReady(connection); });
    // What was told meanwhile is lost, and the server goes on for nobody.
    connect(trace, &Subscription::subscribing, this, [this, connection](int code) {
        if (code != 0)
            Q_EMIT traceFailed(connection, {});
    });
    connect(trace, &Subscription::unsubscribed, this, [this, connection](int code, const QString& reason) {
        if (code != 0)
            Q_EMIT traceFailed(connection, reason);
    });
    connect(trace, &Subscription::published, this, [this, connection](const Publication& publication) {
        Q_EMIT traceReceived(connection, publication.data.toObject());
    });
    trace->subscribe();
}

void LiveFeed::leaveTrace(const QString& connection) {
    if (!feed_)
        return;
    if (auto* const trace = feed_->subscription(traceChannel(connection)))
        feed_->removeSubscription(trace);
}

} // namespace chinwag::admin
