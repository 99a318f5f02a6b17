// What the rules of operators allow, by a clock that the test turns.
#include "hub/Moderation.h"
#include "hub/AuditEntry.h"

#include <QTest>

using namespace chinwag::hub;
using chinwag::protocol::Address;
using Level = Lockdown::Level;
using TargetKind = SanctionTarget::Kind;

class ModerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        now_ = 1'000;
        moderation_ = std::make_unique<Moderation>([this] { return now_; });
    }

    void withoutRulesEverythingIsAllowed() {
        QVERIFY(!moderation_->refuseEntry(mallory()));
        QVERIFY(!moderation_->refuseSpeech(mallory(), "chat:a"));
        QVERIFY(!moderation_->takeTurn(mallory(), "chat:a"));
    }

    void targets_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isHit");
        const auto row = [](const char* name, TargetKind kind, const char* value, bool isHit) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(value) << isHit;
        };
        row("user", TargetKind::User, "mallory", true);
        row("another user", TargetKind::User, "mallory2", false);
        row("address", TargetKind::Address, "192.0.2.7", true);
        row("mapped address", TargetKind::Address, "::ffff:192.0.2.7", true);
        row("another address", TargetKind::Address, "192.0.2.8", false);
        row("network", TargetKind::Cidr, "192.0.2.99/24", true);
        row("another network", TargetKind::Cidr, "192.0.3.0/24", false);
        row("everybody", TargetKind::Cidr, "::/0", true);
        row("device", TargetKind::Device, "device-1", true);
        row("another device", TargetKind::Device, "device-2", false);
    }

    void targets() {
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(bool, isHit);
        moderation_->apply(
            sanction(1, Sanction::Kind::Ban, static_cast<TargetKind>(kind), value.toStdString()));
        QCOMPARE(moderation_->refuseEntry(mallory()).has_value(), isHit);
        const auto made = SanctionTarget::make(static_cast<TargetKind>(kind), value.toStdString());
        QCOMPARE(std::get<SanctionTarget>(made).includes(mallory()), isHit);
        // Somebody without a name or a device is not the one whose name is empty.
        QVERIFY(static_cast<TargetKind>(kind) == TargetKind::Cidr ||
                !moderation_->refuseEntry({{}, *Address::parse("203.0.113.1"), {}, false}));
    }

    void aBanEndsByTheClock() {
        auto ban = sanction(1, Sanction::Kind::Ban, TargetKind::User, "mallory");
        ban.until = 2'000;
        moderation_->apply(ban);
        const auto refused = moderation_->refuseEntry(mallory());
        QVERIFY(refused && refused->why == Refusal::Why::Banned);
        QCOMPARE(refused->until.value_or(0), 2'000);
        now_ = 2'000;
        QVERIFY(!moderation_->refuseEntry(mallory()));
        moderation_->dropOld();
        QVERIFY(moderation_->rules()->isEmpty());
    }

    void theLongestIsTold() {
        auto shorter = sanction(1, Sanction::Kind::Ban, TargetKind::User, "mallory");
        shorter.until = 2'000;
        auto longer = sanction(2, Sanction::Kind::Ban, TargetKind::Address, "192.0.2.7");
        moderation_->apply(longer);
        moderation_->apply(shorter);
        QVERIFY(!moderation_->refuseEntry(mallory())->until);
        longer.lifted = Sanction::Lift{1'000, "alice"};
        moderation_->apply(longer);
        QCOMPARE(moderation_->refuseEntry(mallory())->until.value_or(0), 2'000);
    }

    void whatHoldsInOneRoomHoldsInNoOther() {
        auto mute = sanction(1, Sanction::Kind::Mute, TargetKind::User, "mallory");
        mute.channel = "chat:a";
        moderation_->apply(mute);
        QVERIFY(moderation_->refuseSpeech(mallory(), "chat:a").has_value());
        QVERIFY(!moderation_->refuseSpeech(mallory(), "chat:b"));
        QVERIFY(!moderation_->refuseEntry(mallory()));
        auto ban = sanction(2, Sanction::Kind::Ban, TargetKind::User, "mallory");
        ban.channel = "chat:b";
        moderation_->apply(ban);
        QVERIFY(moderation_->refuseChannel(mallory(), "chat:b").has_value());
        QVERIFY(!moderation_->refuseChannel(mallory(), "chat:a"));
        QVERIFY(!moderation_->refuseEntry(mallory()));
    }

    void slowModeIsOnePersonsAndTheClocks() {
        moderation_->apply(RoomRules{"chat:a", false, 10});
        QVERIFY(!moderation_->takeTurn(mallory(), "chat:a"));
        now_ = 10'999;
        const auto refused = moderation_->takeTurn(mallory(), "chat:a");
        QVERIFY(refused && refused->why == Refusal::Why::SlowMode);
        QCOMPARE(refused->until.value_or(0), 11'000);
        QVERIFY(!moderation_->takeTurn({"bob", {}, {}, false}, "chat:a"));
        QVERIFY(!moderation_->takeTurn(mallory(), "chat:b"));
        now_ = 11'000;
        QVERIFY(!moderation_->takeTurn(mallory(), "chat:a"));
        QVERIFY(!moderation_->takeTurn({"mallory", {}, {}, true}, "chat:a"));
        moderation_->apply(RoomRules{"chat:a", false, 0});
        QVERIFY(!moderation_->takeTurn(mallory(), "chat:a"));
    }

    void aLockSparesStaff() {
        moderation_->apply(RoomRules{"chat:a", true, 0});
        QVERIFY(moderation_->refuseSpeech(mallory(), "chat:a").has_value());
        QVERIFY(!moderation_->refuseSpeech({"carol", {}, {}, true}, "chat:a"));
    }

    void lockdownByLevels() {
        const Subject nobody{{}, {}, {}, false};
        const Subject staff{"carol", {}, {}, true};
        moderation_->apply(Lockdown{Level::NoAnonymous, 2'000, "raid", "alice", 1'000});
        QVERIFY(moderation_->refuseEntry(nobody).has_value());
        QVERIFY(!moderation_->refuseEntry(mallory()));
        moderation_->apply(Lockdown{Level::NobodyNew, 2'000, "raid", "alice", 1'000});
        QVERIFY(moderation_->refuseEntry(mallory()).has_value());
        QVERIFY(!moderation_->refuseStay(mallory()));
        moderation_->apply(Lockdown{Level::StaffOnly, 2'000, "raid", "alice", 1'000});
        QVERIFY(moderation_->refuseStay(mallory()).has_value());
        QVERIFY(!moderation_->refuseStay(staff) && !moderation_->refuseEntry(staff));
        now_ = 2'000;
        QVERIFY(!moderation_->refuseEntry(nobody));
    }

    void sentencesSayWhyAndHowLong() {
        QCOMPARE(Refusal({Refusal::Why::Banned, "spam", 1'500}).sentence(),
                 std::string("You are banned until 1970-01-01T00:00:02Z: spam."));
        QCOMPARE(Refusal({Refusal::Why::Locked, {}}).sentence(), std::string("This room is locked."));
        std::string longReason(122, 'x');
        longReason += "\xC3\xBC";
        QCOMPARE(Refusal({Refusal::Why::Banned, longReason}).closeReason(), std::string(122, 'x'));
    }

    void whatIsChangedBreaksTheChain() {
        AuditEntry first;
        first.actor = "alice";
        first.action = "ban.add";
        first = chained(first, 0, {});
        const auto second = chained(first, first.seq, first.hash);
        AuditWalk sound;
        QCOMPARE(sound.take(first), std::string());
        QCOMPARE(sound.take(second), std::string());
        auto forged = first;
        forged.actor = "bob";
        QCOMPARE(AuditWalk().take(forged), std::string("entry 1 is not as it was recorded"));
        forged.hash = auditHash(forged);
        AuditWalk walk;
        QCOMPARE(walk.take(forged), std::string());
        QCOMPARE(walk.take(second), std::string("entry 2 does not follow from the one before it"));
        QCOMPARE(AuditWalk().take(second), std::string("entry 1 is missing"));
    }

private:
    static Subject mallory() { return {"mallory", *Address::parse("192.0.2.7"), "device-1", false}; }
    static Sanction sanction(std::uint64_t id, Sanction::Kind kind, TargetKind target,
                             const std::string& value) {
        Sanction out;
        out.id = id;
        out.kind = kind;
        out.target = std::get<SanctionTarget>(SanctionTarget::make(target, value));
        return out;
    }

    StoreTime now_ = 0;
    std::unique_ptr<Moderation> moderation_;
};

QTEST_GUILESS_MAIN(ModerationTest)
#include "ModerationTest.moc"
