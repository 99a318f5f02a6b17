// Today's dialect against servers that behave and that do not.
#include "sdk/FakeServer.h"
#include "sdk/PlainLink.h"

#include <QTest>

using namespace chinwag;
using sdk::Fault;
using sdk::PlainLink;
using test::FakeServer;
using Manner = FakeServer::Manner;
using std::chrono::milliseconds;

namespace {

constexpr int patienceMs = 30'000;

sdk::Destination at(const QUrl& server) {
    return {server, QStringLiteral("Robin"), QStringLiteral("hall-4")};
}

// What became of a link.
struct Witness {
    explicit Witness(sdk::Link& link) {
        QObject::connect(&link, &sdk::Link::opened, &link, [this] { opened = true; });
        QObject::connect(&link, &sdk::Link::ended, &link, [this](const Fault& end) {
            fault = end;
            ++ends;
        });
        QObject::connect(&link, &sdk::Link::received, &link,
                         [this](const sdk::Publication& publication) { heard.append(publication); });
    }

    bool waitOpen() const {
        return QTest::qWaitFor([this] { return opened; }, patienceMs);
    }
    bool waitEnd() const {
        return QTest::qWaitFor([this] { return ends > 0; }, patienceMs);
    }
    bool waitHeard(qsizetype count) const {
        return QTest::qWaitFor([this, count] { return heard.size() >= count; }, patienceMs);
    }

    bool opened = false;
    int ends = 0;
    Fault fault;
    QList<sdk::Publication> heard;
};

QByteArray problem(const QByteArray& status, const QByteArray& detail, const QByteArray& headers = {}) {
    const QByteArray body = R"({"type":"about:blank","title":"t","status":400,"detail":")" + detail + "\"}";
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/problem+json\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

class PlainLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksTheDialect() {
        FakeServer server(Manner::Chat);
        PlainLink link;
        Witness seen(link);
        QVERIFY(!link.publish(1, QStringLiteral("too early")));
        link.open(at(server.url()));
        QVERIFY(seen.waitOpen());
        QVERIFY(QTest::qWaitFor([&] { return server.peer() != nullptr; }, patienceMs));
        QCOMPARE(server.peer()->requestUrl().path(), QStringLiteral("/ws/chat"));
        QCOMPARE(server.peer()->requestUrl().query(), QStringLiteral("room=hall-4&nick=Robin"));
        QVERIFY(link.publish(7, QStringLiteral("a: b")));
        QVERIFY(seen.waitHeard(1));
        QCOMPARE(server.lines(), QStringList{QStringLiteral("Robin: a: b")});
        QCOMPARE(seen.heard.at(0).nick, QStringLiteral("Robin"));
        QCOMPARE(seen.heard.at(0).text, QStringLiteral("a: b"));
        QCOMPARE(seen.heard.at(0).ownId, 7U);
    }

    void splitsWhatItHears_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* line, const char* nick, const char* text) {
            QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(nick)
                                << QString::fromUtf8(text);
        };
        row("usual", "Ada: hello", "Ada", "hello");
        row("first separator", "Ada: b: c", "Ada", "b: c");
        row("no space", "Ada:hello", "", "Ada:hello");
        row("nobody", ": hello", "", ": hello");
        row("plain", "hello", "", "hello");
        row("no text", "Ada: ", "Ada", "");
        // NOLINTNEXTLINE(misc-misleading-bidirectional): that is what is tested
        row("not a nickname", "A\u202Eda: hello", "", "A\u202Eda: hello");
        row("other scripts", "صوفيا: 👍", "صوفيا", "👍");
        row("lines", "Ada: a\nb", "Ada", "a\nb");
    }
    void splitsWhatItHears() {
        QFETCH(const QString, line);
        QFETCH(const QString, nick);
        QFETCH(const QString, text);
        FakeServer server(Manner::Chat);
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(QTest::qWaitFor([&] { return seen.opened && server.peer(); }, patienceMs));
        server.peer()->sendTextMessage(line);
        QVERIFY(seen.waitHeard(1));
        QCOMPARE(seen.heard.at(0).nick, nick);
        QCOMPARE(seen.heard.at(0).text, text);
        QCOMPARE(seen.heard.at(0).ownId, 0U);
    }

    void equalMessagesAreReceiptedInOrder() {
        FakeServer server(Manner::Chat);
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(seen.waitOpen());
        QVERIFY(link.publish(1, QStringLiteral("ok")));
        QVERIFY(link.publish(2, QStringLiteral("other")));
        QVERIFY(link.publish(3, QStringLiteral("ok")));
        QVERIFY(seen.waitHeard(3));
        QCOMPARE(seen.heard.at(0).ownId, 1U);
        QCOMPARE(seen.heard.at(1).ownId, 2U);
        QCOMPARE(seen.heard.at(2).ownId, 3U);
    }

    void aLoneSurrogateStillHasItsReceipt() {
        FakeServer server(Manner::Chat);
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(seen.waitOpen());
        QVERIFY(link.publish(1, QString(QChar(0xD800)) + QStringLiteral("x")));
        QVERIFY(seen.waitHeard(1));
        QCOMPARE(seen.heard.at(0).ownId, 1U);
    }

    void encodesWhoAndWhere() {
        const sdk::Destination destination{QUrl(QStringLiteral("wss://example.org/chat")),
                                           QStringLiteral("A+B & C=ü"), QStringLiteral("hall-4")};
        QCOMPARE(PlainLink::chatUrl(destination).toEncoded(),
                 QByteArray("wss://example.org/chat/ws/chat?room=hall-4&nick=A%2BB%20%26%20C%3D%C3%BC"));
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
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(QTest::qWaitFor([&] { return seen.opened && server.peer(); }, patienceMs));
        server.peer()->close(static_cast<QWebSocketProtocol::CloseCode>(code), QStringLiteral("be nice"));
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, kind);
        QCOMPARE(seen.fault.text.contains(QLatin1String("be nice")), kind != Fault::Kind::Lost);
        QVERIFY(!link.publish(1, QStringLiteral("too late")));
        QCOMPARE(seen.ends, 1);
    }

    void aCutIsNoticed() {
        FakeServer server(Manner::Chat);
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(QTest::qWaitFor([&] { return seen.opened && server.peer(); }, patienceMs));
        server.stop();
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::Lost);
        QVERIFY(seen.fault.mayRetry);
    }

    void aHalfOpenConnectionIsNoticed() {
        FakeServer server(Manner::HalfOpen);
        PlainLink link({milliseconds(patienceMs), {milliseconds(20), milliseconds(40)}});
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(seen.waitOpen());
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::Lost);
        QVERIFY(seen.fault.text.contains(QLatin1String("not been heard")));
    }

    void aSilentServerIsGivenUp() {
        FakeServer server(Manner::Silent);
        PlainLink link({milliseconds(50), {}});
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::TimedOut);
        QVERIFY(!seen.opened);
    }

    void nobodyListens() {
        FakeServer server(Manner::Chat);
        server.stop();
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(seen.waitEnd());
        QCOMPARE(seen.fault.kind, Fault::Kind::Refused);
    }

    void noSuchName() {
        PlainLink link;
        Witness seen(link);
        link.open(at(QUrl(QStringLiteral("ws://nowhere.invalid"))));
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
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
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
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(seen.waitEnd());
        QVERIFY(seen.fault.mayRetry);
        QCOMPARE(seen.ends, 1);
    }

    void closingIsQuiet() {
        FakeServer server(Manner::Chat);
        PlainLink link;
        Witness seen(link);
        link.open(at(server.url()));
        QVERIFY(QTest::qWaitFor([&] { return seen.opened && server.peer(); }, patienceMs));
        link.close();
        QVERIFY(QTest::qWaitFor([&] { return server.peer() == nullptr; }, patienceMs));
        QCOMPARE(seen.ends, 0);
    }
};

QTEST_GUILESS_MAIN(PlainLinkTest)
#include "tst_plain_link.moc"
