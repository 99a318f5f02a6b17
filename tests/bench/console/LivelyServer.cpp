#include "LivelyServer.h"

#include "support/FakeFeed.h"
#include "support/FakeServer.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace chinwag::bench {

namespace {

constexpr qsizetype exchanged = 50; // connections, at each beat
constexpr qint64 talked = 2'000;    // messages, likewise
constexpr qint64 recipients = 100;  // of each of them
constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

LivelyServer::LivelyServer(test::FakeServer& server, test::FakeFeed& feed) : server_(server), feed_(feed) {
    server_.stats = stats();
    server_.tables[QStringLiteral("/reports")] = {QStringLiteral("reports"), {}};
    connect(&timer_, &QTimer::timeout, this, &LivelyServer::live);
    timer_.start(interval);
}

void LivelyServer::live() {
    ++beats_;
    exchangeConnections();
    server_.stats = stats();
    feed_.publish(QStringLiteral("admin:stats"), server_.stats);
    feed_.publish(QStringLiteral("admin:events"), {{QStringLiteral("type"), QStringLiteral("connections")},
                                                   {QStringLiteral("opened"), exchanged},
                                                   {QStringLiteral("closed"), exchanged},
                                                   {QStringLiteral("open"), server_.connections.size()}});
    feed_.publish(QStringLiteral("admin:events"),
                  {{QStringLiteral("type"), QStringLiteral("report")},
                   {QStringLiteral("channel"), QStringLiteral("chat:lobby")}});
}

// Whoever has been here longest goes, and somebody new comes.
void LivelyServer::exchangeConnections() {
    auto& all = server_.connections;
    const auto some = std::min(exchanged, all.size());
    std::rotate(all.begin(), all.begin() + some, all.end());
    for (auto each = all.end() - some; each != all.end(); ++each) {
        each->id = QStringLiteral("9-%1-1").arg(++arrived_);
        each->connectedAt = QDateTime::currentDateTimeUtc();
        each->idleSeconds = 0;
    }
}

QJsonObject LivelyServer::stats() const {
    QJsonObject now = test::FakeServer::sampleStats();
    const auto change = [&now](const char* group, QJsonObject values) {
        QJsonObject whole = now.value(QLatin1String(group)).toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            whole.insert(value.key(), value.value());
        now.insert(QLatin1String(group), whole);
    };
    const qint64 wave = beats_ % 20;
    now.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    now.insert(QStringLiteral("queue_bytes"), wave * 4096);
    change("connections", {{QStringLiteral("total"), server_.connections.size() + wave}});
    change("messages", {{QStringLiteral("received"), beats_ * (talked + wave)},
                        {QStringLiteral("delivered"), beats_ * (talked + wave) * recipients}});
    change("process", {{QStringLiteral("cpu_seconds"), static_cast<double>(beats_) * 0.1},
                       {QStringLiteral("resident_bytes"), (200 + wave) * mebibyte}});
    return now;
}

} // namespace chinwag::bench
