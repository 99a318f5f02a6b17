#include "sdk/Endpoint.h"

#include <QTest>

using chinwag::sdk::Endpoint;

class EndpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("room");
        const auto row = [](const char* typed, const char* server, const char* room = "") {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(server)
                                 << QString::fromLatin1(room);
        };
        row("chat.example.org", "wss://chat.example.org");
        row("  chat.example.org  ", "wss://chat.example.org");
        row("chat.example.org:8443", "wss://chat.example.org:8443");
        row("chat.example.org/", "wss://chat.example.org");
        row("chat.example.org/team", "wss://chat.example.org/team");
        row("CHAT.Example.ORG", "wss://chat.example.org");
        row("https://chat.example.org", "wss://chat.example.org");
        row("HTTPS://chat.example.org/", "wss://chat.example.org");
        row("wss://chat.example.org/ws/chat", "wss://chat.example.org");
        row("https://chat.example.org/?room=hall-4", "wss://chat.example.org", "hall-4");
        row("http://host:8000/static/index.html?room=a", "ws://host:8000", "a");
        row("https://example.org/chat/ws/chat?room=x&nick=y#z", "wss://example.org/chat", "x");
        row("http://host", "ws://host");
        row("ws://host:9000", "ws://host:9000");
        row("localhost", "ws://localhost:8000");
        row("localhost:9000", "ws://localhost:9000");
        row("LOCALHOST:9000", "ws://localhost:9000");
        row("pi", "ws://pi:8000");
        row("pi.local", "ws://pi.local:8000");
        row("127.0.0.1", "ws://127.0.0.1:8000");
        row("127.0.0.1:80", "ws://127.0.0.1:80");
        row("192.168.1.7", "ws://192.168.1.7:8000");
        row("10.1.2.3", "ws://10.1.2.3:8000");
        row("172.31.0.1", "ws://172.31.0.1:8000");
        row("172.32.0.1", "wss://172.32.0.1");
        row("203.0.113.5:8000", "wss://203.0.113.5:8000");
        row("::1", "ws://[::1]:8000");
        row("[::1]:9000", "ws://[::1]:9000");
        row("fd00::7", "ws://[fd00::7]:8000");
        row("2001:db8::1", "wss://[2001:db8::1]");
        row("https://localhost", "wss://localhost");
        row("https://192.168.1.7:8443", "wss://192.168.1.7:8443");
        row("b\xC3\xBC"
            "cher.example",
            "wss://xn--bcher-kva.example");
    }
    void understands() {
        QFETCH(const QString, typed);
        QFETCH(const QString, server);
        QFETCH(const QString, room);
        const auto endpoint = Endpoint::parse(typed);
        QVERIFY2(endpoint.isValid(), qPrintable(endpoint.fault));
        QCOMPARE(endpoint.server.toString(), server);
        QCOMPARE(endpoint.room, room);
    }

    void refuses_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const QString& typed, const char* word) {
            QTest::newRow(name) << typed << QString::fromLatin1(word);
        };
        row("nothing", QString(), "Write the address");
        row("spaces", QStringLiteral("   "), "Write the address");
        row("two words", QStringLiteral("chat example"), "no address");
        row("a line end", QStringLiteral("chat\nexample"), "no address");
        row("another scheme", QStringLiteral("ftp://chat.example.org"), "not with ftp://");
        row("a script", QStringLiteral("javascript://chat.example.org"), "not with javascript://");
        row("no host", QStringLiteral("https://"), "no address");
        row("only a port", QStringLiteral(":8000"), "no address");
        row("port with letters", QStringLiteral("host:80a"), "no address");
        row("port too large", QStringLiteral("host:65536"), "no address");
        row("port 0", QStringLiteral("host:0"), "1 to 65535");
        row("a person", QStringLiteral("me@host"), "in front of the host");
        row("a password", QStringLiteral("https://me:secret@host"), "in front of the host");
        row("a lone bracket", QStringLiteral("[::1"), "no address");
        row("bad escapes", QStringLiteral("host/%zz"), "no address");
        row("endless", QString(5'000, u'a'), "no address");
    }
    void refuses() {
        QFETCH(const QString, typed);
        QFETCH(const QString, word);
        const auto endpoint = Endpoint::parse(typed);
        QVERIFY(!endpoint.isValid());
        QVERIFY(endpoint.server.isEmpty());
        QVERIFY2(endpoint.fault.contains(word), qPrintable(endpoint.fault));
    }

    void logInLinksSayMore_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QStringList>("said"); // room, nick and token
        QTest::newRow("all") << QStringLiteral("chinwag://chat.example.org/hall-4?nick=Rob%20in&token=a.b.c")
                             << QStringLiteral("wss://chat.example.org") << QStringLiteral("chat.example.org")
                             << QStringList({QStringLiteral("hall-4"), QStringLiteral("Rob in"),
                                             QStringLiteral("a.b.c")});
        QTest::newRow("host") << QStringLiteral("CHINWAG://localhost")
                              << QStringLiteral("ws://localhost:8000") << QStringLiteral("localhost")
                              << QStringList({{}, {}, {}});
        QTest::newRow("mounted") << QStringLiteral("chinwag://chat.example.org:444/team/hall-4/")
                                 << QStringLiteral("wss://chat.example.org:444/team")
                                 << QStringLiteral("chat.example.org:444/team")
                                 << QStringList({QStringLiteral("hall-4"), {}, {}});
    }
    void logInLinksSayMore() {
        QFETCH(const QString, typed);
        QFETCH(const QString, server);
        QFETCH(const QString, plain);
        QFETCH(const QStringList, said);
        const auto endpoint = Endpoint::parse(typed);
        QVERIFY2(endpoint.isValid(), qPrintable(endpoint.fault));
        QCOMPARE(endpoint.server.toString(), server);
        QCOMPARE(endpoint.plain, plain);
        QCOMPARE(QStringList({endpoint.room, endpoint.nick, endpoint.token}), said);
        // What is left of it leads to the same place.
        QCOMPARE(Endpoint::parse(plain).server, endpoint.server);
    }

    void hasAShortName_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual port") << QStringLiteral("https://chat.example.org/team")
                                    << QStringLiteral("chat.example.org");
        QTest::newRow("another port") << QStringLiteral("localhost") << QStringLiteral("localhost:8000");
        QTest::newRow("IPv6") << QStringLiteral("::1") << QStringLiteral("[::1]:8000");
    }
    void hasAShortName() {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        QCOMPARE(Endpoint::parse(typed).name(), name);
    }
};

QTEST_APPLESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
