// What is laid down for a while holds for just that long, by a clock that moves on at every look.
#include "hub/ModerationDesk.h"
#include "UsualNamespaces.h"
#include "store/MemoryStore.h"

#include <QTest>

#include <atomic>
#include <future>
#include <optional>
#include <variant>

using namespace chinwag::hub;

class ModerationDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSanctionHoldsAsLongAsItWasMeantTo() {
        const auto mute = impose(60'000);
        QCOMPARE(mute.until.value_or(0) - mute.createdAt, 60'000);
        QVERIFY(mute.createdAt > 0);
        QVERIFY(!impose(std::nullopt).until);
    }

    void aLockdownHoldsAsLongAsItWasMeantTo() {
        const auto lockdown = lockDown(60'000);
        QCOMPARE(lockdown.until.value_or(0) - lockdown.since, 60'000);
        QVERIFY(lockdown.since > 0);
        QVERIFY(!lockDown(std::nullopt).until);
    }

private:
    Sanction impose(std::optional<StoreTime> duration) {
        Sanction sanction;
        sanction.kind = Sanction::Kind::Mute;
        sanction.target = {SanctionTarget::Kind::User, "mallory"};
        std::promise<StoreResult<Sanction>> done;
        desk_.impose(sanction, duration, {"alice", "spam"},
                     [&done](auto result) { done.set_value(std::move(result)); });
        return std::get<Sanction>(done.get_future().get());
    }

    Lockdown lockDown(std::optional<StoreTime> duration) {
        Lockdown lockdown;
        lockdown.level = Lockdown::Level::NoAnonymous;
        std::promise<StoreResult<Lockdown>> done;
        desk_.set(lockdown, duration, {"alice", "raid"},
                  [&done](auto result) { done.set_value(std::move(result)); });
        return std::get<Lockdown>(done.get_future().get());
    }

    std::atomic<StoreTime> now_ = 1'000;
    Hub hub_{{}, chinwag::test::usualNamespaces(), [this] { return now_ += 7; }};
    chinwag::store::MemoryStore store_;
    ModerationDesk desk_{hub_, store_.moderation()};
};

QTEST_GUILESS_MAIN(ModerationDeskTest)
#include "ModerationDeskTest.moc"
