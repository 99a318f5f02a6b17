// The state machine of a client against a server that behaves and that does not.
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

#include <QJsonArray>
#include <QTcpServer>

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

// Answers one after the other; the last one stays.
TokenProvider tokens(QList<TokenAnswer>& answers, int& asked) {
    return [&answers, &asked](const QString&, const TokenReply& reply) {
        ++asked;
        const TokenAnswer answer = answers.size() > 1 ? answers.takeFirst() : answers.first();
        reply(answer);
    };
}

} // namespace

class CentrifugeClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsAndLeaves() {
        ScriptedServer server;
        ClientOptions options = optionsFor(server.url());
        options.token = text("t1");
        options.version = text("1.2");
        options.data = QJsonObject{{text("nick"), text("Ada")}};
        Client client(options);
        ClientWatch seen(client);
        QCOMPARE(client.state(), Client::State::Disconnected);
        client.connectToServer();
        QCOMPARE(client.state(), Client::State::Connecting);
        client.connectToServer(); // once is enough
        QVERIFY(seen.waitFor(text("connected")));
        QCOMPARE(client.state(), Client::State::Connected);
        QCOMPARE(client.clientId(), text("c1"));
        client.disconnectFromServer();
        QCOMPARE(client.state(), Client::State::Disconnected);
        client.disconnectFromServer();
        QCOMPARE(seen.lines, QStringList({text("connecting 0"), text("connected"), text("disconnected 0")}));
        const QJsonObject parameters = server.commands().at(0).parameters;
        QCOMPARE(parameters[text("token")].toString(), text("t1"));
        QCOMPARE(parameters[text("name")].toString(), text("qt"));
        QCOMPARE(parameters[text("version")].toString(), text("1.2"));
        QCOMPARE(parameters[text("data")][text("nick")].toString(), text("Ada"));
        // And comes again.
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected"), 2));
    }

    void endsAsTheCloseCodeSays_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("then");
        QTest::newRow("shutdown") << 3001 << text("connecting 3001");
        QTest::newRow("slow") << 3008 << text("connecting 3008");
        QTest::newRow("own, to come back") << 4000 << text("connecting 4000");
        QTest::newRow("not a code of the protocol") << 1008 << text("connecting 1");
        QTest::newRow("normal") << 1000 << text("connecting 1");
        QTest::newRow("too big") << 1009 << text("disconnected 3");
        QTest::newRow("bad token") << 3500 << text("disconnected 3500");
        QTest::newRow("forced") << 3503 << text("disconnected 3503");
        QTest::newRow("kick") << 4500 << text("disconnected 4500");
    }
    void endsAsTheCloseCodeSays() {
        QFETCH(const int, code);
        QFETCH(const QString, then);
        ScriptedServer server;
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        server.close(code, text("why"));
        QVERIFY(seen.waitFor(then));
        const bool comesBack = then.startsWith(text("connecting"));
        if (comesBack)
            QVERIFY(seen.waitFor(text("connected"), 2));
        else
            someTurns();
        QCOMPARE(server.connections(), comesBack ? 2 : 1);
        QCOMPARE(client.fault().isFault(), !comesBack);
    }

    void aDisconnectPushIsLikeACloseCode_data() { endsAsTheCloseCodeSays_data(); }
    void aDisconnectPushIsLikeACloseCode() {
        QFETCH(const int, code);
        QFETCH(const QString, then);
        if (code < 3000)
            return;
        ScriptedServer server;
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        server.push({{text("disconnect"), QJsonObject{{text("code"), code}, {text("reason"), text("why")}}}});
        QVERIFY(seen.waitFor(then));
    }

    void errorsOfTheOpeningCommand_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("temporary");
        QTest::addColumn<QStringList>("lines");
        const QString begin = text("connecting 0");
        QTest::newRow("internal") << 100 << true
                                  << QStringList({begin, text("failed 100"), text("connected")});
        QTest::newRow("denied") << 103 << false << QStringList({begin, text("disconnected 103")});
        QTest::newRow("expired, nobody to ask")
            << 109 << false << QStringList({begin, text("disconnected 1")});
    }
    void errorsOfTheOpeningCommand() {
        QFETCH(const int, code);
        QFETCH(const bool, temporary);
        QFETCH(const QStringList, lines);
        ScriptedServer server;
        server.refuseOnce(text("connect"), code, temporary);
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(lines.last()));
        QCOMPARE(seen.lines, lines);
    }

    void whatIsNoProtocolEndsIt_data() {
        QTest::addColumn<QString>("frame");
        QTest::newRow("no JSON") << text("hello");
        QTest::newRow("an array") << text("[]");
        QTest::newRow("cut off") << text("{\"push\":");
    }
    void whatIsNoProtocolEndsIt() {
        QFETCH(const QString, frame);
        ScriptedServer server;
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        server.raw(frame);
        QVERIFY(seen.waitFor(text("disconnected 2")));
    }

    void strangeButLawfulThingsAreIgnored() {
        ScriptedServer server;
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        for (const char* const frame :
             {R"({"id":999,"rpc":{}})", R"({"id":"x"})", R"({"push":7})", R"({"push":{"novelty":{}}})",
              R"({"push":{"channel":"nobody:here","pub":{"data":1}}})", R"({"id":-4})"})
            server.raw(text(frame));
        server.raw(text("{}"));
        QVERIFY(eventually([&] { return server.pongs() == 1; }));
        QCOMPARE(client.state(), Client::State::Connected);
    }

    void pingsAreAnsweredAndMissedOnesNoticed() {
        ScriptedServer server;
        server.rule(text("connect"), [](const QJsonObject&) { return welcome({{text("ping"), 1}}); });
        ClientOptions options = optionsFor(server.url());
        options.maxPingDelay = milliseconds(0);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("connected")));
        server.raw(text("{}"));
        QVERIFY(eventually([&] { return server.pongs() == 1; }));
        // The connection stays open and silent, as when a cable is pulled.
        QVERIFY(seen.waitFor(text("connecting 2")));
        QVERIFY(seen.waitFor(text("connected"), 2));
    }

    void aSilentServerIsGivenUp() {
        ScriptedServer server;
        server.rule(text("connect"), [](const QJsonObject&) { return std::nullopt; });
        ClientOptions options = optionsFor(server.url());
        options.timeout = milliseconds(30);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("failed 1"), 2));
        QCOMPARE(client.state(), Client::State::Connecting);
        QVERIFY(server.connections() >= 2);
    }

    void aServerThatIsAwayIsTriedAgain() {
        ScriptedServer server;
        server.stop();
        Client client(optionsFor(server.url()));
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("failed 2"), 3));
        QCOMPARE(client.fault().kind, sdk::Fault::Kind::Refused);
        QVERIFY(server.start());
        QVERIFY(seen.waitFor(text("connected")));
        QVERIFY(!client.fault().isFault());
        server.stop();
        QVERIFY(seen.waitFor(text("connecting 1")));
        QVERIFY(server.start());
        QVERIFY(seen.waitFor(text("connected"), 2));
    }

    void waitsAreWithinTheirBounds() {
        QTcpServer full; // says no to everybody
        QVERIFY(full.listen(QHostAddress::LocalHost));
        QObject::connect(&full, &QTcpServer::newConnection, &full, [&full] {
            while (QTcpSocket* socket = full.nextPendingConnection())
                socket->close();
        });
        ClientOptions options = optionsFor(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(full.serverPort())));
        using sdk::Backoff;
        options.reconnect =
            Backoff(Backoff::Span{milliseconds(10), std::chrono::hours(1), std::chrono::hours(2)},
                    [] { return 0.999; });
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(text("failed 2")));
        QVERIFY(client.untilReconnect() > std::chrono::minutes(58));
        QVERIFY(client.untilReconnect() <= std::chrono::hours(1));
        client.reconnectNow();
        QVERIFY(seen.waitFor(text("failed 2"), 2));
        QVERIFY(client.untilReconnect() > std::chrono::minutes(118));
        client.reconnectNow();
        QVERIFY(seen.waitFor(text("failed 2"), 3)); // and that is the cap
        QVERIFY(client.untilReconnect() <= std::chrono::hours(2));
    }

    void tokensAreAskedFor_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QStringList>("lines");
        const QString begin = text("connecting 0");
        QTest::newRow("there is one") << text("token") << QStringList({begin, text("connected")});
        QTest::newRow("not now") << text("later")
                                 << QStringList({begin, text("failed 5"), text("connected")});
        QTest::newRow("never") << text("never") << QStringList({begin, text("disconnected 1")});
        QTest::newRow("one that has expired")
            << text("expired") << QStringList({begin, text("failed 109"), text("connected")});
    }
    void tokensAreAskedFor() {
        QFETCH(const QString, how);
        QFETCH(const QStringList, lines);
        ScriptedServer server;
        QList<TokenAnswer> answers{TokenAnswer::token(text("fresh"))};
        if (how == text("later"))
            answers.prepend(TokenAnswer::failed(text("busy")));
        if (how == text("never"))
            answers = {TokenAnswer::unauthorized()};
        if (how == text("expired")) {
            answers.prepend(TokenAnswer::token(text("stale")));
            server.refuseOnce(text("connect"), 109);
        }
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(lines.last()));
        QCOMPARE(seen.lines, lines);
        if (lines.last() == text("connected"))
            QCOMPARE(server.commands().last().parameters[text("token")].toString(), text("fresh"));
    }

    void aTokenIsRefreshedBeforeItExpires() {
        ScriptedServer server;
        server.rule(text("connect"), [](const QJsonObject&) {
            return welcome({{text("expires"), true}, {text("ttl"), 1}});
        });
        server.refuseOnce(text("refresh"), 100, true);
        QList<TokenAnswer> answers{TokenAnswer::token(text("a")), TokenAnswer::failed(text("busy")),
                                   TokenAnswer::token(text("b")), TokenAnswer::token(text("c"))};
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        // The provider fails once, the server once, and then it works; the connection stays all the while.
        QVERIFY(eventually([&] { return server.count(text("refresh")) == 2; }));
        QCOMPARE(server.commands(text("refresh")).last().parameters[text("token")].toString(), text("c"));
        someTurns();
        QCOMPARE(seen.lines, QStringList({text("connecting 0"), text("connected"), text("failed 6"),
                                          text("failed 100")}));
    }

    void aRefusedRefreshEndsIt_data() {
        QTest::addColumn<bool>("byServer");
        QTest::newRow("by the server") << true;
        QTest::newRow("by the provider") << false;
    }
    void aRefusedRefreshEndsIt() {
        QFETCH(const bool, byServer);
        ScriptedServer server;
        server.rule(text("connect"), [](const QJsonObject&) {
            return welcome({{text("expires"), true}, {text("ttl"), 1}});
        });
        server.refuseOnce(text("refresh"), 103);
        QList<TokenAnswer> answers{TokenAnswer::token(text("a")),
                                   byServer ? TokenAnswer::token(text("b")) : TokenAnswer::unauthorized()};
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(byServer ? text("disconnected 103") : text("disconnected 1")));
    }

    void anAnswerThatComesTooLateIsDropped() {
        ScriptedServer server;
        QList<TokenReply> replies;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = [&](const QString&, const TokenReply& reply) { replies.append(reply); };
        auto client = std::make_unique<Client>(options);
        client->connectToServer();
        QVERIFY(eventually([&] { return replies.size() == 1; }));
        client->disconnectFromServer();
        replies.first()(TokenAnswer::token(text("t")));
        someTurns();
        QCOMPARE(server.connections(), 0);
        client->connectToServer();
        QVERIFY(eventually([&] { return replies.size() == 2; }));
        replies.first()(TokenAnswer::unauthorized()); // still nobody's
        QCOMPARE(client->state(), Client::State::Connecting);
        client.reset();
        replies.last()(TokenAnswer::token(text("t")));
    }

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
    void aStateThatIsNoLongerValidIsForgotten();
};

void CentrifugeClientTest::commandsWaitForAConnectionOrFail() {
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

void CentrifugeClientTest::whatWasSentWhenItBrokeFails() {
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

void CentrifugeClientTest::aReplyThatDoesNotComeIsGivenUp() {
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

void CentrifugeClientTest::serverSideSubscriptionsFollow() {
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
    const QJsonValue asked = server.commands(text("connect")).last().parameters[text("subs")];
    QCOMPARE(asked[text("news")][text("offset")].toInt(), 6);
    QVERIFY(asked[text("old")].isUndefined());
}

void CentrifugeClientTest::itMayBeDeletedInAnyOfItsSignals_data() {
    QTest::addColumn<QString>("moment");
    for (const char* const moment : {"connecting", "connected", "subscribed", "published", "recovered",
                                     "reply", "disconnected", "failed", "unsubscribed"})
        QTest::newRow(moment) << text(moment);
}

void CentrifugeClientTest::itMayBeDeletedInAnyOfItsSignals() {
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

void CentrifugeClientTest::aStateThatIsNoLongerValidIsForgotten() {
    ScriptedServer server;
    server.rule(text("subscribe"),
                [](const QJsonObject&) { return ScriptedServer::positioned(5, text("e")); });
    QList<TokenAnswer> answers{TokenAnswer::token(text("a")), TokenAnswer::token(text("b"))};
    int asked = 0;
    ClientOptions options = optionsFor(server.url());
    options.tokenProvider = tokens(answers, asked);
    Client client(options);
    Subscription* const room = client.newSubscription(text("room"), quickSubscription());
    SubscriptionWatch heard(*room);
    room->subscribe();
    client.connectToServer();
    QVERIFY(heard.waitFor(text("subscribed")));
    server.close(3014, text("state invalidated"));
    QVERIFY(heard.waitFor(text("subscribed"), 2));
    QCOMPARE(asked, 2);
    const QJsonObject again = server.commands(text("subscribe")).last().parameters;
    QCOMPARE(again[text("recover")].toBool(), true);
    QCOMPARE(again[text("epoch")].toString(), text("_"));
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugeClientTest)
#include "tst_client.moc"
