// A transport against servers that behave and that do not.
#include "sdk/FakeServer.h"
#include "sdk/centrifuge/WebSocketTransport.h"
#include "support/Wait.h"

#include <QTest>

using namespace chinwag;
using centrifuge::WebSocketTransport;
using sdk::Fault;
using test::FakeServer;
using Manner = FakeServer::Manner;
using std::chrono::milliseconds;
using test::eventually;

namespace {

// What became of a transport.
struct Witness {
    explicit Witness(centrifuge::Transport& link) {
        using centrifuge::Transport;
        QObject::connect(&link, &Transport::opened, &link, [this] { opened = true; });
        QObject::connect(&link, &Transport::closed, &link, [this](const centrifuge::TransportEnd& end) {
            fault = end.fault;
            code = end.code;
            ++ends;
        });
        QObject::connect(&link, &Transport::received, &link,
                         [this](const QString& frame) { heard.append(frame); });
    }

    bool waitOpen() const {
        return eventually([this] { return opened; });
    }
    bool waitEnd() const {
        return eventually([this] { return ends > 0; });
    }

    bool opened = false;
    int ends = 0;
    int code = 0;
    Fault fault;
    QStringList heard;
};

QByteArray problem(const QByteArray& status, const QByteArray& detail, const QByteArray& headers = {}) {
    const QByteArray body = R"({"type":"about:blank","title":"t","status":400,"detail":")" + detail + "\"}";
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/problem+json\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class WebSocketTransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesFrames() {
        FakeServer server(Manner::Chat);
        WebSocketTransport link;
        Witness seen(link);
        QVERIFY(!link.send(QStringLiteral("too early")));
        link.open(server.url());
        QVERIFY(seen.waitOpen());
        QVERIFY(link.send(QStringLiteral("ä: 👍")));
        QVERIFY(eventually([&] { return seen.heard.size() == 1; }));
        QCOMPARE(seen.heard.first(), QStringLiteral("ä: 👍"));
    }

    void closeCodesComeThrough_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<Fault::Kind>("kind");
        QTest::newRow("kick") << 4500 << Fault::Kind::Kicked;
        QTest::newRow("final") << 3503 << Fault::Kind::Ended;
        QTest::newRow("restart") << 3001 << Fault::Kind::Lost;
        QTest::newRow("normal") << 1000 << Fault::Kind::Lost;
    }
    void closeCodesComeThrough() {
        QFETCH(const int, code);
        QFETCH(const Fault::Kind, kind);
        FakeServer server(Manner::Chat);
        WebSocketTransport link;
        Witness seen(link);
        link.open(server.url());
        QVERIFY(eventually([&] { return seen.opened && server.peer(); }));
        server.peer()->close(static_cast<QWebSocketProtocol::CloseCode>(code), QStringLiteral("be nice"));
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, kind);
        QCOMPARE(seen.fault.text.contains(QLatin1String("be nice")), kind != Fault::Kind::Lost);
        QVERIFY(!link.send(QStringLiteral("too late")));
        QCOMPARE(seen.code, code);
        QCOMPARE(seen.ends, 1);
    }

    void aCutIsNoticed() {
        FakeServer server(Manner::Chat);
        WebSocketTransport link;
        Witness seen(link);
        link.open(server.url());
        QVERIFY(eventually([&] { return seen.opened && server.peer(); }));
        server.stop();
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::Lost);
        QVERIFY(seen.fault.mayRetry);
    }

    void aSilentServerIsGivenUp() {
        FakeServer server(Manner::Silent);
        WebSocketTransport link({milliseconds(50), 1024});
        Witness seen(link);
        link.open(server.url());
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::TimedOut);
        QVERIFY(!seen.opened);
    }

    void nobodyListens() {
        FakeServer server(Manner::Chat);
        server.stop();
        WebSocketTransport link;
        Witness seen(link);
        link.open(server.url());
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::Refused);
    }

    void noSuchName() {
        WebSocketTransport link;
        Witness seen(link);
        link.open(QUrl(QStringLiteral("ws://nowhere.invalid")));
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::NameNotFound);
    }

    void refusalsAreExplained_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Fault::Kind>("kind");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("wait");
        QTest::newRow("400") << problem("400 Bad Request", "No such hat.") << Fault::Kind::Rejected
                             << QStringLiteral("No such hat.") << 0;
        QTest::newRow("503") << problem("503 Service Unavailable", "Full house.", "Retry-After: 9\r\n")
                             << Fault::Kind::Full << QStringLiteral("Full house.") << 9;
        QTest::newRow("429") << problem("429 Too Many Requests", "Too many.") << Fault::Kind::Full
                             << QStringLiteral("Too many.") << 0;
        QTest::newRow("404 of another kind of server")
            << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno")
            << Fault::Kind::NoChat << QStringLiteral("404") << 0;
        QTest::newRow("a page") << QByteArray(
                                       "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
                                << Fault::Kind::NoChat << QStringLiteral("200") << 0;
    }
    void refusalsAreExplained() {
        QFETCH(const QByteArray, answer);
        QFETCH(const Fault::Kind, kind);
        QFETCH(const QString, words);
        QFETCH(const int, wait);
        FakeServer server(Manner::Answer, answer);
        WebSocketTransport link;
        Witness seen(link);
        link.open(server.url());
        QVERIFY(seen.waitEnd());
        QVERIFY2(seen.fault.text.contains(words), qPrintable(seen.fault.text));
        QCOMPARE(seen.fault.kind, kind);
        QCOMPARE(seen.fault.retryAfterSeconds, wait);
        QCOMPARE(seen.ends, 1);
        QVERIFY(!server.heads().isEmpty());
        for (const QByteArray& head : server.heads())
            QVERIFY(head.toLower().contains("upgrade: websocket"));
    }

    void aServerThatHangsUpIsAFault() {
        FakeServer server(Manner::HangUp);
        WebSocketTransport link;
        Witness seen(link);
        link.open(server.url());
        QVERIFY(seen.waitEnd());
        QVERIFY(seen.fault.mayRetry);
        QCOMPARE(seen.ends, 1);
    }

    void closingIsQuiet() {
        FakeServer server(Manner::Chat);
        WebSocketTransport link;
        Witness seen(link);
        link.open(server.url());
        QVERIFY(eventually([&] { return seen.opened && server.peer(); }));
        link.close();
        QVERIFY(eventually([&] { return server.peer() == nullptr; }));
        QCOMPARE(seen.ends, 0);
    }
};

QTEST_GUILESS_MAIN(WebSocketTransportTest)
#include "tst_transport.moc"
