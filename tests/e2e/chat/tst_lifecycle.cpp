// Start, stop, restart and the manners of a service under systemd.
#include "support/ListeningSocket.h"
#include "support/NotifySocket.h"
#include "support/ServerProcess.h"

#include <QTest>

#include <csignal>
#include <vector>

namespace chinwag::test {

class LifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void terminationDrains_data();
    void terminationDrains();
    void drainingIsNotReady();
    void secondSignalEndsAtOnce();
    void restartOnTheSamePort();
    void listensOnSeveralAddresses();
    void takenPortIsAFailure();
    void socketActivation();
    void tellsSystemd();
};

void LifecycleTest::terminationDrains_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void LifecycleTest::terminationDrains() {
    QFETCH(int, number);
    ServerProcess server;
    QVERIFY(server.start());
    constexpr int people = 100;
    std::vector<WebSocketProbe> chatters;
    chatters.reserve(people);
    for (int i = 0; i < people; ++i)
        chatters.push_back(server.chatter());
    HttpProbe kept = server.http();
    QCOMPARE(kept.get("/healthz").status, 200);
    server.signal(number);
    for (WebSocketProbe& chatter : chatters) {
        const Event event = chatter.nextMessage();
        QVERIFY2(event.kind == Event::Kind::Close && event.code == 3001, event.describe().c_str());
        chatter.send(close(3001));
        QVERIFY(chatter.next().isEnd());
    }
    QVERIFY(kept.read().isEnd());
    QCOMPARE(server.waitForExit(), 0);
    QVERIFY(TcpStream::connectTo(server.port()) == nullptr);
}

void LifecycleTest::drainingIsNotReady() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.drain_delay"), QStringLiteral("2s")}};
    QVERIFY(server.start(options));
    QCOMPARE(server.http().get("/readyz").status, 200);
    server.signal(SIGTERM);
    // The signal arrives when it arrives; each answer is one look.
    const auto deadline = soon();
    int status = 200;
    while (status == 200 && !deadline.hasExpired())
        status = server.http().get("/readyz").status;
    QCOMPARE(status, 503);
    QCOMPARE(server.waitForExit(), 0);
}

void LifecycleTest::secondSignalEndsAtOnce() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.drain_delay"), QStringLiteral("10m")}};
    QVERIFY(server.start(options));
    server.signal(SIGTERM);
    const auto deadline = soon();
    while (server.http().get("/readyz").status == 200)
        QVERIFY(!deadline.hasExpired());
    server.signal(SIGTERM);
    QVERIFY(server.waitForExit() >= 0);
}

void LifecycleTest::restartOnTheSamePort() {
    ServerProcess server;
    QVERIFY(server.start());
    const auto port = server.port();
    auto before = server.chatter();
    before.send(text("before"));
    QCOMPARE(before.next(), textEvent("before"));
    server.kill();
    QVERIFY(before.next().isEnd());
    QVERIFY(server.restart());
    QCOMPARE(server.port(), port);
    auto after = server.chatter();
    after.send(text("after"));
    QCOMPARE(after.next(), textEvent("after"));
}

void LifecycleTest::listensOnSeveralAddresses() {
    ServerProcess server;
    ServerProcess::Options options;
    options.listen = {QStringLiteral("127.0.0.1:0"), QStringLiteral("127.0.0.1:0")};
    QVERIFY(server.start(options));
    QCOMPARE(server.urls().size(), 2);
    QVERIFY(server.port(0) != server.port(1));
    auto first = server.webSocket();
    QVERIFY(first.open("/ws/chat"));
    auto second = server.webSocket(TcpStream::Options{}, 1);
    QVERIFY(second.open("/ws/chat"));
    first.send(text("across"));
    QCOMPARE(second.next(), textEvent("across"));
}

void LifecycleTest::takenPortIsAFailure() {
    ServerProcess holder;
    QVERIFY(holder.start());
    const QString taken = QStringLiteral("127.0.0.1:%1").arg(holder.port());
    ServerProcess server;
    ServerProcess::Options options;
    options.listen = QStringList{taken};
    QVERIFY(!server.start(options));
    QCOMPARE(server.waitForExit(), 1);
    QVERIFY2(server.log().contains(taken.toUtf8()), server.log().constData());
}

void LifecycleTest::socketActivation() {
    ListeningSocket socket;
    QVERIFY(socket.isValid());
    ServerProcess server;
    ServerProcess::Options options;
    options.activationSocket = socket.descriptor();
    QVERIFY(server.start(options));
    QCOMPARE(server.port(), socket.port());
    auto alice = server.chatter();
    alice.send(text("Alice: through systemd's socket"));
    QCOMPARE(alice.next(), textEvent("Alice: through systemd's socket"));
}

void LifecycleTest::tellsSystemd() {
    NotifySocket notify;
    QVERIFY(notify.isValid());
    ServerProcess server;
    ServerProcess::Options options;
    options.environment = {{QStringLiteral("NOTIFY_SOCKET"), notify.path()}};
    QVERIFY(server.start(options));
    QVERIFY(notify.waitFor("READY=1"));
    server.signal(SIGHUP);
    QVERIFY(notify.waitFor("RELOADING=1"));
    QVERIFY(notify.waitFor("READY=1"));
    server.signal(SIGTERM);
    QVERIFY(notify.waitFor("STOPPING=1"));
    QCOMPARE(server.waitForExit(), 0);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::LifecycleTest)
#include "tst_lifecycle.moc"
