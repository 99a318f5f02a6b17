#include "net/TokenBucket.h"

#include <QTest>

using chinwag::net::TokenBucket;
using namespace std::chrono_literals;

namespace {

const std::chrono::steady_clock::time_point start{1h};

// How many single tokens can be taken at `now`, up to 1000.
int takeAll(TokenBucket& bucket, const TokenBucket::Rate& rate, std::chrono::steady_clock::time_point now) {
    int taken = 0;
    while (taken < 1000 && bucket.take(rate, now))
        ++taken;
    return taken;
}

} // namespace

class TokenBucketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rateZeroIsNoLimit() {
        TokenBucket bucket;
        QCOMPARE(takeAll(bucket, {0, 0}, start), 1000);
        QCOMPARE(takeAll(bucket, {0, 5}, start), 1000);
    }

    void startsWithItsBurst() {
        TokenBucket bucket;
        QCOMPARE(takeAll(bucket, {10, 25}, start), 25);
        QCOMPARE(takeAll(bucket, {10, 25}, start), 0);
    }

    void fillsWithTime() {
        TokenBucket bucket;
        const TokenBucket::Rate rate{10, 25};
        takeAll(bucket, rate, start);
        QCOMPARE(takeAll(bucket, rate, start + 50ms), 0);
        QCOMPARE(takeAll(bucket, rate, start + 1050ms), 10);
        QCOMPARE(takeAll(bucket, rate, start + 1h), 25);
    }

    void keepsToTheRateInTheLongRun() {
        TokenBucket bucket;
        const TokenBucket::Rate rate{7, 20};
        int taken = 0;
        for (auto now = start; now < start + 100s; now += 3ms)
            taken += takeAll(bucket, rate, now);
        QVERIFY2(taken >= 715 && taken <= 720, qPrintable(QString::number(taken)));
    }

    void takesAllOrNone() {
        TokenBucket bucket;
        const TokenBucket::Rate rate{10, 10};
        QVERIFY(!bucket.take(rate, start, 11));
        QVERIFY(bucket.take(rate, start, 10));
        QVERIFY(!bucket.take(rate, start, 1));
    }

    void burstOfZeroAllowsNothing() {
        TokenBucket bucket;
        QCOMPARE(takeAll(bucket, {10, 0}, start), 0);
        QCOMPARE(takeAll(bucket, {10, 0}, start + 1h), 0);
    }
};

QTEST_APPLESS_MAIN(TokenBucketTest)
#include "TokenBucketTest.moc"
