// What every kind of store does with changes: edits, tombstones, erasure, retention, reports, export.
#include "Backends.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace chinwag::test;
using chinwag::hub::Erasure;
using chinwag::hub::ReadMarker;
using chinwag::hub::Report;
using chinwag::hub::Retention;

class ChangesContractTest : public QObject {
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

    void findsByChannelAndId() {
        QVERIFY(!append(*store_, publication("chat:a", 1, "mine")));
        QVERIFY(!append(*store_, publication("chat:b", 1, "other")));
        QCOMPARE(find("chat:a", "e1-1").publication.data, std::string(R"({"text":"mine"})"));
        QCOMPARE(find("chat:b", "e1-1").publication.data, std::string(R"({"text":"other"})"));
        QCOMPARE(findError("chat:a", "e1-2"), Kind::NotFound);
        QCOMPARE(findError("chat:c", "e1-1"), Kind::NotFound);
    }

    void withoutAnIdNothingIsFound() {
        auto nameless = publication("chat:a", 1);
        nameless->id.clear();
        QVERIFY(!append(*store_, nameless));
        QCOMPARE(findError("chat:a", ""), Kind::NotFound);
        QCOMPARE(redact("chat:a", ""), Kind::NotFound);
        QCOMPARE(edit("chat:a", "", "{}", ""), Kind::NotFound);
        QCOMPARE(page(*store_, "chat:a").front().state, State::Kept);
    }

    void anEditReplacesDataAndWords() {
        QVERIFY(!append(*store_, publication("chat:a", 1, "teh cat")));
        QVERIFY(!edit("chat:a", "e1-1", R"({"text":"the dog","edited":1})", "the dog"));
        const StoredMessage edited = find("chat:a", "e1-1");
        QCOMPARE(edited.state, State::Edited);
        QCOMPARE(edited.publication.data, std::string(R"({"text":"the dog","edited":1})"));
        QCOMPARE(edited.publication.user, std::string("alice"));
        QVERIFY(search(*store_, "chat:a", "cat").empty());
        QCOMPARE(search(*store_, "chat:a", "dog").size(), std::size_t{1});
        QVERIFY(!edit("chat:a", "e1-1", R"({"text":""})", ""));
        QVERIFY(search(*store_, "chat:a", "dog").empty());
        QVERIFY(!edit("chat:a", "e1-1", R"({"text":"bird"})", "bird"));
        QCOMPARE(search(*store_, "chat:a", "bird").size(), std::size_t{1});
        QCOMPARE(edit("chat:a", "e1-9", "{}", ""), Kind::NotFound);
    }

    void aRedactedMessageLeavesATombstone() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        QVERIFY(!redact("chat:a", "e1-2"));
        QVERIFY(!redact("chat:a", "e1-2"));
        const auto read = history(*store_, {"chat:a", {}, {}, 10, false});
        QCOMPARE(offsets(read.messages), QByteArray("1 2 3"));
        const StoredMessage& tombstone = read.messages[1];
        QCOMPARE(tombstone.state, State::Redacted);
        QCOMPARE(tombstone.publication.data, std::string());
        QCOMPARE(tombstone.publication.id, std::string("e1-2"));
        QCOMPARE(tombstone.publication.user, std::string("alice"));
        QCOMPARE(offsets(search(*store_, "chat:a", "hello")), QByteArray("3 1"));
        QCOMPARE(edit("chat:a", "e1-2", "{}", "hello"), Kind::NotFound);
        QCOMPARE(redact("chat:a", "e1-9"), Kind::NotFound);
    }

    void aChangeTellsWhatItsMessageIsNow() {
        QCOMPARE(appendMany(*store_, "chat:a", 2), 2);
        QVERIFY(!edit("chat:a", "e1-1", R"({"text":"first"})", "first"));
        auto change = publication("chat:a", 3);
        *change = {change->channel, change->epoch, 3, change->time, {}, {}, {}, "e1-1", {}, {}, {}, true};
        QVERIFY(!append(*store_, change));
        const auto told = [this] { return history(*store_, {"chat:a", {}, 2, 10, false}).messages.at(0); };
        QCOMPARE(told().state, State::Change);
        QCOMPARE(told().publication.id, std::string("e1-1"));
        QCOMPARE(told().publication.data, std::string(R"({"text":"first"})"));
        QVERIFY(!edit("chat:a", "e1-1", R"({"text":"second"})", "second"));
        QCOMPARE(told().publication.data, std::string(R"({"text":"second"})"));
        QVERIFY(!redact("chat:a", "e1-1"));
        QCOMPARE(told().state, State::Change);
        QCOMPARE(told().publication.data, std::string());
        // It is no message itself.
        QCOMPARE(states("chat:a"), QByteArray("KR"));
        QCOMPARE(find("chat:a", "e1-1").publication.offset, std::uint64_t{1});
        QCOMPARE(trim({"chat:a", false, 2, 0}), std::uint64_t{1});
        QCOMPARE(told().publication.data, std::string());
        QCOMPARE(findError("chat:a", "e1-1"), Kind::NotFound);
        QCOMPARE(mark("bob", "chat:a", "e1-1"), Kind::NotFound);
        QCOMPARE(report("chat:a", "e1-1", "bob", "a change"), Kind::NotFound);
    }

    void changesFollowAppendsInTheOrderOfTheCalls() {
        // All in one group, if the store makes groups.
        std::atomic<int> answered{0};
        const auto count = [&answered](const auto&) { ++answered; };
        for (std::uint64_t i = 1; i <= 40; ++i) {
            const std::string id = "e1-" + std::to_string(i);
            store_->append(publication("chat:a", i, "secret"), count);
            store_->edit("chat:a", id, "{}", "changed", count);
            if (i % 2 == 0)
                store_->redact("chat:a", id, count);
        }
        QVERIFY(QTest::qWaitFor([&] { return answered == 100; }, patienceMilliseconds));
        QVERIFY(search(*store_, "chat:a", "secret").empty());
        QCOMPARE(search(*store_, "chat:a", "changed").size(), std::size_t{20});
    }

    void aUserIsPurged() {
        fillTwoUsers();
        QCOMPARE(purge("bob", "chat:a"), std::uint64_t{2});
        QCOMPARE(states("chat:a"), QByteArray("RKRK"));
        QCOMPARE(states("chat:b"), QByteArray("KKKK"));
        QCOMPARE(purge("bob", ""), std::uint64_t{2});
        QCOMPARE(states("chat:b"), QByteArray("RKRK"));
        QCOMPARE(page(*store_, "chat:a").front().publication.user, std::string("bob"));
        QCOMPARE(purge("bob", ""), std::uint64_t{0});
        QCOMPARE(purge("nobody", ""), std::uint64_t{0});
    }

    void aUserIsErasedAndThatIsRecorded() {
        fillTwoUsers();
        QVERIFY(!mark("bob", "chat:a", "e1-1"));
        QVERIFY(!report("chat:a", "e1-1", "bob", "it names me"));
        QCOMPARE(purge("bob", "chat:a"), std::uint64_t{2});
        const auto erasure =
            valueOf<Erasure>([&](auto done) { store_->eraseUser("bob", "operator", std::move(done)); });
        QCOMPARE(erasure.messages, std::uint64_t{4});
        QCOMPARE(erasure.by, std::string("operator"));
        QVERIFY(erasure.time > 0);
        QCOMPARE(states("chat:a"), QByteArray("RKRK"));
        for (const StoredMessage& message : page(*store_, "chat:b"))
            QVERIFY(message.publication.user != "bob");
        QVERIFY(markers("bob").empty());
        const auto left = reports(10, 0);
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left[0].reporter + left[0].reason, std::string());
        const auto records =
            valueOf<std::vector<Erasure>>([&](auto done) { store_->erasures(std::move(done)); });
        QCOMPARE(records.size(), std::size_t{1});
        QCOMPARE(records[0].subject, // sha256("bob")
                 std::string("81b637d8fcd2c6da6359e6963113a1170de795e4b725b84d1e0b4cfd9ec58ce9"));
        QCOMPARE(records[0].messages, std::uint64_t{4});
    }

    void trimsByCount() {
        QCOMPARE(appendMany(*store_, "chat:a", 2'500), 2'500);
        QCOMPARE(appendMany(*store_, "chat:ab", 20), 20);
        QCOMPARE(trim({"chat:a", false, 10, 0}), std::uint64_t{2'490});
        QCOMPARE(offsets(page(*store_, "chat:a")),
                 QByteArray("2500 2499 2498 2497 2496 2495 2494 2493 2492 2491"));
        QCOMPARE(page(*store_, "chat:ab").size(), std::size_t{20});
        QCOMPARE(trim({"chat:", true, 15, 0}), std::uint64_t{5});
        QCOMPARE(search(*store_, "chat:ab", "hello").size(), std::size_t{15});
    }

    void trimsByAge() {
        QCOMPARE(appendMany(*store_, "chat:a", 8), 8);
        QCOMPARE(appendMany(*store_, "other:a", 8), 8);
        QCOMPARE(trim({"chat:", true, 0, publication("chat:a", 6)->time}), std::uint64_t{5});
        QCOMPARE(offsets(page(*store_, "chat:a")), QByteArray("8 7 6"));
        QCOMPARE(page(*store_, "other:a").size(), std::size_t{8});
        QCOMPARE(trim({"chat:", true, 0, 0}), std::uint64_t{0});
    }

    void aTrimmedChannelKeepsItsPosition() {
        QCOMPARE(appendMany(*store_, "chat:a", 5), 5);
        QCOMPARE(trim({"chat:a", false, 0, publication("chat:a", 100)->time}), std::uint64_t{5});
        const auto read = history(*store_, {"chat:a", {}, {}, 10, false});
        QVERIFY(read.messages.empty());
        QCOMPARE(read.top, std::uint64_t{5});
        QCOMPARE(read.epoch, std::string("e1"));
    }

    void reportsArePagedNewestFirst() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        QVERIFY(!report("chat:a", "e1-1", "bob", "spam"));
        QVERIFY(!report("chat:a", "e1-1", "bob", "spam, I said"));
        QVERIFY(!report("chat:a", "e1-1", "eve", "spam"));
        QVERIFY(!report("chat:a", "e1-3", "bob", "rude"));
        QCOMPARE(report("chat:a", "e1-9", "bob", "gone"), Kind::NotFound);
        const auto first = reports(2, 0);
        QCOMPARE(first.size(), std::size_t{2});
        QCOMPARE(first[0].reason, std::string("rude"));
        QCOMPARE(first[0].message.publication.id, std::string("e1-3"));
        QCOMPARE(first[0].message.publication.data, std::string(R"({"text":"hello"})"));
        QCOMPARE(first[1].reporter, std::string("eve"));
        const auto second = reports(10, first[1].number);
        QCOMPARE(second.size(), std::size_t{1});
        QCOMPARE(second[0].reason, std::string("spam"));
        QVERIFY(!redact("chat:a", "e1-3"));
        QCOMPARE(reports(1, 0)[0].message.state, State::Redacted);
        QCOMPARE(trim({"chat:a", false, 1, 0}), std::uint64_t{2});
        QCOMPARE(reports(10, 0).size(), std::size_t{1});
    }

    void isExportedAsJsonLines() {
        auto odd = publication("chat:a", 1, "x");
        odd->data = "{\n \"text\": \"line\\nend \xE2\x80\xA8\"\r}";
        odd->user = "a\"b\\c\n\xC3\xA9";
        QVERIFY(!append(*store_, odd));
        QVERIFY(!append(*store_, publication("chat:b", 1)));
        QVERIFY(!redact("chat:b", "e1-1"));
        const QString path = backends_.folder().filePath(QStringLiteral("%1.jsonl").arg(++exports_));
        std::atomic<std::uint64_t> told{0};
        const auto run = [&](auto done) {
            store_->exportTo(
                path.toStdString(), [&](std::uint64_t n, std::uint64_t) { told = n; }, std::move(done));
        };
        QCOMPARE(valueOf<std::uint64_t>(run), std::uint64_t{2});
        QCOMPARE(told.load(), std::uint64_t{2});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 3);
        const auto first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first[QLatin1String("user")].toString().toStdString(), odd->user);
        QCOMPARE(first[QLatin1String("data")][QLatin1String("text")].toString(),
                 QString::fromUtf8("line\nend \xE2\x80\xA8"));
        QCOMPARE(first[QLatin1String("offset")].toInt(), 1);
        QVERIFY(QJsonDocument::fromJson(lines[1]).object()[QLatin1String("redacted")].toBool());
        QCOMPARE(errorOf<std::uint64_t>(run), Kind::Failed); // it is there already
    }

private:
    void fillTwoUsers() {
        for (const char* const channel : {"chat:a", "chat:b"}) {
            for (std::uint64_t i = 1; i <= 4; ++i) {
                auto one = publication(channel, i);
                one->user = i % 2 == 0 ? "bob" : "alice";
                QVERIFY(!append(*store_, one));
            }
        }
    }
    // Newest first: Kept, Edited, Redacted.
    QByteArray states(const std::string& channel) {
        QByteArray out;
        for (const StoredMessage& message : page(*store_, channel))
            out += "KER"[static_cast<int>(message.state)];
        return out;
    }
    StoredMessage find(const std::string& channel, const std::string& id) {
        return valueOf<StoredMessage>([&](auto done) { store_->find(channel, id, std::move(done)); });
    }
    std::optional<Kind> findError(const std::string& channel, const std::string& id) {
        return errorOf<StoredMessage>([&](auto done) { store_->find(channel, id, std::move(done)); });
    }
    std::optional<Kind> edit(const std::string& channel, const std::string& id, const std::string& data,
                             const std::string& text) {
        return errorOf<StoreNothing>(
            [&](auto done) { store_->edit(channel, id, data, text, std::move(done)); });
    }
    std::optional<Kind> redact(const std::string& channel, const std::string& id) {
        return errorOf<StoreNothing>([&](auto done) { store_->redact(channel, id, std::move(done)); });
    }
    std::uint64_t purge(const std::string& user, const std::string& channel) {
        return valueOf<std::uint64_t>([&](auto done) { store_->purgeUser(user, channel, std::move(done)); });
    }
    std::uint64_t trim(const Retention& retention) {
        return valueOf<std::uint64_t>([&](auto done) { store_->trim(retention, std::move(done)); });
    }
    std::optional<Kind> mark(const std::string& user, const std::string& channel, const std::string& id) {
        return errorOf<StoreNothing>(
            [&](auto done) { store_->setReadMarker(user, channel, id, std::move(done)); });
    }
    std::vector<ReadMarker> markers(const std::string& user) {
        return valueOf<std::vector<ReadMarker>>(
            [&](auto done) { store_->readMarkers(user, std::move(done)); });
    }
    std::optional<Kind> report(const std::string& channel, const std::string& id, const std::string& reporter,
                               const std::string& reason) {
        return errorOf<StoreNothing>(
            [&](auto done) { store_->addReport(channel, id, reporter, reason, std::move(done)); });
    }
    std::vector<Report> reports(std::size_t limit, std::uint64_t before) {
        return valueOf<std::vector<Report>>([&](auto done) {
            store_->reports({{}, before, limit}, std::move(done));
        });
    }

    Backends backends_;
    std::unique_ptr<Store> store_;
    int exports_ = 0;
};

QTEST_GUILESS_MAIN(ChangesContractTest)
#include "ChangesContractTest.moc"
