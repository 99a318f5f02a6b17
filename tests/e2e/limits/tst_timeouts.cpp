// Nobody may hold a connection without using it: stalled openings, requests and goodbyes are cut.
#include "support/Certificate.h"
#include "support/Metrics.h"
#include "support/Patience.h"
#include "support/ServerProcess.h"

#include <QTest>

#include <csignal>
#include <string>
#include <vector>

namespace chinwag::test {

class TimeoutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void stalledOpeningIsCut_data();
    void stalledOpeningIsCut();
    void stalledSecondRequestIsCut();
    void tricklingIsNoProgress();
    void stalledTlsHandshakeIsCut_data();
    void stalledTlsHandshakeIsCut();
    void stalledOpeningOverTlsIsCut();
    void manyStalledOpeningsHinderNobody();
    void peerThatWillNotCloseIsCut_data();
    void peerThatWillNotCloseIsCut();
    void peerThatWillNotReadItsGoodbyeIsCut();
    void drainCutsThoseWhoStay();

private:
    static constexpr int secure = 1;
    static void checkCut(HttpProbe& probe);

    Certificate certificate_;
    ServerProcess server_;
    ServerProcess patientServer_; // where only goodbyes are cut
};

void TimeoutsTest::initTestCase() {
    QVERIFY(certificate_.isValid());
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.head_timeout"), QStringLiteral("700ms")},
                        {QStringLiteral("server.tls_certificate"), certificate_.certificatePath()},
                        {QStringLiteral("server.tls_key"), certificate_.keyPath()}};
    options.listen = {QStringLiteral("http://127.0.0.1:0"), QStringLiteral("https://127.0.0.1:0")};
    QVERIFY(server_.start(options));
    options.settings.remove(QStringLiteral("server.head_timeout"));
    QVERIFY(patientServer_.start(options));
}

// Ended, at most after having been told why.
void TimeoutsTest::checkCut(HttpProbe& probe) {
    const auto answers = probe.readToEnd();
    QVERIFY2(answers.back().isEnd(), answers.back().describe().c_str());
    QVERIFY(answers.size() <= 2);
    if (answers.size() == 2)
        QVERIFY2(answers.front().status == 408, answers.front().describe().c_str());
}

void TimeoutsTest::stalledOpeningIsCut_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("one letter") << QByteArray("G");
    QTest::newRow("request line") << QByteArray("GET /ws/chat HTTP/1.1\r\n");
    QTest::newRow("half a header") << QByteArray("GET /ws/chat HTTP/1.1\r\nHost: loc");
    QByteArray opening = QByteArray::fromStdString(openingRequest("/ws/chat"));
    opening.chop(1);
    QTest::newRow("all but the last byte") << opening;
    QTest::newRow("body that does not come")
        << QByteArray("POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
}

void TimeoutsTest::stalledOpeningIsCut() {
    QFETCH(QByteArray, bytes);
    HttpProbe probe = server_.http();
    probe.send(bytes.toStdString());
    checkCut(probe);
}

void TimeoutsTest::stalledSecondRequestIsCut() {
    HttpProbe probe = server_.http();
    QCOMPARE(probe.get("/healthz").status, 200);
    probe.send("GET /healthz HTTP/1.1\r\nHost: ");
    checkCut(probe);
}

// The deadline is the head's: bytes that come one by one do not move it.
void TimeoutsTest::tricklingIsNoProgress() {
    HttpProbe probe = server_.http();
    probe.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    const auto deadline = soon();
    Answer answer;
    do {
        probe.send("a");
        answer = probe.read(false, QDeadlineTimer(std::chrono::milliseconds(50)));
        QVERIFY(!deadline.hasExpired());
    } while (answer.kind == Answer::Kind::Timeout);
    QVERIFY2(answer.isEnd() || answer.status == 408, answer.describe().c_str());
}

void TimeoutsTest::stalledTlsHandshakeIsCut_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("start of a ClientHello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11);
}

void TimeoutsTest::stalledTlsHandshakeIsCut() {
    QFETCH(QByteArray, bytes);
    const auto stream = TcpStream::connectTo(server_.port(secure));
    QVERIFY(stream);
    stream->write(bytes.toStdString(), soon());
    std::string in;
    ReadStatus status = ReadStatus::Data;
    while (status == ReadStatus::Data)
        status = stream->read(in, soon());
    QVERIFY(status != ReadStatus::Timeout);
}

void TimeoutsTest::stalledOpeningOverTlsIsCut() {
    HttpProbe probe(TlsStream::connectTo(server_.port(secure)));
    QVERIFY(probe.stream() != nullptr);
    probe.send("GET /ws/chat HTTP/1.1\r\nHost: ");
    checkCut(probe);
}

void TimeoutsTest::manyStalledOpeningsHinderNobody() {
    auto alice = server_.chatter();
    std::vector<HttpProbe> stalled;
    for (int i = 0; i < 200; ++i) {
        stalled.push_back(server_.http());
        stalled.back().send("GET /ws/chat HTTP/1.1\r\n");
    }
    alice.send(text("Alice: Hello"));
    QCOMPARE(alice.next(), textEvent("Alice: Hello"));
    for (HttpProbe& probe : stalled)
        checkCut(probe);
}

void TimeoutsTest::peerThatWillNotCloseIsCut_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("overTls");
    const auto both = [](const char* name, const std::string& bytes) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(bytes) << false;
        QTest::addRow("%s, TLS", name) << QByteArray::fromStdString(bytes) << true;
    };
    both("after its own close", close(1000).bytes());
    both("after an error", continuation("nothing to continue").bytes());
}

void TimeoutsTest::peerThatWillNotCloseIsCut() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, overTls);
    auto probe = overTls ? patientServer_.secureWebSocket(secure) : patientServer_.webSocket();
    QVERIFY(probe.open("/ws/chat"));
    probe.send(bytes.toStdString());
    QCOMPARE(probe.next().kind, Event::Kind::Close);
    const Event end = probe.next(); // without answering or hanging up
    QVERIFY2(end.isEnd(), end.describe().c_str());
}

// Its socket is full and stays so: the goodbye never gets through.
void TimeoutsTest::peerThatWillNotReadItsGoodbyeIsCut() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("client.max_queue"), QStringLiteral("65536")}};
    QVERIFY(server.start(options));
    TcpStream::Options tinyWindow;
    tinyWindow.receiveBuffer = 4096;
    auto deaf = server.webSocket(tinyWindow);
    QVERIFY(deaf.open("/ws/chat"));
    auto speaker = server.chatter();
    const std::string message(60'000, 'x');
    for (int i = 0; i < 1000 && metric(server, "chinwag_closings_total{reason=\"slow\"}") == 0.0; ++i) {
        speaker.send(text(message));
        QCOMPARE(speaker.nextMessage(), textEvent(message));
    }
    const auto cut = [&server] { return metric(server, "chinwag_aborts_total") == 1.0; };
    QVERIFY(QTest::qWaitFor(cut, patienceMilliseconds));
    QCOMPARE(metric(server, "chinwag_connections{kind=\"websocket\"}"), std::optional(1.0));
}

void TimeoutsTest::drainCutsThoseWhoStay() {
    ServerProcess server;
    QVERIFY(server.start());
    constexpr int people = 10;
    std::vector<WebSocketProbe> staying;
    staying.reserve(people);
    for (int i = 0; i < people; ++i)
        staying.push_back(server.chatter());
    server.signal(SIGTERM);
    QCOMPARE(server.waitForExit(), 0); // though nobody reads, answers or hangs up
    for (WebSocketProbe& probe : staying) {
        const Event event = probe.next();
        QVERIFY2(event.kind == Event::Kind::Close && event.code == 3001, event.describe().c_str());
        QVERIFY(probe.next().isEnd());
    }
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::TimeoutsTest)
#include "tst_timeouts.moc"
