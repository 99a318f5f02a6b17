// The state machine of a client against a server that behaves and that does not.
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

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
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugeClientTest)
#include "tst_client.moc"
