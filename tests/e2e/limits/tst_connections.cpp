// How many connections the server takes: by address, in total, and when descriptors run out.
#include "support/Patience.h"
#include "support/ProcessFacts.h"
#include "support/ServerProcess.h"

#include <QTest>

#include <string>
#include <unistd.h>
#include <vector>

namespace chinwag::test {

class ConnectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limitByAddress();
    void limitInTotal();
    void descriptorsRunOut();
    void memoryReturnsAfterAWave();

private:
    static TcpStream::Options from(const char* address);
};

TcpStream::Options ConnectionsTest::from(const char* address) {
    TcpStream::Options options;
    options.from = address;
    return options;
}

void ConnectionsTest::limitByAddress() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.max_connections_per_ip"), QStringLiteral("3")}};
    QVERIFY(server.start(options));
    std::vector<WebSocketProbe> mine;
    for (int i = 0; i < 3; ++i) {
        mine.push_back(server.webSocket(from("127.0.0.2")));
        QVERIFY(mine.back().open("/ws/chat"));
    }
    auto fourth = server.webSocket(from("127.0.0.2"));
    QVERIFY(!fourth.open("/ws/chat"));
    QVERIFY2(fourth.answer().status == 429, fourth.answer().describe().c_str());
    auto elsewhere = server.webSocket(from("127.0.0.3"));
    QVERIFY(elsewhere.open("/ws/chat"));

    QVERIFY(mine.back().closeNormally());
    mine.pop_back();
    const auto deadline = soon();
    bool admitted = false;
    while (!admitted && !deadline.hasExpired())
        admitted = server.webSocket(from("127.0.0.2")).open("/ws/chat");
    QVERIFY(admitted);
}

void ConnectionsTest::limitInTotal() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.max_connections"), QStringLiteral("10")}};
    QVERIFY(server.start(options));
    std::vector<WebSocketProbe> all;
    for (int i = 0; i < 10; ++i) {
        all.push_back(server.chatter());
        QVERIFY2(all.back().answer().status == 101, all.back().answer().describe().c_str());
    }
    auto eleventh = server.chatter();
    QVERIFY2(eleventh.answer().status == 503, eleventh.answer().describe().c_str());
    QVERIFY(eleventh.answer().has("Retry-After"));
    all.front().send(text("the others chat on"));
    QCOMPARE(all.back().next(), textEvent("the others chat on"));

    QVERIFY(all.back().closeNormally());
    const auto deadline = soon();
    int status = 503;
    while (status != 101 && !deadline.hasExpired())
        status = server.chatter().answer().status;
    QCOMPARE(status, 101);
}

void ConnectionsTest::descriptorsRunOut() {
    ServerProcess server;
    ServerProcess::Options options;
    options.descriptors = 100;
    options.settings = {{QStringLiteral("server.idle_timeout"), QStringLiteral("2s")},
                        {QStringLiteral("server.workers"), QStringLiteral("2")}};
    QVERIFY(server.start(options));
    HttpProbe early = server.http();
    std::vector<WebSocketProbe> admitted;
    std::vector<WebSocketProbe> refused;
    while (refused.size() < 20 && admitted.size() < 100) {
        auto probe = server.webSocket();
        (probe.open("/ws/chat") ? admitted : refused).push_back(std::move(probe));
        QCOMPARE(early.get("/healthz").status, 200);
    }
    QVERIFY2(admitted.size() >= 20, qPrintable(QString::number(admitted.size())));
    QCOMPARE(refused.size(), std::size_t{20});
    QVERIFY(server.isRunning());

    // While it is full it serves those it has and does not spin: until it ends an idle connection, after
    // two seconds, it may compute for a fifth of one.
    const qint64 before = cpuTicks(server.pid());
    QVERIFY(early.read().isEnd());
    QVERIFY(cpuTicks(server.pid()) - before < sysconf(_SC_CLK_TCK) / 5);

    // Whoever was told that the connection is open has it.
    admitted.front().send(text("full house"));
    for (WebSocketProbe& probe : admitted)
        QCOMPARE(probe.nextMessage(), textEvent("full house"));

    refused.clear();
    admitted.clear();
    const auto deadline = soon();
    bool again = false;
    while (!again && !deadline.hasExpired())
        again = server.webSocket().open("/ws/chat");
    QVERIFY(again);
}

void ConnectionsTest::memoryReturnsAfterAWave() {
    if (!memoryIsMeasurable())
        QSKIP("a sanitizer keeps freed memory");
    constexpr std::size_t clients = 2000;
    constexpr qint64 boundKiB = 8 * 1024;
    if (!allowDescriptors(clients + 200))
        QSKIP("this test may not open enough descriptors");
    ServerProcess server;
    QVERIFY(server.start());
    { // so that what is made on first use has been made
        auto first = server.chatter();
        first.send(text("first"));
        QCOMPARE(first.next(), textEvent("first"));
        QVERIFY(first.closeNormally());
    }
    const qint64 before = residentKiB(server.pid());
    {
        std::vector<WebSocketProbe> wave;
        for (std::size_t i = 0; i < clients; ++i) {
            wave.push_back(server.chatter());
            QVERIFY2(wave.back().answer().status == 101, wave.back().answer().describe().c_str());
        }
        wave.front().send(text(std::string(10'000, 'w')));
        for (WebSocketProbe& probe : wave)
            QCOMPARE(probe.nextMessage().payload.size(), std::size_t{10'000});
    }
    qint64 now = 0;
    const auto returned = [&] {
        now = residentKiB(server.pid());
        return now <= before + boundKiB;
    };
    QVERIFY2(QTest::qWaitFor(returned, patienceMilliseconds),
             qPrintable(QStringLiteral("%1 KiB before, %2 KiB now").arg(before).arg(now)));
    auto after = server.chatter();
    after.send(text("after the wave"));
    QCOMPARE(after.next(), textEvent("after the wave"));
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ConnectionsTest)
#include "tst_connections.moc"
