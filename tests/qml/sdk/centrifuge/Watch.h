// Remembers what a client and a subscription have told, as lines: "connected", "disconnected 3500 no".
#pragma once

#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Subscription.h"
#include "support/Wait.h"

#include <QStringList>
#include <QTest>

namespace chinwag::test {

inline constexpr int waitMs = 30'000;

/// Attempts follow each other at once.
inline sdk::Backoff atOnce() {
    using std::chrono::milliseconds;
    return {sdk::Backoff::Span{milliseconds(1), milliseconds(1), milliseconds(1)}, [] { return 0.0; }};
}

inline centrifuge::ClientOptions optionsFor(const QUrl& url) {
    centrifuge::ClientOptions options;
    options.endpoint = url;
    options.reconnect = atOnce();
    options.refreshRetry = atOnce();
    return options;
}

inline centrifuge::SubscriptionOptions quickSubscription() {
    centrifuge::SubscriptionOptions options;
    options.resubscribe = atOnce();
    options.refreshRetry = atOnce();
    return options;
}

/// What must not follow would have, by the time that a timer of the next turns runs.
inline void someTurns() {
    for (int i = 0; i < 20; ++i) {
        bool over = false;
        QTimer::singleShot(0, qApp, [&over] { over = true; });
        if (!eventually([&over] { return over; }))
            return;
    }
}

class ClientWatch {
public:
    explicit ClientWatch(centrifuge::Client& client) {
        using centrifuge::Client;
        QObject::connect(&client, &Client::connecting, &client,
                         [this](int code, const QString&) { add(QStringLiteral("connecting"), code); });
        QObject::connect(&client, &Client::connected, &client,
                         [this] { lines.append(QStringLiteral("connected")); });
        QObject::connect(&client, &Client::disconnected, &client, [this](int code, const QString& why) {
            add(QStringLiteral("disconnected"), code);
            reason = why;
        });
        QObject::connect(&client, &Client::failed, &client, [this](const centrifuge::Error& error) {
            add(QStringLiteral("failed"), error.code);
        });
    }
    bool waitFor(const QString& line, int times = 1) const {
        return eventually([&] { return lines.count(line) >= times; });
    }

    QStringList lines;
    QString reason;

private:
    void add(const QString& what, int code) { lines.append(QStringLiteral("%1 %2").arg(what).arg(code)); }
};

class SubscriptionWatch {
public:
    explicit SubscriptionWatch(centrifuge::Subscription& subscription) {
        using centrifuge::Subscription;
        QObject::connect(&subscription, &Subscription::subscribing, &subscription,
                         [this](int code) { add(QStringLiteral("subscribing"), code); });
        QObject::connect(&subscription, &Subscription::subscribed, &subscription,
                         [this](const centrifuge::SubscribeResult& result) {
                             last = result;
                             lines.append(QStringLiteral("subscribed"));
                         });
        QObject::connect(&subscription, &Subscription::unsubscribed, &subscription,
                         [this](int code) { add(QStringLiteral("unsubscribed"), code); });
        QObject::connect(
            &subscription, &Subscription::failed, &subscription,
            [this](const centrifuge::Error& error) { add(QStringLiteral("failed"), error.code); });
        QObject::connect(&subscription, &Subscription::published, &subscription,
                         [this](const centrifuge::Publication& publication) {
                             heard.append(publication.data.toVariant().toString());
                         });
    }
    bool waitFor(const QString& line, int times = 1) const {
        return eventually([&] { return lines.count(line) >= times; });
    }
    bool waitHeard(qsizetype count) const {
        return eventually([&] { return heard.size() >= count; });
    }

    QStringList lines;
    QStringList heard;
    centrifuge::SubscribeResult last;

private:
    void add(const QString& what, int code) { lines.append(QStringLiteral("%1 %2").arg(what).arg(code)); }
};

} // namespace chinwag::test
