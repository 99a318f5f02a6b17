#include "sdk/Backoff.h"

#include <QTest>

#include <array>

using chinwag::sdk::Backoff;
using std::chrono::milliseconds;

class BackoffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsOfOneChance_data() {
        QTest::addColumn<double>("chance");
        QTest::addColumn<QList<int>>("waits");
        QTest::newRow("lowest is the floor") << 0.0 << QList<int>{200, 200, 200, 200, 200, 200, 200};
        QTest::newRow("middle") << 0.5 << QList<int>{500, 1000, 2000, 4000, 8000, 15000, 15000};
        QTest::newRow("just below the cap")
            << 0.9999999 << QList<int>{1000, 2000, 4000, 8000, 16000, 30000, 30000};
    }
    void waitsOfOneChance() {
        QFETCH(const double, chance);
        QFETCH(const QList<int>, waits);
        Backoff backoff(Backoff::Span{}, [chance] { return chance; });
        for (const int wait : waits)
            QCOMPARE(backoff.next(), milliseconds(wait));
    }

    void everyWaitIsThrownAnew() {
        std::array<double, 3> chances{0.9, 0.3, 0.6};
        std::size_t at = 0;
        Backoff backoff({milliseconds(0), milliseconds(100), milliseconds(400)},
                        [&] { return chances.at(at++); });
        QCOMPARE(backoff.next(), milliseconds(90));
        QCOMPARE(backoff.next(), milliseconds(60));
        QCOMPARE(backoff.next(), milliseconds(240));
    }

    void resetBeginsAnew() {
        Backoff backoff(Backoff::Span{}, [] { return 0.5; });
        backoff.next();
        backoff.next();
        backoff.reset();
        QCOMPARE(backoff.next(), milliseconds(500));
    }

    void neverOverflows() {
        Backoff backoff(Backoff::Span{}, [] { return 1.0; });
        for (int i = 0; i < 100'000; ++i) {
            const auto wait = backoff.next();
            QVERIFY(wait >= milliseconds(200));
            QVERIFY(wait <= milliseconds(30'000));
        }
    }

    void aFloorAboveTheCapWins() {
        Backoff backoff({milliseconds(50), milliseconds(10), milliseconds(20)}, [] { return 1.0; });
        QCOMPARE(backoff.next(), milliseconds(50));
    }

    void theDefaultIsRandom() {
        QSet<qint64> seen;
        for (int i = 0; i < 50; ++i) {
            Backoff backoff;
            for (int attempt = 0; attempt < 6; ++attempt)
                backoff.next();
            seen.insert(backoff.next().count());
        }
        QVERIFY(seen.size() > 10);
    }
};

QTEST_APPLESS_MAIN(BackoffTest)
#include "tst_backoff.moc"
