// What every kind of store does with the rules of operators, and with the record of what they did.
#include "Backends.h"

#include "hub/ModerationStore.h"

using namespace chinwag::test;
using chinwag::hub::AuditEntry;
using chinwag::hub::AuditVerdict;
using chinwag::hub::Lockdown;
using chinwag::hub::ModerationState;
using chinwag::hub::PurgedMessages;
using chinwag::hub::Report;
using chinwag::hub::RoomRules;
using chinwag::hub::Sanction;
using chinwag::hub::SanctionColumn;
using chinwag::hub::SanctionPage;
using chinwag::hub::SanctionQuery;
using chinwag::hub::SanctionTarget;

class ModerationContractTest : public QObject {
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

    void sanctionsAreKeptWithAllTheyHold() {
        auto sanction = sanctionOf(Sanction::Kind::Ban, "mallory");
        sanction.channel = "chat:den";
        sanction.until = 5'000;
        sanction.note = "third time, 100% sure";
        const auto added = add(sanction);
        QVERIFY(added.id > 0);
        const auto state = load(1'000);
        QCOMPARE(state.sanctions.size(), std::size_t{1});
        const auto& read = state.sanctions.front();
        QCOMPARE(read.id, added.id);
        QVERIFY(read.target == sanction.target);
        QCOMPARE(read.channel, sanction.channel);
        QCOMPARE(read.until.value_or(0), 5'000);
        QCOMPARE(read.reason, std::string("spam"));
        QCOMPARE(read.note, sanction.note);
        QCOMPARE(read.by, std::string("alice"));
        QVERIFY(!read.lifted);
        QVERIFY(load(5'000).sanctions.empty());
    }

    void whatIsLiftedHoldsNoMore() {
        const auto id = add(sanctionOf(Sanction::Kind::Mute, "mallory")).id;
        QCOMPARE(lift(Sanction::Kind::Ban, id), Kind::NotFound);
        QCOMPARE(lift(Sanction::Kind::Mute, id + 1), Kind::NotFound);
        QVERIFY(!lift(Sanction::Kind::Mute, id));
        QCOMPARE(lift(Sanction::Kind::Mute, id), Kind::Refused);
        QVERIFY(load(1'000).sanctions.empty());
        SanctionQuery query;
        query.kind = Sanction::Kind::Mute;
        const auto all = list(query);
        QCOMPARE(all.total, std::uint64_t{1});
        QCOMPARE(all.sanctions.front().lifted.value().by, std::string("bob"));
        query.activeAt = 1'000;
        QCOMPARE(list(query).total, std::uint64_t{0});
    }

    void listsAreFilteredSortedAndPaged() {
        for (const auto* const user : {"carol", "alice", "50%_off", "bob"})
            add(sanctionOf(Sanction::Kind::Ban, user));
        SanctionQuery query;
        query.text = "%_O";
        QCOMPARE(users(list(query)), QByteArray("50%_off"));
        query.text.clear();
        QCOMPARE(users(list(query)), QByteArray("bob 50%_off alice carol"));
        query.sort = SanctionColumn::Target;
        query.descending = false;
        query.limit = 2;
        query.offset = 1;
        const auto page = list(query);
        QCOMPARE(page.total, std::uint64_t{4});
        QCOMPARE(users(page), QByteArray("alice bob"));
    }

    void theLatestRulesOfARoomCount() {
        set(RoomRules{"chat:a", true, 0});
        set(RoomRules{"chat:b", false, 10});
        set(RoomRules{"chat:a", true, 30});
        set(RoomRules{"chat:b", false, 0});
        const auto state = load(0);
        QCOMPARE(state.rooms.size(), std::size_t{1});
        QVERIFY((state.rooms.front() == RoomRules{"chat:a", true, 30}));
        const auto entries = audit({});
        QCOMPARE(entries.size(), std::size_t{4});
        QVERIFY(entries[1].before.find("\"slow_seconds\":0") != std::string::npos);
        QVERIFY(entries[1].after.find("\"slow_seconds\":30") != std::string::npos);
    }

    void theLatestLockdownCounts() {
        QVERIFY(load(0).lockdown.level == Lockdown::Level::None);
        set(Lockdown{Lockdown::Level::StaffOnly, {}, "raid", "alice", 1});
        set(Lockdown{Lockdown::Level::NoAnonymous, 9, "calmer", "bob", 2});
        const auto lockdown = load(0).lockdown;
        QVERIFY(lockdown.level == Lockdown::Level::NoAnonymous);
        QCOMPARE(lockdown.until.value_or(0), 9);
        QCOMPARE(lockdown.reason, std::string("calmer"));
        QCOMPARE(lockdown.by, std::string("bob"));
    }

    void aPurgeSaysWhatItRedactedAndGoesOnRecord() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        QCOMPARE(appendMany(*store_, "chat:b", 2), 2);
        QVERIFY(!errorOf<StoreNothing>(
            [&](auto done) { rules().redact("chat:a", "e1-1", entry("message.redact"), std::move(done)); }));
        QCOMPARE(errorOf<StoreNothing>([&](auto done) {
                     rules().redact("chat:a", "e1-9", entry("message.redact"), std::move(done));
                 }),
                 Kind::NotFound);
        QCOMPARE(count("alice", ""), std::uint64_t{4});
        QCOMPARE(count("alice", "chat:b"), std::uint64_t{2});
        const auto purged = valueOf<PurgedMessages>(
            [&](auto done) { rules().purge("alice", "chat:a", entry("user.purge"), std::move(done)); });
        QCOMPARE(purged.count, std::uint64_t{2});
        QVERIFY((purged.ids.at("chat:a") == std::deque<std::string>{"e1-2", "e1-3"}));
        QCOMPARE(count("alice", ""), std::uint64_t{2});
        const auto entries = audit({});
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries.front().after, std::string("{\"messages\":2}"));
    }

    void aReportIsResolvedOnce() {
        QCOMPARE(appendMany(*store_, "chat:a", 1), 1);
        QVERIFY(!errorOf<StoreNothing>(
            [&](auto done) { store_->addReport("chat:a", "e1-1", "bob", "spam", std::move(done)); }));
        QCOMPARE(resolve(2), Kind::NotFound);
        QVERIFY(!resolve(1));
        QCOMPARE(resolve(1), Kind::Refused);
        using Wanted = chinwag::hub::ReportQuery::State;
        QVERIFY(reports(Wanted::Open).empty());
        const auto resolved = reports(Wanted::Resolved);
        QCOMPARE(resolved.size(), std::size_t{1});
        QVERIFY(resolved.front().outcome == Report::Outcome::Acted);
        QCOMPARE(resolved.front().resolvedBy, std::string("alice"));
        QCOMPARE(resolved.front().resolvedAt, 7);
    }

    void theRecordIsAChain() {
        QVERIFY(verify().fault.empty());
        const auto first = record(entry("log-in"));
        QCOMPARE(first.previous, std::string(chinwag::hub::firstAuditLink));
        auto odd = entry("odd");
        odd.reason = std::string("\xEF\xBB\xBF") + "f\xC3\xBC\xC3\x9F \"e\" \\ \n" + std::string(1, '\0');
        const auto second = record(odd);
        QCOMPARE(second.seq, std::uint64_t{2});
        QCOMPARE(second.previous, first.hash);
        const auto verdict = verify();
        QCOMPARE(verdict.fault, std::string());
        QCOMPARE(verdict.entries, std::uint64_t{2});
        QCOMPARE(verdict.hash, second.hash);
    }

    void theRecordIsFiltered() {
        for (const auto* const action : {"ban.add", "ban.lift", "banana", "mute.add"})
            record(entry(action));
        QCOMPARE(audit({{}, "ban.add", {}, {}, {}, 0, 50}).size(), std::size_t{1});
        QCOMPARE(audit({{}, "ban.", {}, {}, {}, 0, 50}).size(), std::size_t{2});
        QCOMPARE(audit({"alice", {}, "MALL", 1'000, 1'001, 0, 50}).size(), std::size_t{4});
        QCOMPARE(audit({"alice", {}, {}, 1'001, {}, 0, 50}).size(), std::size_t{0});
        const auto page = audit({{}, {}, {}, {}, {}, 4, 2});
        QCOMPARE(page.size(), std::size_t{2});
        QCOMPARE(page.front().seq, std::uint64_t{3});
    }

private:
    chinwag::hub::ModerationStore& rules() { return store_->moderation(); }
    static AuditEntry entry(const std::string& action) {
        AuditEntry out;
        out.time = 1'000;
        out.actor = "alice";
        out.action = action;
        out.target = "user mallory";
        return out;
    }
    static Sanction sanctionOf(Sanction::Kind kind, const std::string& user) {
        Sanction out;
        out.kind = kind;
        out.target = {SanctionTarget::Kind::User, user};
        out.createdAt = 500;
        out.reason = "spam";
        out.by = "alice";
        return out;
    }
    Sanction add(const Sanction& sanction) {
        return valueOf<Sanction>([&](auto done) { rules().add(sanction, entry("add"), std::move(done)); });
    }
    std::optional<Kind> lift(Sanction::Kind kind, std::uint64_t id) {
        return errorOf<Sanction>([&](auto done) {
            rules().lift(kind, id, {900, "bob"}, entry("lift"), std::move(done));
        });
    }
    ModerationState load(chinwag::hub::StoreTime now) {
        return valueOf<ModerationState>([&](auto done) { rules().load(now, std::move(done)); });
    }
    SanctionPage list(const SanctionQuery& query) {
        return valueOf<SanctionPage>([&](auto done) { rules().sanctions(query, std::move(done)); });
    }
    static QByteArray users(const SanctionPage& page) {
        QByteArrayList names;
        for (const auto& one : page.sanctions)
            names << QByteArray::fromStdString(one.target.value);
        return names.join(' ');
    }
    void set(const RoomRules& room) {
        valueOf<RoomRules>([&](auto done) { rules().set(room, entry("room"), std::move(done)); });
    }
    void set(const Lockdown& lockdown) {
        valueOf<Lockdown>([&](auto done) { rules().set(lockdown, entry("lockdown"), std::move(done)); });
    }
    std::uint64_t count(const std::string& user, const std::string& channel) {
        return valueOf<std::uint64_t>(
            [&](auto done) { rules().countMessages(user, channel, std::move(done)); });
    }
    std::optional<Kind> resolve(std::uint64_t number) {
        return errorOf<StoreNothing>([&](auto done) {
            rules().resolve({number, Report::Outcome::Acted, "alice", "banned", 7}, entry("resolve"),
                            std::move(done));
        });
    }
    std::vector<Report> reports(chinwag::hub::ReportQuery::State state) {
        return valueOf<std::vector<Report>>([&](auto done) {
            store_->reports({state, 0, 10}, std::move(done));
        });
    }
    AuditEntry record(const AuditEntry& one) {
        return valueOf<AuditEntry>([&](auto done) { rules().record(one, std::move(done)); });
    }
    std::vector<AuditEntry> audit(const chinwag::hub::AuditQuery& query) {
        return valueOf<std::vector<AuditEntry>>([&](auto done) { rules().audit(query, std::move(done)); });
    }
    AuditVerdict verify() {
        return valueOf<AuditVerdict>([&](auto done) { rules().verifyAudit(std::move(done)); });
    }

    Backends backends_;
    std::unique_ptr<Store> store_;
};

QTEST_GUILESS_MAIN(ModerationContractTest)
#include "ModerationContractTest.moc"
