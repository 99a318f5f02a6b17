// What slow, dead and hasty clients cost the others: nothing.
#include "support/Certificate.h"
#include "support/Metrics.h"
#include "support/ProcessFacts.h"
#include "support/ServerProcess.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

namespace chinwag::test {

class BackpressureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slowReaderIsClosed_data();
    void slowReaderIsClosed();
    void slowReadersCostAtMostTheirQueues();
    void deadPeerIsRemoved();
    void livePeerIsKept();
    void hastySenderIsReadSlowly();

private:
    static ServerProcess::Options smallQueue();
    static QString flood(WebSocketProbe& speaker, WebSocketProbe& listener, const std::string& message);
};

ServerProcess::Options BackpressureTest::smallQueue() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("client.max_queue"), QStringLiteral("65536")}};
    return options;
}

// Says one thing and waits until everybody who listens has heard it; what went wrong, or nothing.
QString BackpressureTest::flood(WebSocketProbe& speaker, WebSocketProbe& listener,
                                const std::string& message) {
    speaker.send(text(message));
    for (WebSocketProbe* probe : {&speaker, &listener}) {
        const Event event = probe->nextMessage();
        if (event != textEvent(message))
            return QString::fromStdString(event.describe());
    }
    return {};
}

void BackpressureTest::slowReaderIsClosed_data() {
    QTest::addColumn<bool>("secure");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void BackpressureTest::slowReaderIsClosed() {
    QFETCH(bool, secure);
    Certificate certificate;
    QVERIFY(certificate.isValid());
    ServerProcess server;
    auto options = smallQueue();
    options.settings.insert(QStringLiteral("server.tls_certificate"), certificate.certificatePath());
    options.settings.insert(QStringLiteral("server.tls_key"), certificate.keyPath());
    options.listen = {QStringLiteral("http://127.0.0.1:0"), QStringLiteral("https://127.0.0.1:0")};
    QVERIFY(server.start(options));

    TcpStream::Options fixedWindow; // does not grow with what the client leaves unread
    fixedWindow.receiveBuffer = 256 * 1024;
    auto slow = secure ? server.secureWebSocket(1) : server.webSocket(fixedWindow);
    QVERIFY(slow.open("/ws/chat"));
    auto speaker = server.chatter();
    auto listener = server.chatter();

    // Socket buffers of both kernels' ends take some megabytes before the server has to queue.
    constexpr int enough = 1000;
    const std::string message(60'000, 'x');
    int said = 0;
    std::optional<double> closed;
    while (said < enough && closed.value_or(0) == 0) {
        QCOMPARE(flood(speaker, listener, message), QString());
        ++said;
        closed = metric(server, "chinwag_closings_total{reason=\"slow\"}");
        QVERIFY(closed.has_value());
    }
    QCOMPARE(closed, std::optional(1.0));

    // It may still read what was on its way, an unbroken start of the conversation, and then why it ended.
    Event event = slow.nextMessage();
    int heard = 0;
    for (; event == textEvent(message); event = slow.nextMessage())
        ++heard;
    QVERIFY2(event.kind == Event::Kind::Close && event.code == 3008, event.describe().c_str());
    slow.send(close(3008));
    QVERIFY(slow.next().isEnd());
    QVERIFY(heard <= said);
    QCOMPARE(flood(speaker, listener, "nobody else noticed"), QString());
}

void BackpressureTest::slowReadersCostAtMostTheirQueues() {
    if (!memoryIsMeasurable())
        QSKIP("a sanitizer keeps freed memory");
    constexpr int slowClients = 50;
    constexpr qint64 boundKiB = 16 * 1024; // 50 queues of 64 KiB are 3.2 MiB; the flood is 46 MiB
    ServerProcess server;
    auto options = smallQueue();
    options.settings.insert(QStringLiteral("store.url"), QStringLiteral("none")); // it has a queue of its own
    QVERIFY(server.start(options));
    TcpStream::Options tinyWindow;
    tinyWindow.receiveBuffer = 4096;
    std::vector<WebSocketProbe> slow;
    for (int i = 0; i < slowClients; ++i) {
        slow.push_back(server.webSocket(tinyWindow));
        QVERIFY(slow.back().open("/ws/chat"));
    }
    auto speaker = server.chatter();
    auto listener = server.chatter();
    const std::string message(60'000, 'x');
    QCOMPARE(flood(speaker, listener, message), QString());
    const qint64 before = residentKiB(server.pid());
    qint64 highest = before;
    for (int i = 0; i < 800; ++i) {
        QCOMPARE(flood(speaker, listener, message), QString());
        highest = std::max(highest, residentKiB(server.pid()));
    }
    QVERIFY2(highest <= before + boundKiB, qPrintable(QString::number(highest - before)));
    QCOMPARE(metric(server, "chinwag_closings_total{reason=\"slow\"}"), std::optional(double(slowClients)));
}

void BackpressureTest::deadPeerIsRemoved() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("client.ping"), QStringLiteral("200ms")},
                        {QStringLiteral("client.pong"), QStringLiteral("100ms")}};
    QVERIFY(server.start(options));
    auto dead = server.chatter();
    QCOMPARE(dead.next().kind, Event::Kind::Ping);
    // It does not answer.
    Event event = dead.next();
    if (event.kind == Event::Kind::Close) {
        QCOMPARE(event.code, std::uint16_t{3012});
        event = dead.next();
    }
    QVERIFY2(event.isEnd(), event.describe().c_str());
    QCOMPARE(metric(server, "chinwag_connections{kind=\"websocket\"}"), std::optional(0.0));
}

void BackpressureTest::livePeerIsKept() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("client.ping"), QStringLiteral("200ms")},
                        {QStringLiteral("client.pong"), QStringLiteral("150ms")}};
    QVERIFY(server.start(options));
    auto live = server.chatter();
    for (int i = 0; i < 5; ++i) {
        const Event event = live.next();
        QCOMPARE(event.kind, Event::Kind::Ping);
        live.send(pong(event.payload));
    }
    live.send(text("still alive"));
    QCOMPARE(live.nextMessage(), textEvent("still alive"));
}

// Over its rate a client is read more slowly, so that nothing is lost and others overtake it.
void BackpressureTest::hastySenderIsReadSlowly() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("client.message_rate"), QStringLiteral("20")},
                        {QStringLiteral("client.message_burst"), QStringLiteral("20")}};
    QVERIFY(server.start(options));
    constexpr int messages = 60;
    auto hasty = server.chatter();
    auto calm = server.chatter();
    std::string all;
    for (int i = 0; i < messages; ++i)
        all += text("hasty " + std::to_string(i)).bytes();
    hasty.send(all);
    QCOMPARE(calm.nextMessage(), textEvent("hasty 0"));
    calm.send(text("calm"));
    int next = 1;
    int overtaken = 0;
    while (next < messages) {
        const Event event = calm.nextMessage();
        if (event == textEvent("calm")) {
            overtaken = messages - next;
            continue;
        }
        QCOMPARE(event, textEvent("hasty " + std::to_string(next)));
        ++next;
    }
    QVERIFY(overtaken > 0);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::BackpressureTest)
#include "tst_backpressure.moc"
