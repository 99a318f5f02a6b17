#include "hub/IdempotencyCache.h"

#include <QTest>

#include <string>

using chinwag::hub::IdempotencyCache;
using chinwag::protocol::StreamPosition;
using namespace std::chrono_literals;

/// Every time is passed in.
class IdempotencyCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersForItsTime() {
        IdempotencyCache cache;
        QVERIFY(cache.find("a", "k", start_) == nullptr);
        cache.insert("a", "k", {7, "e"}, start_);
        const auto last = start_ + IdempotencyCache::lifetime - 1ms;
        const auto* const found = cache.find("a", "k", last);
        QVERIFY((found != nullptr && *found == StreamPosition{7, "e"}));
        QVERIFY(cache.find("a", "k", last + 1ms) == nullptr);
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void tellsChannelsAndKeysApart() {
        IdempotencyCache cache;
        cache.insert("a", "b c", {1, "e"}, start_);
        QVERIFY(cache.find("a", "b", start_) == nullptr);
        QVERIFY(cache.find("b", "b c", start_) == nullptr);
    }

    void theFirstCounts() {
        IdempotencyCache cache;
        cache.insert("a", "k", {1, "e"}, start_);
        cache.insert("a", "k", {2, "e"}, start_ + 1min);
        QCOMPARE(cache.find("a", "k", start_ + 1min)->offset, std::uint64_t{1});
        QVERIFY(cache.find("a", "k", start_ + 5min) == nullptr);
    }

    void theOldestGoesFirst() {
        IdempotencyCache cache(3);
        for (const char* key : {"1", "2", "3", "4"})
            cache.insert("a", key, {1, "e"}, start_);
        QCOMPARE(cache.size(), std::size_t{3});
        QVERIFY(cache.find("a", "1", start_) == nullptr);
        QVERIFY(cache.find("a", "2", start_) != nullptr);
    }

private:
    const IdempotencyCache::Time start_{1h};
};

QTEST_APPLESS_MAIN(IdempotencyCacheTest)
#include "IdempotencyCacheTest.moc"
