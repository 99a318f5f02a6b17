// How often each may do something, by a clock that the test turns.
#include "hub/TurnLimit.h"

#include <QTest>

using chinwag::hub::TurnLimit;
using namespace std::chrono_literals;

class TurnLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachHasSoManyTurns() {
        TurnLimit limit(3, 60s);
        const auto start = TurnLimit::Time::clock::now();
        for (int i = 0; i < 3; ++i)
            QVERIFY(limit.take("alice", start + i * 1s));
        QVERIFY(!limit.take("alice", start + 4s));
        QVERIFY(limit.take("bob", start + 4s));
        QVERIFY(!limit.take("alice", start + 59'999ms));
        QVERIFY(limit.take("alice", start + 60s));
        QVERIFY(limit.take("alice", start + 119s));
        QVERIFY(limit.take("alice", start + 119s));
        QVERIFY(!limit.take("alice", start + 119s));
    }
};

QTEST_GUILESS_MAIN(TurnLimitTest)
#include "TurnLimitTest.moc"
