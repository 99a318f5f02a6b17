// Frames that cost a server much and a client nothing are rationed.
#include "support/ProcessFacts.h"
#include "support/ServerProcess.h"

#include <QTest>

#include <string>

namespace chinwag::test {

class FloodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(server_.start()); }

    void floodsAreClosed_data();
    void floodsAreClosed();
    void unreadPongsDoNotPileUp();
    void ordinaryUseIsNoFlood();

private:
    ServerProcess server_;
};

void FloodsTest::floodsAreClosed_data() {
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("before");
    const auto row = [](const char* name, const ClientFrame& frame, const std::string& before = {}) {
        QTest::newRow(name) << QByteArray::fromStdString(frame.bytes()) << QByteArray::fromStdString(before);
    };
    row("pings", ping("flood"));
    row("empty pings", ping());
    row("pongs", pong("flood"));
    row("pings between fragments", ping("flood"), text("endless").part().bytes());
    row("empty fragments", continuation("").part(), text("").part().bytes());
    row("fragments of one byte", continuation("x").part(), text("x").part().bytes());
}

void FloodsTest::floodsAreClosed() {
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, before);
    constexpr int more = 20'000; // than anybody may send at once
    auto attacker = server_.chatter("/ws/chat?room=flood");
    auto bystander = server_.chatter("/ws/chat?room=flood");
    // The server may hang up before all is written.
    attacker.send(before.toStdString() + frame.repeated(more).toStdString());
    Event event = attacker.next();
    int pongs = 0;
    for (; event.kind == Event::Kind::Pong; event = attacker.next())
        ++pongs;
    QVERIFY2(event.kind == Event::Kind::Close && event.code == 1008, event.describe().c_str());
    QVERIFY2(pongs < 1000, qPrintable(QString::number(pongs)));
    attacker.send(close(1008));
    QVERIFY(attacker.next().isEnd());
    bystander.send(text("unharmed"));
    QCOMPARE(bystander.nextMessage(), textEvent("unharmed"));
}

void FloodsTest::unreadPongsDoNotPileUp() {
    if (!memoryIsMeasurable())
        QSKIP("a sanitizer keeps freed memory");
    constexpr qint64 boundKiB = 8 * 1024;
    const qint64 before = residentKiB(server_.pid());
    const std::string pings =
        QByteArray::fromStdString(ping(std::string(125, 'p')).bytes()).repeated(1000).toStdString();
    for (int i = 0; i < 20; ++i) {
        auto attacker = server_.chatter("/ws/chat?room=flood");
        for (int sent = 0; sent < 100 && attacker.send(pings); ++sent)
            continue; // it never reads
    }
    QVERIFY(residentKiB(server_.pid()) <= before + boundKiB);
}

void FloodsTest::ordinaryUseIsNoFlood() {
    auto alice = server_.chatter("/ws/chat?room=ordinary");
    for (int i = 0; i < 50; ++i) {
        alice.send(wire({text("Hel").part(), ping("between"), continuation("lo")}));
        QCOMPARE(alice.next(), pongEvent("between"));
        QCOMPARE(alice.next(), textEvent("Hello"));
    }
    for (int i = 0; i < 2000; ++i) {
        alice.send(text("as fast as it goes"));
        QCOMPARE(alice.next(), textEvent("as fast as it goes"));
    }
    QVERIFY(alice.closeNormally());
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::FloodsTest)
#include "tst_floods.moc"
