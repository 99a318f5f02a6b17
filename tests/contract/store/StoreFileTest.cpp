// What a store in a database is besides its contract: opened again, damaged, locked, copied, migrated.
#include "Backends.h"

#include "store/Migrations.h"
#include "store/SqlConnection.h"

#include <QFile>
#include <QSqlQuery>

#include <algorithm>
#include <cstdint>
#include <map>

using namespace chinwag::test;
using chinwag::store::migrate;
using chinwag::store::SqlConnection;
using chinwag::store::SqlLimits;
using chinwag::store::SqlText;
using chinwag::store::StoreLocation;

namespace {

StoreLocation locationOf(const QString& url) {
    return std::get<StoreLocation>(StoreLocation::parse(url));
}

// Tables, columns, indexes and triggers as text that can be compared.
QStringList schemaOf(SqlConnection& connection, bool sqlite) {
    const QString sql =
        sqlite ? QStringLiteral("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
               : QStringLiteral(
                     "SELECT table_name, column_name, concat(data_type, ' ', is_nullable, ' ', "
                     "column_default, ' ', generation_expression) FROM information_schema.columns "
                     "WHERE table_schema = 'public' UNION ALL "
                     "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
                     "ORDER BY 1, 2");
    QStringList out;
    QSqlQuery* const query = connection.prepared("schema", sql);
    if (query == nullptr || !connection.execute(*query))
        return out;
    while (query->next())
        out += query->value(0).toString() + u' ' + query->value(1).toString() + u' ' +
               query->value(2).toString().simplified();
    query->finish();
    return out;
}

} // namespace

class StoreFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackendRows(false); }
    void initTestCase() {
        const QString why = backends_.prepare();
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }

    void everythingIsThereWhenOpenedAgain() {
        const QString url = backends_.newUrl();
        auto store = openStore(url);
        QVERIFY(store != nullptr);
        QVERIFY(store->stoppedCleanly());
        QVERIFY(store->takePositions().empty());
        QCOMPARE(appendMany(*store, "chat:a", 3, "e1"), 3);
        QCOMPARE(appendMany(*store, "chat:a", 2, "e2"), 2);
        QCOMPARE(appendMany(*store, "chat:b", 9, "e1"), 9);
        valueOf<StoreNothing>([&](auto done) { store->setPositions({{"chat:c", "x", 4}}, std::move(done)); });
        valueOf<std::uint64_t>([&](auto done) {
            store->trim({"chat:b", false, 0, publication("chat:b", 50)->time}, std::move(done));
        });
        store.reset();
        store = openStore(url);
        QVERIFY(store != nullptr);
        QVERIFY(store->stoppedCleanly());
        QCOMPARE(positionsOf(*store), QByteArray("chat:a e2 2, chat:b e1 9, chat:c x 4"));
        QVERIFY(store->takePositions().empty());
        QCOMPARE(offsets(page(*store, "chat:a")), QByteArray("2 1 3 2 1"));
        QVERIFY(!append(*store, publication("chat:a", 3, "next", "e2")));
        const auto all = page(*store, "chat:a");
        QCOMPARE(offsets(all), QByteArray("3 2 1 3 2 1"));
        QVERIFY(all[0].seq > all[1].seq);
    }

    void itIsKnownWhenSomethingWasLastSaid() {
        const QString url = backends_.newUrl();
        auto store = openStore(url);
        QVERIFY(store != nullptr);
        QCOMPARE(appendMany(*store, "chat:a", 3, "e1"), 3);
        QCOMPARE(appendMany(*store, "chat:a", 1, "e2"), 1);
        auto change = publication("chat:a", 2, {}, "e2");
        change->isChange = true;
        change->time += 1'000;
        QVERIFY(!append(*store, change));
        valueOf<StoreNothing>([&](auto done) { store->setPositions({{"chat:b", "x", 4}}, std::move(done)); });
        store.reset();
        store = openStore(url);
        QVERIFY(store != nullptr);
        std::map<std::string, chinwag::hub::StoreTime> times;
        for (const auto& one : store->takePositions())
            times[one.channel] = one.lastSaid;
        const std::map<std::string, chinwag::hub::StoreTime> expected{
            {"chat:a", publication("chat:a", 1, {}, "e2")->time}, {"chat:b", 0}};
        QCOMPARE(times, expected);
    }

    void aStoreThatRefusedSomethingDidNotStopCleanly() {
        const QString url = backends_.newUrl();
        auto store = openStore(url);
        QVERIFY(store != nullptr);
        QVERIFY(!append(*store, publication("chat:a", 1)));
        auto impostor = publication("chat:a", 1);
        impostor->id = "another";
        QVERIFY(append(*store, impostor));
        store.reset();
        store = openStore(url);
        QVERIFY(store != nullptr);
        QVERIFY(!store->stoppedCleanly());
    }

    void whatWaitsIsWrittenWhenItCloses() {
        const QString url = backends_.newUrl();
        auto store = openStore(url);
        QVERIFY(store != nullptr);
        std::atomic<int> kept{0};
        for (std::uint64_t i = 1; i <= 5'000; ++i)
            store->append(publication("chat:a", i),
                          [&kept](const std::optional<StoreError>& error) { kept += error ? 0 : 1; });
        store.reset();
        QCOMPARE(kept.load(), 5'000);
        store = openStore(url);
        QVERIFY(store != nullptr && store->stoppedCleanly());
        QCOMPARE(positionsOf(*store), QByteArray("chat:a e1 5000"));
    }

    void aFullQueueIsBusyAtOnce() {
        const QString url = backends_.newUrl();
        std::atomic<int> busy{0};
        std::atomic<int> answered{0};
        {
            const auto store = openStore(url, SqlLimits{4'000, 4'096});
            QVERIFY(store != nullptr);
            for (std::uint64_t i = 1; i <= 2'000; ++i)
                store->append(publication("chat:a", i), [&](const std::optional<StoreError>& error) {
                    busy += error && error->kind == Kind::Busy && error->temporary() ? 1 : 0;
                    ++answered;
                });
        }
        QCOMPARE(answered.load(), 2'000);
        QVERIFY(busy > 0);
        QVERIFY(busy < 2'000);
    }

    // From every earlier state of the tables, with messages in them.
    void migratedTablesEqualFreshOnes() {
        const bool sqlite = backends_.isSqlite();
        SqlConnection fresh(locationOf(backends_.newUrl()));
        QVERIFY(!prepare(fresh, SIZE_MAX));
        const QStringList expected = schemaOf(fresh, sqlite);
        QVERIFY(expected.size() > 10);
        const std::size_t steps = fresh.text().migrations().size();
        QVERIFY(steps >= 4);
        for (std::size_t from = 1; from < steps; ++from) {
            const QString url = backends_.newUrl();
            {
                SqlConnection old(locationOf(url));
                QVERIFY(!prepare(old, from));
                QVERIFY(schemaOf(old, sqlite) != expected);
                QVERIFY(old.execute(QStringLiteral("INSERT INTO channel (name) VALUES ('chat:a')")));
                QVERIFY(old.execute(
                    QStringLiteral("INSERT INTO stream (channel, epoch, top) VALUES (1, 'e1', 0)")));
                QVERIFY(old.execute(QStringLiteral(
                    "INSERT INTO publication (channel, stream, position, sent, data, info, tags, message, "
                    "client, "
                    "author, words) VALUES (1, 1, 1, 5, '{}', '', '', 'm1', '', 'alice', 'kept for long')")));
                QVERIFY(!migrate(old));
                QCOMPARE(schemaOf(old, sqlite), expected);
            }
            const auto store = openStore(url);
            QVERIFY(store != nullptr);
            QCOMPARE(offsets(search(*store, "chat:a", "kept")), QByteArray("1"));
            QVERIFY(!append(*store, publication("chat:a", 2)));
            QCOMPARE(offsets(page(*store, "chat:a")), QByteArray("2 1"));
        }
    }

    void aNewerProgramsTablesAreLeftAlone() {
        const QString url = backends_.newUrl();
        {
            SqlConnection connection(locationOf(url));
            QVERIFY(!prepare(connection, SIZE_MAX));
            QVERIFY(connection.execute(
                QStringLiteral("INSERT INTO migration (number, applied) VALUES (999, 0)")));
        }
        const std::string why = whyNotOpened(url);
        QVERIFY2(why.find("newer version") != std::string::npos, why.c_str());
    }

    void bothDialectsHaveTheSameSteps() {
        QCOMPARE(SqlText(StoreLocation::Kind::Sqlite).migrations().size(),
                 SqlText(StoreLocation::Kind::PostgreSql).migrations().size());
    }

    void aLostDatabaseIsWaitedFor() {
        if (backends_.isSqlite())
            return; // a file does not go away
        const auto store = openStore(backends_.newUrl());
        QVERIFY(store != nullptr);
        QCOMPARE(appendMany(*store, "chat:a", 3), 3);
        QCOMPARE(page(*store, "chat:a").size(), std::size_t{3});
        backends_.cluster().stop();
        const auto error = append(*store, publication("chat:a", 4));
        QVERIFY(error.has_value());
        QVERIFY2(error->kind == Kind::Unavailable, error->text.c_str());
        QVERIFY(!store->state().writable);
        QVERIFY(!store->state().reason.empty());
        QCOMPARE(errorOf<Messages>([&](auto done) {
                     store->page({"chat:a", 0, 5}, std::move(done));
                 }),
                 Kind::Unavailable);
        const QString why = backends_.cluster().start();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        QVERIFY(QTest::qWaitFor([&] { return store->state().writable; }, patienceMilliseconds));
        QVERIFY(!append(*store, publication("chat:a", 5)));
        QCOMPARE(offsets(page(*store, "chat:a")), QByteArray("5 3 2 1"));
    }

private:
    static std::optional<StoreError> prepare(SqlConnection& connection, std::size_t last) {
        const auto error = connection.open();
        return error ? error : migrate(connection, last);
    }
    static QByteArray positionsOf(Store& store) {
        QByteArrayList out;
        for (const auto& one : store.takePositions())
            out += QByteArray::fromStdString(one.channel + ' ' + one.epoch + ' ' + std::to_string(one.top));
        std::sort(out.begin(), out.end());
        return out.join(", ");
    }

    Backends backends_;
};

QTEST_GUILESS_MAIN(StoreFileTest)
#include "StoreFileTest.moc"
