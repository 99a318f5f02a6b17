// What a client is asked to do: together, while it waits, and when it breaks; and that it may go at any time.
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

#include <QJsonArray>

namespace chinwag::test {

using namespace centrifuge;
using std::chrono::milliseconds;

namespace {

QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

QJsonObject welcome(std::initializer_list<std::pair<QString, QJsonValue>> more) {
    QJsonObject result{{text("client"), text("c")}, {text("ping"), 25}, {text("pong"), true}};
    for (const auto& [key, value] : more)
        result.insert(key, value);
    return result;
}

} // namespace

class CentrifugeCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsOfOneTurnTravelTogether() {
        ScriptedServer server;
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        const int before = server.frames();
        QStringList answered;
        server.rule(text("rpc"), [](const QJsonObject& parameters) {
            return QJsonObject{{text("data"), parameters[text("method")]}};
        });
        for (int i = 0; i < 50; ++i)
            client.rpc(QString::number(i), {}, this, [&](const Result<QJsonValue>& result) {
                answered.append(result ? result.value().toString() : text("error"));
            });
        QVERIFY(client.send(1));
        QVERIFY(eventually([&] { return answered.size() == 50; }));
        QCOMPARE(server.frames() - before, 1);
        QCOMPARE(answered.first(), text("0"));
        QCOMPARE(answered.last(), text("49"));
        QCOMPARE(server.count(text("send")), 1);
    }

    void aFrameIsNotTooLong() {
        ScriptedServer server;
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        const int before = server.frames();
        int answered = 0;
        for (int i = 0; i < 10; ++i)
            client.rpc(text("x"), QString(10'000, u'x'), this,
                       [&](const Result<QJsonValue>& result) { answered += result ? 1 : 0; });
        QVERIFY(eventually([&] { return answered == 10; }));
        QCOMPARE(server.frames() - before, 4);
    }

    void commandsWaitForAConnectionOrFail();
    void whatWasSentWhenItBrokeFails();
    void aReplyThatDoesNotComeIsGivenUp();
    void serverSideSubscriptionsFollow();
    void itMayBeDeletedInAnyOfItsSignals_data();
    void itMayBeDeletedInAnyOfItsSignals();
};

void CentrifugeCommandsTest::commandsWaitForAConnectionOrFail() {
    ScriptedServer server;
    ClientOptions options = optionsFor(server.url());
    options.maxWaiting = 3;
    Client client(options);
    ClientWatch seen(client);
    QList<int> codes;
    const auto note = [&codes](const Result<QJsonValue>& result) {
        codes.append(result ? 0 : result.error().code);
    };
    client.rpc(text("a"), {}, this, note);
    QVERIFY(codes.isEmpty()); // never within the call
    QVERIFY(eventually([&] { return codes.size() == 1; }));
    QCOMPARE(codes.takeFirst(), static_cast<int>(ErrorCode::ClientDisconnected));
    QVERIFY(!client.send(1));

    client.connectToServer();
    for (int i = 0; i < 4; ++i)
        client.rpc(text("a"), {}, this, note);
    QVERIFY(eventually([&] { return codes.size() == 4; }));
    QCOMPARE(codes, QList<int>({static_cast<int>(ErrorCode::QueueFull), 0, 0, 0}));
    QCOMPARE(server.commands().first().name, text("connect"));
}

void CentrifugeCommandsTest::whatWasSentWhenItBrokeFails() {
    ScriptedServer server;
    server.rule(text("rpc"), [](const QJsonObject&) { return std::nullopt; });
    Client client(optionsFor(server.url()));
    ClientWatch seen(client);
    client.connectToServer();
    QVERIFY(seen.waitFor(text("connected")));
    QList<int> codes;
    client.rpc(text("a"), {}, this,
               [&](const Result<QJsonValue>& result) { codes.append(result.error().code); });
    QVERIFY(eventually([&] { return server.count(text("rpc")) == 1; }));
    server.cut();
    QVERIFY(eventually([&] { return !codes.isEmpty(); }));
    QCOMPARE(codes, QList<int>{static_cast<int>(ErrorCode::TransportClosed)});
    QVERIFY(seen.waitFor(text("connected"), 2));
    QCOMPARE(server.count(text("rpc")), 1); // not sent again by itself
}

void CentrifugeCommandsTest::aReplyThatDoesNotComeIsGivenUp() {
    ScriptedServer server;
    server.rule(text("rpc"), [](const QJsonObject&) { return std::nullopt; });
    ClientOptions options = optionsFor(server.url());
    options.timeout = milliseconds(300);
    Client client(options);
    ClientWatch seen(client);
    client.connectToServer();
    QVERIFY(seen.waitFor(text("connected")));
    QList<int> codes;
    for (int i = 0; i < 3; ++i)
        client.rpc(text("a"), {}, this,
                   [&](const Result<QJsonValue>& result) { codes.append(result.error().code); });
    QVERIFY(eventually([&] { return codes.size() == 3; }));
    QCOMPARE(codes.first(), static_cast<int>(ErrorCode::Timeout));
    QCOMPARE(client.state(), Client::State::Connected);
}

void CentrifugeCommandsTest::serverSideSubscriptionsFollow() {
    ScriptedServer server;
    QJsonObject subs{{text("news"), ScriptedServer::positioned(5, text("e"))}, {text("old"), QJsonObject()}};
    server.rule(text("connect"), [&subs](const QJsonObject&) { return welcome({{text("subs"), subs}}); });
    Client client(optionsFor(server.url()));
    ClientWatch seen(client);
    QStringList lines;
    connect(&client, &Client::serverSubscribed, this,
            [&](const QString& channel, const SubscribeResult& sub) {
                lines.append(text(sub.recovered ? "recovered " : "subscribed ") + channel);
            });
    connect(&client, &Client::serverUnsubscribed, this,
            [&](const QString& channel) { lines.append(text("unsubscribed ") + channel); });
    connect(&client, &Client::serverSubscribing, this,
            [&](const QString& channel) { lines.append(text("subscribing ") + channel); });
    connect(&client, &Client::serverPublished, this, [&](const QString& channel, const Publication& pub) {
        lines.append(channel + text(" ") + QString::number(pub.offset));
    });
    client.connectToServer();
    QVERIFY(seen.waitFor(text("connected")));
    server.publish(text("news"), 1, 6);
    server.publish(text("news"), 1, 6);
    server.push({{text("channel"), text("late")}, {text("subscribe"), QJsonObject()}});
    server.push({{text("channel"), text("late")}, {text("unsubscribe"), QJsonObject{{text("code"), 2000}}}});
    QVERIFY(eventually([&] { return lines.contains(text("unsubscribed late")); }));
    std::sort(lines.begin(), lines.begin() + 2);
    QCOMPARE(lines, QStringList({text("subscribed news"), text("subscribed old"), text("news 6"),
                                 text("subscribed late"), text("unsubscribed late")}));
    lines.clear();
    QJsonObject recovered = ScriptedServer::positioned(7, text("e"));
    recovered.insert(text("recovered"), true);
    recovered.insert(text("publications"), QJsonArray{QJsonObject{{text("data"), 1}, {text("offset"), 7}}});
    subs = {{text("news"), recovered}};
    server.cut();
    QVERIFY(eventually([&] { return lines.contains(text("news 7")); }));
    std::sort(lines.begin(), lines.begin() + 2);
    QCOMPARE(lines, QStringList({text("subscribing news"), text("subscribing old"), text("unsubscribed old"),
                                 text("recovered news"), text("news 7")}));
    const QJsonValue asked = server.commands(text("connect")).constLast().parameters[text("subs")];
    QCOMPARE(asked[text("news")][text("offset")].toInt(), 6);
    QVERIFY(asked[text("old")].isUndefined());
}

void CentrifugeCommandsTest::itMayBeDeletedInAnyOfItsSignals_data() {
    QTest::addColumn<QString>("moment");
    for (const char* const moment : {"connecting", "connected", "subscribed", "published", "recovered",
                                     "reply", "disconnected", "failed", "unsubscribed"})
        QTest::newRow(moment) << text(moment);
}

void CentrifugeCommandsTest::itMayBeDeletedInAnyOfItsSignals() {
    QFETCH(const QString, moment);
    ScriptedServer server;
    server.rule(text("subscribe"), [](const QJsonObject&) {
        QJsonObject result = ScriptedServer::positioned(2, text("e"));
        result.insert(text("publications"), QJsonArray{QJsonObject{{text("data"), 1}, {text("offset"), 1}},
                                                       QJsonObject{{text("data"), 2}, {text("offset"), 2}}});
        return result;
    });
    if (moment == text("failed"))
        server.refuseOnce(text("connect"), 100, true);
    QPointer<Client> client(std::make_unique<Client>(optionsFor(server.url())).release());
    Subscription* const room = client->newSubscription(text("room"));
    const auto gone = [client] { delete client.data(); };
    if (moment == text("connecting"))
        connect(client, &Client::connecting, this, gone);
    if (moment == text("connected"))
        connect(client, &Client::connected, this, gone);
    if (moment == text("failed"))
        connect(client, &Client::failed, this, gone);
    if (moment == text("disconnected")) {
        connect(client, &Client::disconnected, this, gone);
        connect(client, &Client::connected, client, &Client::disconnectFromServer);
    }
    if (moment == text("subscribed"))
        connect(room, &Subscription::subscribed, this, gone);
    if (moment == text("unsubscribed")) {
        connect(room, &Subscription::unsubscribed, this, gone);
        connect(room, &Subscription::subscribed, room, &Subscription::unsubscribe);
    }
    if (moment == text("recovered"))
        connect(room, &Subscription::published, this, gone);
    if (moment == text("published"))
        connect(room, &Subscription::published, this, [gone](const Publication& publication) {
            if (publication.offset == 3)
                gone();
        });
    if (moment == text("reply"))
        room->publish(1, nullptr, [gone](const Result<PublishResult>&) { gone(); });
    connect(room, &Subscription::subscribed, &server, [&server] {
        server.raw(text("{\"push\":{\"channel\":\"room\",\"pub\":{\"data\":3,\"offset\":3}}}\n{}\n{}"));
    });
    if (moment == text("reply")) // an unsubscribed one fails, and is told so later
        QVERIFY(eventually([&] { return client.isNull(); }));
    else {
        room->subscribe();
        client->connectToServer();
    }
    QVERIFY(eventually([&] { return client.isNull(); }));
    someTurns();
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugeCommandsTest)
#include "tst_client_commands.moc"
