#include "sdk/Heartbeat.h"

#include <QSignalSpy>
#include <QTest>

using chinwag::sdk::Heartbeat;
using std::chrono::milliseconds;

namespace {

constexpr int patienceMs = 30'000;
constexpr milliseconds never{24LL * 3'600 * 1'000};

} // namespace

class HeartbeatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void silenceIsNoticed() {
        Heartbeat heartbeat({milliseconds(1), milliseconds(1)});
        QSignalSpy pings(&heartbeat, &Heartbeat::pingWanted);
        QSignalSpy silences(&heartbeat, &Heartbeat::silent);
        heartbeat.start();
        QVERIFY(QTest::qWaitFor([&] { return silences.size() == 1; }, patienceMs));
        QCOMPARE(pings.size(), 1);
    }

    void everyPongIsFollowedByAnotherPing() {
        Heartbeat heartbeat({milliseconds(1), never});
        QSignalSpy pings(&heartbeat, &Heartbeat::pingWanted);
        QSignalSpy silences(&heartbeat, &Heartbeat::silent);
        connect(&heartbeat, &Heartbeat::pingWanted, &heartbeat, &Heartbeat::alive);
        heartbeat.start();
        QVERIFY(QTest::qWaitFor([&] { return pings.size() >= 5; }, patienceMs));
        QCOMPARE(silences.size(), 0);
    }

    void doesNothingUnlessStarted() {
        Heartbeat heartbeat({milliseconds(0), milliseconds(0)});
        QSignalSpy pings(&heartbeat, &Heartbeat::pingWanted);
        heartbeat.alive();
        heartbeat.start();
        heartbeat.stop();
        heartbeat.alive();
        QCoreApplication::processEvents();
        QCOMPARE(pings.size(), 0);
    }
};

QTEST_GUILESS_MAIN(HeartbeatTest)
#include "tst_heartbeat.moc"
