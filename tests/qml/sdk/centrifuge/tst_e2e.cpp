// The library against the real server.
#include "sdk/centrifuge/Codes.h"
#include "sdk/centrifuge/Watch.h"
#include "support/ServerProcess.h"

#include <QJsonArray>
#include <QJsonObject>

#include <csignal>

namespace chinwag::test {

using namespace centrifuge;

namespace {

constexpr QLatin1String lobby("chat:lobby");

QJsonObject saying(const QString& text) {
    return {{QStringLiteral("text"), text}};
}

} // namespace

class CentrifugeE2eTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ServerProcess>();
        QVERIFY(server_->start());
    }
    void cleanup() {
        clients_.clear();
        server_.reset();
    }

    void talks() {
        Subscription& ada = join(QStringLiteral("Ada"));
        Subscription& bob = join(QStringLiteral("Bob"));
        SubscriptionWatch atAda(ada);
        QList<Publication> heard;
        connect(&bob, &Subscription::published, this,
                [&](const Publication& publication) { heard.append(publication); });
        QStringList joined;
        connect(&ada, &Subscription::joined, this, [&](const ClientInfo& info) {
            joined.append(info.connInfo[QStringLiteral("nick")].toString());
        });
        QVERIFY(subscribeAll());
        bool acknowledged = false;
        ada.publish(saying(QStringLiteral("Hello")), this,
                    [&](const Result<PublishResult>& result) { acknowledged = result.isOk(); });
        QVERIFY(eventually([&] { return acknowledged && heard.size() == 1; }));
        const QJsonValue data = heard.first().data;
        QCOMPARE(data[QStringLiteral("text")].toString(), QStringLiteral("Hello"));
        QCOMPARE(data[QStringLiteral("nick")].toString(), QStringLiteral("Ada"));
        QVERIFY(!data[QStringLiteral("id")].toString().isEmpty());
        QCOMPARE(heard.first().offset, 1U);

        int clients = 0;
        ada.presence(this, [&](const Result<PresenceResult>& result) {
            clients = result ? static_cast<int>(result.value().clients.size()) : -1;
        });
        int stats = 0;
        ada.presenceStats(this, [&](const Result<PresenceStatsResult>& result) {
            stats = result ? result.value().clients : -1;
        });
        QString first;
        ada.history({-1}, this, [&](const Result<HistoryResult>& result) {
            if (result && !result.value().publications.isEmpty())
                first = result.value().publications.first().data[QStringLiteral("text")].toString();
        });
        QVERIFY(eventually([&] { return clients == 2 && stats == 2 && !first.isEmpty(); }));
        QCOMPARE(first, QStringLiteral("Hello"));

        QJsonValue page;
        clients_.front()->rpc(QStringLiteral("chat.history"), QJsonObject{{QStringLiteral("channel"), lobby}},
                              this, [&](const Result<QJsonValue>& result) {
                                  if (result)
                                      page = result.value();
                              });
        QVERIFY(eventually([&] { return page.isObject(); }));
        QCOMPARE(page[QStringLiteral("messages")].toArray().size(), 1);
    }

    void recoversWhatItMissed() {
        Subscription& ada = join(QStringLiteral("Ada"));
        Subscription& bob = join(QStringLiteral("Bob"));
        SubscriptionWatch atBob(bob);
        QVERIFY(subscribeAll());
        clients_.back()->disconnectFromServer();
        for (int i = 0; i < 5; ++i)
            ada.publish(saying(QString::number(i)), this, {});
        bool done = false;
        ada.publish(saying(QStringLiteral("last")), this, [&](const auto& result) { done = result.isOk(); });
        QVERIFY(eventually([&] { return done; }));
        clients_.back()->connectToServer();
        QVERIFY(atBob.waitHeard(6));
        QVERIFY(atBob.last.recovered);
        QCOMPARE(bob.position().offset, 6U);
    }

    void livesThroughARestart_data() {
        QTest::addColumn<bool>("killed");
        QTest::newRow("power cut: another epoch, and it is told so") << true;
        QTest::newRow("restart: goes on where it was") << false;
    }
    void livesThroughARestart() {
        QFETCH(const bool, killed);
        Subscription& ada = join(QStringLiteral("Ada"));
        SubscriptionWatch seen(ada);
        QVERIFY(subscribeAll());
        bool done = false;
        ada.publish(saying(QStringLiteral("before")), this,
                    [&](const auto& result) { done = result.isOk(); });
        QVERIFY(eventually([&] { return done && seen.heard.size() == 1; }));
        if (killed) {
            server_->kill();
        } else {
            server_->signal(SIGTERM);
            QCOMPARE(server_->waitForExit(), 0);
        }
        QVERIFY(seen.waitFor(QStringLiteral("subscribing 1")));
        QVERIFY(server_->restart());
        QVERIFY(seen.waitFor(QStringLiteral("subscribed"), 1));
        QVERIFY(eventually([&] { return ada.state() == Subscription::State::Subscribed; }));
        QVERIFY(seen.last.wasRecovering);
        QCOMPARE(seen.last.recovered, !killed);
        // An acknowledged message is there in either case.
        QString kept;
        ada.history({-1}, this, [&](const Result<HistoryResult>& result) {
            kept = result && !result.value().publications.isEmpty()
                       ? result.value().publications.first().data[QStringLiteral("text")].toString()
                       : QStringLiteral("none");
        });
        QVERIFY(eventually([&] { return !kept.isEmpty(); }));
        if (!killed)
            QCOMPARE(kept, QStringLiteral("before"));
        QJsonValue page;
        clients_.front()->rpc(QStringLiteral("chat.history"), QJsonObject{{QStringLiteral("channel"), lobby}},
                              this, [&](const Result<QJsonValue>& result) {
                                  if (result)
                                      page = result.value();
                              });
        QVERIFY(eventually([&] { return page.isObject(); }));
        QCOMPARE(page[QStringLiteral("messages")].toArray().size(), 1);
    }

    void errorsComeThrough() {
        Subscription& ada = join(QStringLiteral("Ada"));
        QVERIFY(subscribeAll());
        QList<int> codes;
        ada.publish(saying(QString()), this, [&](const auto& result) { codes.append(result.error().code); });
        clients_.front()->rpc(QStringLiteral("chat.nonsense"), {}, this,
                              [&](const auto& result) { codes.append(result.error().code); });
        QVERIFY(eventually([&] { return codes.size() == 2; }));
        QCOMPARE(codes, QList<int>({107, 104}));
        Subscription* const secret = clients_.front()->newSubscription(QStringLiteral("chat:$secret"));
        SubscriptionWatch seen(*secret);
        secret->subscribe();
        QVERIFY(seen.waitFor(QStringLiteral("unsubscribed 103")));
    }

private:
    Subscription& join(const QString& nick) {
        ClientOptions options =
            optionsFor(QUrl(QStringLiteral("ws://127.0.0.1:%1/connection/websocket").arg(server_->port())));
        options.data = QJsonObject{{QStringLiteral("nick"), nick}};
        clients_.push_back(std::make_unique<Client>(options));
        SubscriptionOptions wanted = quickSubscription();
        wanted.joinLeave = true;
        Subscription* const made = clients_.back()->newSubscription(lobby, wanted);
        made->subscribe();
        clients_.back()->connectToServer();
        return *made;
    }
    bool subscribeAll() const {
        return eventually([this] {
            return std::all_of(clients_.begin(), clients_.end(), [](const auto& client) {
                return client->subscription(lobby)->state() == Subscription::State::Subscribed;
            });
        });
    }

    std::unique_ptr<ServerProcess> server_;
    std::vector<std::unique_ptr<Client>> clients_;
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugeE2eTest)
#include "tst_e2e.moc"
