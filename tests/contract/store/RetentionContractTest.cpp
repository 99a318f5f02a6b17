// Retention in all channels, on every kind of store, and that nobody waits for it.
#include "Backends.h"

#include <atomic>
#include <string_view>

using namespace chinwag::test;
using chinwag::hub::RetentionLimits;
using chinwag::hub::RetentionRule;

class RetentionContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackendRows(true); }
    void initTestCase() {
        const QString why = backends_.prepare();
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }
    void init() {
        store_ = backends_.make();
        QVERIFY(store_ != nullptr);
    }
    void cleanup() { store_.reset(); }

    void everyChannelHasItsOwnLimits() {
        for (const char* const channel : {"chat:a", "chat:b", "score:a", "c"})
            QCOMPARE(appendMany(*store_, channel, 600), 600);
        const auto middle = publication("x", 301)->time;
        const RetentionRule rule = [middle](std::string_view channel) {
            if (channel == "chat:a")
                return RetentionLimits{5, 0};
            if (channel.starts_with("score:"))
                return RetentionLimits{0, middle};
            return channel == "c" ? RetentionLimits{500, middle} : RetentionLimits();
        };
        QCOMPARE(trimAll(rule), std::uint64_t{595 + 300 + 300});
        QCOMPARE(offsets(page(*store_, "chat:a")), QByteArray("600 599 598 597 596"));
        QCOMPARE(page(*store_, "chat:b", 0, 1'000).size(), std::size_t{600});
        QCOMPARE(page(*store_, "score:a", 0, 1'000).size(), std::size_t{300});
        QCOMPARE(page(*store_, "c", 0, 1'000).size(), std::size_t{300});
        QCOMPARE(trimAll(rule), std::uint64_t{0});
        QVERIFY(!append(*store_, publication("chat:a", 601)));
        QCOMPARE(trimAll(rule), std::uint64_t{1});
        QCOMPARE(trimAll([](std::string_view) { return RetentionLimits(); }), std::uint64_t{0});
    }

    void manyChannelsAreLookedThrough() {
        std::atomic<int> kept{0};
        for (int channel = 0; channel < 450; ++channel) {
            for (std::uint64_t offset = 1; offset <= 2; ++offset)
                store_->append(publication("chat:" + std::to_string(channel), offset),
                               [&kept](const auto& error) { kept += error ? 0 : 1; });
        }
        QVERIFY(QTest::qWaitFor([&] { return kept == 900; }, patienceMilliseconds));
        QCOMPARE(trimAll([](std::string_view) { return RetentionLimits{1, 0}; }), std::uint64_t{450});
    }

    // However much there is to delete, somebody who publishes gets in between again and again.
    void publishersGetInBetween() {
        QFETCH_GLOBAL(QString, kind);
        if (kind == u"memory")
            return; // it has nothing to wait for
        constexpr int old = 10'000;
        QCOMPARE(appendMany(*store_, "chat:old", old), old);
        std::atomic<bool> done{false};
        std::atomic<int> between{0};
        std::atomic<int> open{1};
        // Each is published when the one before is on disk.
        std::function<void(std::uint64_t)> next = [&](std::uint64_t offset) {
            store_->append(publication("chat:new", offset), [&, offset](const auto& error) {
                if (error || done) {
                    --open;
                    return;
                }
                ++between;
                next(offset + 1);
            });
        };
        next(1);
        const auto deleted = trimAll(
            [&](std::string_view channel) {
                return channel == "chat:old" ? RetentionLimits{1, 0} : RetentionLimits();
            },
            [&] { done = true; });
        QCOMPARE(deleted, std::uint64_t{old - 1});
        QVERIFY(QTest::qWaitFor([&] { return open == 0; }, patienceMilliseconds));
        // At most 250 are deleted at once.
        QVERIFY2(between >= old / 250 - 2, qPrintable(QString::number(between)));
        QCOMPARE(page(*store_, "chat:old").size(), std::size_t{1});
    }

private:
    std::uint64_t trimAll(const RetentionRule& rule, const std::function<void()>& ended = {}) {
        return valueOf<std::uint64_t>([&](auto done) {
            store_->trimAll(rule, [done, ended](StoreResult<std::uint64_t> result) {
                if (ended)
                    ended();
                done(std::move(result));
            });
        });
    }

    Backends backends_;
    std::unique_ptr<Store> store_;
};

QTEST_GUILESS_MAIN(RetentionContractTest)
#include "RetentionContractTest.moc"
