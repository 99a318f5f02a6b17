// What SQLite's file may go through: damage, a second server, copies, strangers.
#include "StoreSupport.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chinwag::test;
using chinwag::store::StoreLocation;

class SqliteFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        path_ = folder_->filePath(QStringLiteral("it's a store.sqlite"));
    }

    void onlyItsOwnerReadsIt() {
        const auto store = openStore(path_);
        QVERIFY(store != nullptr);
        QVERIFY(!append(*store, publication("chat:a", 1)));
        for (const QString& name : files())
            QCOMPARE(QFile::permissions(name) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther),
                     QFile::Permissions());
    }

    void aSecondServerIsKeptOff() {
        auto store = openStore(path_);
        QVERIFY(store != nullptr);
        const std::string why = whyNotOpened(path_);
        QVERIFY2(why.find("in use by another server") != std::string::npos, why.c_str());
        store.reset();
        QCOMPARE(whyNotOpened(path_), std::string());
    }

    void whatIsNoDatabaseIsRefused() {
        QFile file(path_);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QByteArray(10'000, 'x')) == 10'000);
        file.close();
        const std::string why = whyNotOpened(path_);
        QVERIFY2(why.find("not a database") != std::string::npos, why.c_str());
        QVERIFY2(why.find(path_.toStdString()) != std::string::npos, why.c_str());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(10'000, 'x'));
    }

    void aDamagedFileIsRefused() {
        auto store = openStore(path_);
        QVERIFY(store != nullptr);
        QCOMPARE(appendMany(*store, "chat:a", 3'000), 3'000);
        store.reset();
        QFile file(path_);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(size > 400'000);
        QVERIFY(file.seek(size / 2));
        QVERIFY(file.write(QByteArray(100'000, '\xA5')) == 100'000);
        file.close();
        const std::string why = whyNotOpened(path_);
        QVERIFY2(why.find("damaged") != std::string::npos, why.c_str());
        QVERIFY2(why.find("restore a backup") != std::string::npos, why.c_str());
    }

    void aFolderThatIsNotThereIsNamed() {
        const QString path = folder_->filePath(QStringLiteral("missing/store.sqlite"));
        const std::string why = whyNotOpened(path);
        QVERIFY2(why.find(path.toStdString()) != std::string::npos, why.c_str());
    }

    void isCopiedWhileInUse() {
        const auto store = openStore(path_);
        QVERIFY(store != nullptr);
        QCOMPARE(appendMany(*store, "chat:a", 2'000), 2'000);
        std::atomic<int> kept{0};
        for (std::uint64_t i = 1; i <= 2'000; ++i)
            store->append(publication("chat:b", i),
                          [&kept](const std::optional<StoreError>& error) { kept += error ? 0 : 1; });
        const QString copy = folder_->filePath(QStringLiteral("copy.sqlite"));
        const auto backUp = [&](auto done) { store->backupTo(copy.toStdString(), std::move(done)); };
        QCOMPARE(errorOf<StoreNothing>(backUp), std::nullopt);
        QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(errorOf<StoreNothing>(backUp), Kind::Failed); // it is there already
        QVERIFY(QTest::qWaitFor([&] { return kept == 2'000; }, patienceMilliseconds));
        const auto other = openStore(copy);
        QVERIFY(other != nullptr);
        QCOMPARE(page(*other, "chat:a", 0, 5'000).size(), std::size_t{2'000});
        QCOMPARE(search(*other, "chat:a", "hello", 0, 5'000).size(), std::size_t{2'000});
    }

    void whatIsErasedLeavesTheFiles() {
        const auto store = openStore(path_);
        QVERIFY(store != nullptr);
        // The index of words is in several pieces by then.
        for (std::uint64_t i = 1; i <= 40; ++i)
            QVERIFY(!append(*store, publication("chat:a", i, "word" + std::to_string(i))));
        auto one = publication("chat:a", 41, "unmistakable");
        one->user = "unmistakable-user";
        one->data = R"("the unmistakable text")";
        QVERIFY(!append(*store, one));
        QCOMPARE(appendMany(*store, "chat:b", 3'000), 3'000);
        QVERIFY(holds("unmistakable"));
        const auto erasure = valueOf<chinwag::hub::Erasure>(
            [&](auto done) { store->eraseUser("unmistakable-user", "op", std::move(done)); });
        QCOMPARE(erasure.messages, std::uint64_t{1});
        QVERIFY(!holds("unmistakable"));
        QCOMPARE(search(*store, "chat:b", "hello", 0, 5'000).size(), std::size_t{3'000});
        QCOMPARE(offsets(search(*store, "chat:a", "word7")), QByteArray("7"));
    }

    void aLocationIsRead_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown"); // empty: refused
        QTest::newRow("a path") << "/var/lib/x.sqlite"
                                << "/var/lib/x.sqlite";
        QTest::newRow("a relative path") << "x.sqlite"
                                         << "x.sqlite";
        QTest::newRow("sqlite:") << "sqlite:/var/x"
                                 << "/var/x";
        QTest::newRow("sqlite:///") << "sqlite:///var/x"
                                    << "/var/x";
        QTest::newRow("no path") << "sqlite:"
                                 << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("a folder") << "/var/lib/"
                                  << "";
        QTest::newRow("another database") << "mysql://host/db"
                                          << "";
        QTest::newRow("postgresql") << "postgresql://u:secret@db.example:6000/chat"
                                    << "postgresql://db.example:6000/chat";
        QTest::newRow("postgres") << "postgres://db.example/chat"
                                  << "postgresql://db.example:5432/chat";
        QTest::newRow("a socket") << "postgresql:///chat?host=/run/pg"
                                  << "postgresql:///run/pg:5432/chat";
        QTest::newRow("no database") << "postgresql://db.example"
                                     << "";
        QTest::newRow("an option within an option") << "postgresql://h/d?sslmode=a;b"
                                                    << "";
        QTest::newRow("a quote in an option") << "postgresql://h/d?sslmode=%27"
                                              << "";
        QTest::newRow("no URL") << "postgresql://h:port/d"
                                << "";
    }
    void aLocationIsRead() {
        QFETCH(const QString, url);
        QFETCH(const QString, shown);
        const auto location = StoreLocation::parse(url);
        if (const auto* const wrong = std::get_if<QString>(&location)) {
            QVERIFY(!wrong->isEmpty());
            QVERIFY2(shown.isEmpty(), qPrintable(*wrong));
            return;
        }
        QCOMPARE(std::get<StoreLocation>(location).toString(), shown);
    }

private:
    QStringList files() const { return {path_, path_ + QStringLiteral("-wal")}; }
    bool holds(const QByteArray& text) const {
        for (const QString& name : files()) {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    QString path_;
};

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "SqliteFileTest.moc"
