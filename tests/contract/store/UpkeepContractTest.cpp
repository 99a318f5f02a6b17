// What operators do to a store beside a server, on every database.
#include "Backends.h"

#include "store/ExportFile.h"
#include "store/Migrations.h"
#include "store/SqlConnection.h"
#include "store/Upkeep.h"

#include <QFile>

#include <future>

using namespace chinwag::test;
using chinwag::hub::AuditEntry;
using chinwag::hub::AuditVerdict;
using chinwag::hub::Erasure;
using chinwag::store::ExportFile;
using chinwag::store::migrate;
using chinwag::store::SqlConnection;
using chinwag::store::StoreLocation;
using chinwag::store::Upkeep;
using Access = Upkeep::Access;

namespace {

StoreLocation locationOf(const QString& url) {
    return std::get<StoreLocation>(StoreLocation::parse(url));
}

std::unique_ptr<Upkeep> open(const QString& url, Access access) {
    auto opened = Upkeep::open(locationOf(url), access);
    if (const auto* const error = std::get_if<StoreError>(&opened)) {
        QTest::qFail(error->text.c_str(), __FILE__, __LINE__);
        return nullptr;
    }
    return std::get<std::unique_ptr<Upkeep>>(std::move(opened));
}

std::string whyNot(const QString& url, Access access) {
    const auto opened = Upkeep::open(locationOf(url), access);
    const auto* const error = std::get_if<StoreError>(&opened);
    return error != nullptr ? error->text : std::string();
}

bool never() {
    return false;
}

} // namespace

class UpkeepContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackendRows(false); }
    void initTestCase() {
        const QString why = backends_.prepare();
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }
    void init() {
        url_ = backends_.newUrl();
        store_ = openStore(url_);
        QVERIFY(store_ != nullptr);
    }
    void cleanup() { store_.reset(); }

    void aSecondServerIsRefused() {
        const std::string why = whyNotOpened(url_);
        QVERIFY2(why.find("in use by another server") != std::string::npos, why.c_str());
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        store_.reset();
        store_ = openStore(url_);
        QVERIFY(store_ != nullptr && store_->stoppedCleanly());
    }

    // The lock went with the connection, and comes back with it.
    void aSecondServerIsRefusedAfterTheDatabaseWasAway() {
        if (backends_.isSqlite())
            return; // a file does not go away
        backends_.cluster().stop();
        QVERIFY(append(*store_, publication("chat:a", 1)).has_value());
        const QString why = backends_.cluster().start();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        QVERIFY(QTest::qWaitFor([&] { return store_->state().writable; }, patienceMilliseconds));
        QVERIFY(whyNotOpened(url_).find("in use by another server") != std::string::npos);
    }

    void changingTakesAStoreForItself() {
        const std::string why = whyNot(url_, Access::Alone);
        QVERIFY2(why.find("in use by another server") != std::string::npos, why.c_str());
        QVERIFY(open(url_, Access::Beside) != nullptr);
        store_.reset();
        {
            const auto upkeep = open(url_, Access::Alone);
            QVERIFY(upkeep != nullptr);
            QVERIFY(whyNotOpened(url_).find("in use by another server") != std::string::npos);
        }
        store_ = openStore(url_);
        QVERIFY(store_ != nullptr && store_->stoppedCleanly());
    }

    // A command and the server put entries behind one another's.
    void theRecordIsOneChainFromBothSides() {
        const auto upkeep = open(url_, Access::Beside);
        QVERIFY(upkeep != nullptr);
        const auto entry = [](const std::string& action) {
            AuditEntry out;
            out.time = 1'000;
            out.actor = "alice";
            out.action = action;
            return out;
        };
        for (int i = 0; i < 20; ++i) {
            std::promise<StoreResult<AuditEntry>> byServer;
            store_->moderation().record(entry("server"), [&byServer](StoreResult<AuditEntry> result) {
                byServer.set_value(std::move(result));
            });
            const auto byCommand = upkeep->record(entry("command"));
            QVERIFY(std::holds_alternative<AuditEntry>(byCommand));
            QVERIFY(std::holds_alternative<AuditEntry>(byServer.get_future().get()));
        }
        const auto verdict = upkeep->verifyAudit(never);
        QVERIFY(std::holds_alternative<AuditVerdict>(verdict));
        QCOMPARE(std::get<AuditVerdict>(verdict).fault, std::string());
        QCOMPARE(std::get<AuditVerdict>(verdict).entries, std::uint64_t{40});
        chinwag::hub::AuditQuery query;
        query.action = "command";
        const auto listed = upkeep->audit(query);
        QCOMPARE(std::get<std::vector<AuditEntry>>(listed).size(), std::size_t{20});
        QVERIFY(store_->state().writable);
    }

    void whatHasNoTablesIsNoStore() {
        const QString other = backends_.newUrl();
        if (backends_.isSqlite()) {
            QFile file(locationOf(other).path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const std::string why = whyNot(other, Access::Beside);
        QVERIFY2(why.find("not a store of Chinwag") != std::string::npos, why.c_str());
    }

    void anOlderStoreIsLeftAlone() {
        const QString other = backends_.newUrl();
        {
            SqlConnection connection(locationOf(other));
            QVERIFY(!connection.open());
            QVERIFY(!migrate(connection, 2));
        }
        for (const auto access : {Access::Beside, Access::Alone}) {
            const std::string why = whyNot(other, access);
            QVERIFY2(why.find("start the server once") != std::string::npos, why.c_str());
        }
    }

    void aSoundStoreIsSound() {
        QCOMPARE(appendMany(*store_, "chat:a", 300), 300);
        QCOMPARE(appendMany(*store_, "chat:b", 20, "e1"), 20);
        QCOMPARE(appendMany(*store_, "chat:b", 20, "e2"), 20);
        valueOf<StoreNothing>([&](auto done) { store_->redact("chat:a", "e1-7", std::move(done)); });
        valueOf<StoreNothing>(
            [&](auto done) { store_->edit("chat:a", "e1-8", "1", "other words", std::move(done)); });
        valueOf<std::uint64_t>([&](auto done) { store_->trim({"chat:b", false, 10, 0}, std::move(done)); });
        const auto verdict = check();
        QCOMPARE(verdict.faults.size(), std::size_t{0});
        QCOMPARE(verdict.messages, std::uint64_t{310});
        QCOMPARE(verdict.channels, std::uint64_t{2});
    }

    void whatDoesNotFitTogetherIsFound_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QByteArray>("fault");
        const auto row = [](const char* name, const char* change, const char* fault) {
            QTest::newRow(name) << QString::fromLatin1(change) << QByteArray(fault);
        };
        row("no stream", "UPDATE publication SET stream = 77 WHERE position = 2",
            "1 messages that belong to no stream");
        row("another channel's stream", "UPDATE publication SET channel = 77",
            "3 messages that belong to no stream");
        row("no channel", "DELETE FROM channel", "1 streams that belong to no channel");
        row("disorder", "UPDATE publication SET position = 4 WHERE position = 1",
            "1 messages that stand before an earlier one");
    }
    void whatDoesNotFitTogetherIsFound() {
        QFETCH(QString, change);
        QFETCH(QByteArray, fault);
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        {
            SqlConnection connection(locationOf(url_));
            QVERIFY(!connection.open());
            QVERIFY(connection.execute(change));
        }
        const auto verdict = check();
        QVERIFY(!verdict.faults.empty());
        QVERIFY2(verdict.faults[0].starts_with(fault.toStdString()), verdict.faults[0].c_str());
    }

    void anErasureIsOnRecord() {
        auto one = publication("chat:a", 1, "unmistakable");
        one->user = "anna";
        QVERIFY(!append(*store_, one));
        QCOMPARE(appendMany(*store_, "chat:b", 300), 300);
        store_.reset();
        Erasure erasure;
        {
            const auto upkeep = open(url_, Access::Alone);
            QVERIFY(upkeep != nullptr);
            auto result = upkeep->erase("anna", "root", &never);
            QVERIFY(std::holds_alternative<Erasure>(result));
            erasure = std::get<Erasure>(std::move(result));
        }
        QCOMPARE(erasure.messages, std::uint64_t{1});
        store_ = openStore(url_);
        QVERIFY(store_ != nullptr && store_->stoppedCleanly());
        QCOMPARE(page(*store_, "chat:a")[0].state, State::Redacted);
        QCOMPARE(search(*store_, "chat:a", "unmistakable").size(), std::size_t{0});
        const auto record =
            valueOf<std::vector<Erasure>>([&](auto done) { store_->erasures(std::move(done)); });
        QCOMPARE(record.size(), std::size_t{1});
        QCOMPARE(record[0].subject, erasure.subject);
        QCOMPARE(record[0].by, std::string("root"));
        QCOMPARE(record[0].messages, std::uint64_t{1});
    }

    void whatIsStoppedSaysSo() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        store_.reset();
        const auto upkeep = open(url_, Access::Alone);
        QVERIFY(upkeep != nullptr);
        const auto stopping = [] { return true; };
        const auto erased = upkeep->erase("anna", "root", stopping);
        QVERIFY(std::holds_alternative<StoreError>(erased));
        const QString path = backends_.folder().filePath(QStringLiteral("stopped.jsonl"));
        ExportFile file(path.toStdString());
        const auto exported = upkeep->exportTo(file, {}, {}, stopping);
        QVERIFY(std::holds_alternative<StoreError>(exported));
        QVERIFY(!QFile::exists(path));
    }

    void onlyAFileIsCopied() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        const auto upkeep = open(url_, Access::Beside);
        QVERIFY(upkeep != nullptr);
        const QString path = backends_.folder().filePath(backends_.isSqlite() ? QStringLiteral("copy")
                                                                              : QStringLiteral("other"));
        const auto result = upkeep->backUpTo(path.toStdString());
        QCOMPARE(std::holds_alternative<StoreNothing>(result), backends_.isSqlite());
        if (!backends_.isSqlite())
            QVERIFY(std::get<StoreError>(result).text.find("pg_dump") != std::string::npos);
        QCOMPARE(QFile::exists(path), backends_.isSqlite());
    }

private:
    Upkeep::Verdict check() {
        const auto upkeep = open(url_, Access::Beside);
        if (!upkeep)
            return {};
        auto result = upkeep->check();
        if (const auto* const error = std::get_if<StoreError>(&result)) {
            QTest::qFail(error->text.c_str(), __FILE__, __LINE__);
            return {};
        }
        return std::get<Upkeep::Verdict>(std::move(result));
    }

    Backends backends_;
    QString url_;
    std::unique_ptr<chinwag::store::SqlStore> store_;
};

QTEST_GUILESS_MAIN(UpkeepContractTest)
#include "UpkeepContractTest.moc"
