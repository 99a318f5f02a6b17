#include "auth/AttemptLimiter.h"

#include <QTest>

#include <string>

using chinwag::auth::AttemptLimiter;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t plenty = 1'000;
const AttemptLimiter::Time start{std::chrono::hours(1)};

// How many of `count` tries at `now` are let through.
int takeAll(AttemptLimiter& limiter, const std::string& key, AttemptLimiter::Time now, int count) {
    int taken = 0;
    for (int i = 0; i < count && limiter.wait(key, now) == 0ms; ++i) {
        limiter.take(key, now);
        ++taken;
    }
    return taken;
}

} // namespace

/// Every time is passed in: nothing here depends on how long it takes.
class AttemptLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBurstAndNoMore() {
        AttemptLimiter limiter({3, 10s}, plenty);
        QCOMPARE(takeAll(limiter, "a", start, 10), 3);
        QVERIFY(limiter.wait("a", start) == 10s);
    }

    void waitingTakesNothing() {
        AttemptLimiter limiter({3, 10s}, plenty);
        for (int i = 0; i < 100; ++i)
            QVERIFY(limiter.wait("a", start) == 0ms);
        QCOMPARE(takeAll(limiter, "a", start, 10), 3);
    }

    void refills_data() {
        QTest::addColumn<qint64>("later"); // milliseconds after the burst was used up
        QTest::addColumn<int>("allowed");
        QTest::addColumn<qint64>("wait"); // milliseconds, before those are taken
        QTest::newRow("at once") << qint64{0} << 0 << qint64{10'000};
        QTest::newRow("a little") << qint64{1} << 0 << qint64{9'999};
        QTest::newRow("half") << qint64{5'000} << 0 << qint64{5'000};
        QTest::newRow("just not yet") << qint64{9'999} << 0 << qint64{1};
        QTest::newRow("one") << qint64{10'000} << 1 << qint64{0};
        QTest::newRow("one and a half") << qint64{15'000} << 1 << qint64{0};
        QTest::newRow("two") << qint64{20'000} << 2 << qint64{0};
        QTest::newRow("all") << qint64{30'000} << 3 << qint64{0};
        QTest::newRow("never more than the burst") << qint64{86'400'000} << 3 << qint64{0};
    }

    void refills() {
        QFETCH(qint64, later);
        QFETCH(int, allowed);
        QFETCH(qint64, wait);
        AttemptLimiter limiter({3, 10s}, plenty);
        QCOMPARE(takeAll(limiter, "a", start, 3), 3);
        const auto now = start + std::chrono::milliseconds(later);
        const auto told = limiter.wait("a", now).count();
        // A refused one waits to the next whole millisecond, or one more when the division is not even.
        QVERIFY2(told == wait || (wait > 0 && told == wait + 1), qPrintable(QString::number(told)));
        QCOMPARE(takeAll(limiter, "a", now, 10), allowed);
    }

    void whoWaitsAsToldMayTry() {
        AttemptLimiter limiter({2, 7s}, plenty);
        auto now = start;
        QCOMPARE(takeAll(limiter, "a", now, 10), 2);
        for (int i = 0; i < 50; ++i) {
            now += limiter.wait("a", now);
            QCOMPARE(takeAll(limiter, "a", now, 10), 1);
        }
    }

    void triesWhileLimitedDoNotMakeItLonger() {
        AttemptLimiter limiter({1, 10s}, plenty);
        limiter.take("a", start);
        for (int i = 0; i < 100; ++i)
            QVERIFY(limiter.wait("a", start) == 10s);
        QVERIFY(limiter.wait("a", start + 10s) == 0ms);
    }

    // Not that it should be called so: nobody owes attempts.
    void takingFromNothingOwesNothing() {
        AttemptLimiter limiter({1, 10s}, plenty);
        for (int i = 0; i < 5; ++i)
            limiter.take("a", start);
        QVERIFY(limiter.wait("a", start) == 10s);
    }

    void keysAreLimitedApart() {
        AttemptLimiter limiter({2, 10s}, plenty);
        QCOMPARE(takeAll(limiter, "a", start, 10), 2);
        QCOMPARE(takeAll(limiter, "A", start, 10), 2);
        QCOMPARE(takeAll(limiter, "", start, 10), 2);
        QCOMPARE(takeAll(limiter, std::string("a\0", 2), start, 10), 2);
    }

    void successForgets() {
        AttemptLimiter limiter({2, 10s}, plenty);
        QCOMPARE(takeAll(limiter, "a", start, 10), 2);
        QCOMPARE(takeAll(limiter, "b", start, 10), 2);
        limiter.forget("a");
        limiter.forget("nobody");
        QCOMPARE(takeAll(limiter, "a", start, 10), 2);
        QVERIFY(limiter.wait("b", start) == 10s);
    }

    void whoHasRecoveredGoesFirst() {
        AttemptLimiter limiter({2, 10s}, 3);
        limiter.take("recovered", start);
        limiter.take("also recovered", start);
        QCOMPARE(takeAll(limiter, "limited", start + 15s, 10), 2);
        limiter.take("new", start + 20s);
        limiter.take("newer", start + 20s);
        QVERIFY(limiter.wait("limited", start + 20s) == 5s);
    }

    // Whoever goes, the others stay limited: of 3 keys that are remembered, the newest is always one.
    void theNumberOfKeysIsBounded() {
        constexpr std::size_t maxKeys = 3;
        AttemptLimiter limiter({1, 10s}, maxKeys);
        constexpr int keys = 100;
        for (int i = 0; i < keys; ++i) {
            limiter.take(std::to_string(i), start);
            QVERIFY(limiter.wait(std::to_string(i), start) == 10s);
        }
        int remembered = 0;
        for (int i = 0; i < keys; ++i)
            remembered += limiter.wait(std::to_string(i), start) > 0ms ? 1 : 0;
        QCOMPARE(remembered, static_cast<int>(maxKeys));
    }

    void aKnownKeyNeedsNoRoom() {
        AttemptLimiter limiter({2, 10s}, 2);
        limiter.take("a", start);
        limiter.take("b", start);
        limiter.take("a", start);
        limiter.take("b", start);
        QVERIFY(limiter.wait("a", start) == 10s);
        QVERIFY(limiter.wait("b", start) == 10s);
    }
};

QTEST_APPLESS_MAIN(AttemptLimiterTest)
#include "AttemptLimiterTest.moc"
