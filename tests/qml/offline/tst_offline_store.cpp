#include "offline/SqliteStore.h"
#include "support/Wait.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using chinwag::offline::SqliteStore;
using namespace chinwag::sdk;

namespace {

constexpr qint64 firstMs = 1'700'000'000'000;

const QString& lobby() {
    static const QString room = QStringLiteral("chat:lobby");
    return room;
}

QUrl server() {
    return QUrl(QStringLiteral("wss://chat.example.org"));
}

QString me() {
    return QStringLiteral("Robin");
}

Publication message(int number, const QString& text = QStringLiteral("hello")) {
    Publication out;
    out.id = QStringLiteral("m%1").arg(number);
    out.at = QDateTime::fromMSecsSinceEpoch(firstMs + number);
    out.nick = QStringLiteral("Ada");
    out.text = text;
    return out;
}

Publication change(int number, Publication::Kind kind, const QString& text = {}) {
    Publication out = message(number, text);
    out.at = QDateTime::fromMSecsSinceEpoch(firstMs + 1'000'000);
    out.kind = kind;
    return out;
}

KeptOutgoing outgoing(const QString& clientId, const QString& text) {
    KeptOutgoing out;
    out.item = {0, lobby(), text, clientId, {}};
    out.writtenAt = QDateTime::fromMSecsSinceEpoch(firstMs);
    return out;
}

Resume standing(quint64 offset) {
    Resume out;
    out.known = true;
    out.offset = offset;
    out.epoch = QStringLiteral("e1");
    out.newestId = QStringLiteral("m%1").arg(offset);
    return out;
}

QStringList idsOf(const QList<Publication>& messages) {
    QStringList out;
    for (const Publication& each : messages)
        out << each.id;
    return out;
}

} // namespace

class OfflineStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> home_;

    QString folder() const { return home_->filePath(QStringLiteral("data/offline")); }

    // As the program finds it when it starts the next time.
    Kept reopened() const {
        SqliteStore store(folder());
        return store.open(server(), me());
    }

private Q_SLOTS:
    void init() { home_ = std::make_unique<QTemporaryDir>(); }

    void theFirstTimeThereIsNothing() {
        SqliteStore store(folder());
        const QSignalSpy failed(&store, &OfflineStore::failed);
        const Kept kept = store.open(server(), me());
        QVERIFY(kept.device.isEmpty() && kept.rooms.isEmpty() && kept.outbox.isEmpty());
        QVERIFY(failed.isEmpty());
    }

    void onlyItsUserMayReadIt() {
        SqliteStore store(folder());
        store.open(server(), me());
        const QString file = store.fileFor(server(), me());
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                            QFileDevice::WriteOther;
        for (const QString& path : {folder(), file, QString(file + QStringLiteral("-wal"))}) {
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
            QVERIFY2((QFileInfo(path).permissions() & others) == 0, qPrintable(path));
        }
    }

    void messagesComeBackInTheirOrder() {
        {
            SqliteStore store(folder());
            store.open(server(), me());
            Publication third = message(3, QStringLiteral("third – ü, 🍕, \"'; DROP"));
            third.replyTo = QStringLiteral("m1");
            third.user = QStringLiteral("ada@example");
            third.own = third.edited = true;
            third.kind = Publication::Kind::Notice;
            store.keep(lobby(), {third}, standing(3));
            store.keep(lobby(), {message(1), message(2)}, standing(3)); // an older page
        }
        const Kept kept = reopened();
        QCOMPARE(kept.rooms.size(), 1);
        const KeptRoom& room = kept.rooms.first();
        QCOMPARE(room.room, lobby());
        QVERIFY(room.resume.known);
        QCOMPARE(room.resume.offset, 3);
        QCOMPARE(room.resume.epoch, QStringLiteral("e1"));
        QCOMPARE(room.resume.newestId, QStringLiteral("m3"));
        QCOMPARE(idsOf(room.messages),
                 QStringList({QStringLiteral("m1"), QStringLiteral("m2"), QStringLiteral("m3")}));
        const Publication& third = room.messages.last();
        QCOMPARE(third.text, QStringLiteral("third – ü, 🍕, \"'; DROP"));
        QCOMPARE(third.at, message(3).at);
        QCOMPARE(third.nick, QStringLiteral("Ada"));
        QCOMPARE(third.user, QStringLiteral("ada@example"));
        QCOMPARE(third.replyTo, QStringLiteral("m1"));
        QVERIFY(third.own && third.edited && third.kind == Publication::Kind::Notice);
    }

    void changesAreKept() {
        {
            SqliteStore store(folder());
            store.open(server(), me());
            store.keep(lobby(), {message(1, QStringLiteral("first")), message(2, QStringLiteral("secret"))},
                       {});
            using Kind = Publication::Kind;
            store.keep(lobby(),
                       {change(1, Kind::Edited, QStringLiteral("better")), change(2, Kind::Redacted),
                        change(2, Kind::Edited, QStringLiteral("too late")), change(9, Kind::Redacted)},
                       {});
            store.keep(lobby(), {message(2, QStringLiteral("secret"))}, {}); // an old copy
        }
        const Kept kept = reopened();
        const QList<Publication>& messages = kept.rooms.first().messages;
        QCOMPARE(idsOf(messages), QStringList({QStringLiteral("m1"), QStringLiteral("m2")}));
        QCOMPARE(messages.at(0).text, QStringLiteral("better"));
        QVERIFY(messages.at(0).edited);
        QVERIFY(messages.at(1).text.isEmpty());
        QCOMPARE(messages.at(1).kind, Publication::Kind::Redacted);
        QVERIFY(!kept.rooms.first().resume.known);
    }

    void whatIsTakenBackLeavesTheDisk() {
        SqliteStore store(folder());
        store.open(server(), me());
        const QString secret = QStringLiteral("the word is swordfish");
        store.keep(lobby(), {message(1, secret)}, {});
        store.keep(lobby(), {change(1, Publication::Kind::Redacted)}, {});
        store.close(); // the last one that closes it folds the journal in
        for (const QString& name : QDir(folder()).entryList(QDir::Files)) {
            QFile file(folder() + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret.toUtf8()), qPrintable(name));
        }
    }

    void onlyTheEndOfARoomIsKept() {
        {
            SqliteStore store(folder());
            store.open(server(), me());
            for (int i = 0; i < 1'000; i += 10) {
                QList<Publication> some;
                for (int j = i; j < i + 10; ++j)
                    some.append(message(j));
                store.keep(lobby(), some, {});
            }
        }
        const QList<Publication> messages = reopened().rooms.first().messages;
        QCOMPARE(messages.size(), 200);
        QCOMPARE(messages.first().id, QStringLiteral("m800"));
        QCOMPARE(messages.last().id, QStringLiteral("m999"));
        const QFileInfo file(SqliteStore(folder()).fileFor(server(), me()));
        QVERIFY2(file.size() < 200'000, qPrintable(QString::number(file.size())));
    }

    void theOutboxKeepsItsOrderAndItsState() {
        {
            SqliteStore store(folder());
            store.open(server(), me());
            store.setDevice(QStringLiteral("dev"));
            KeptOutgoing first = outgoing(QStringLiteral("a"), QStringLiteral("one"));
            store.put(first);
            store.put(outgoing(QStringLiteral("b"), QStringLiteral("two")));
            store.put(outgoing(QStringLiteral("c"), QStringLiteral("three")));
            first.sentAt = QDateTime::fromMSecsSinceEpoch(firstMs + 5);
            store.put(first);
            KeptOutgoing third = outgoing(QStringLiteral("c"), QStringLiteral("three"));
            third.failed = true;
            store.put(third);
            store.drop(QStringLiteral("b"));
            store.drop(QStringLiteral("unknown"));
        }
        const Kept kept = reopened();
        QCOMPARE(kept.device, QStringLiteral("dev"));
        QCOMPARE(kept.outbox.size(), 2);
        QCOMPARE(kept.outbox.at(0).item.clientId, QStringLiteral("a"));
        QCOMPARE(kept.outbox.at(0).item.room, lobby());
        QCOMPARE(kept.outbox.at(0).item.text, QStringLiteral("one"));
        QCOMPARE(kept.outbox.at(0).sentAt.toMSecsSinceEpoch(), firstMs + 5);
        QVERIFY(!kept.outbox.at(0).failed);
        QVERIFY(kept.outbox.at(1).sentAt.isNull());
        QVERIFY(kept.outbox.at(1).failed);
    }

    void aRoomThatOneLeftIsForgotten() {
        {
            SqliteStore store(folder());
            store.open(server(), me());
            store.keep(lobby(), {message(1)}, standing(1));
            store.keep(QStringLiteral("chat:attic"), {message(1)}, standing(1));
            store.put(outgoing(QStringLiteral("a"), QStringLiteral("one")));
            store.forgetRoom(lobby());
        }
        const Kept kept = reopened();
        QCOMPARE(kept.rooms.size(), 1);
        QCOMPARE(kept.rooms.first().room, QStringLiteral("chat:attic"));
        QVERIFY(kept.outbox.isEmpty());
    }

    void everybodyHasTheirOwn() {
        SqliteStore store(folder());
        store.open(server(), me());
        store.keep(lobby(), {message(1)}, {});
        QVERIFY(store.open(server(), QStringLiteral("Zoe")).rooms.isEmpty());
        QVERIFY(store.open(QUrl(QStringLiteral("ws://localhost:8000")), me()).rooms.isEmpty());
        QCOMPARE(store.open(server(), me()).rooms.size(), 1);
    }

    void nothingIsKeptAfterItIsClosed() {
        {
            SqliteStore store(folder());
            store.open(server(), me());
            store.close();
            store.keep(lobby(), {message(1)}, {});
        }
        QVERIFY(reopened().rooms.isEmpty());
    }

    void clearingLeavesNothingAndGoesOn() {
        SqliteStore store(folder());
        store.open(server(), QStringLiteral("Zoe"));
        store.keep(lobby(), {message(1)}, {});
        store.open(server(), me());
        store.keep(lobby(), {message(1)}, {});
        store.clearAll();
        QVERIFY(!QFile::exists(store.fileFor(server(), QStringLiteral("Zoe"))));
        store.keep(lobby(), {message(2)}, {});
        const Kept kept = store.open(server(), me());
        QCOMPARE(kept.rooms.size(), 1);
        QCOMPARE(idsOf(kept.rooms.first().messages), QStringList{QStringLiteral("m2")});
    }

    void damageIsToldAndSetAside_data() {
        QTest::addColumn<int>("at"); // where the file is damaged; -1: all of it
        QTest::newRow("no database at all") << -1;
        QTest::newRow("a page of it") << 4'096;
    }

    void damageIsToldAndSetAside() {
        QFETCH(const int, at);
        QString path;
        {
            SqliteStore store(folder());
            store.open(server(), me());
            for (int i = 0; i < 100; ++i)
                store.keep(lobby(), {message(i, QString(200, u'x'))}, standing(1));
            path = store.fileFor(server(), me());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(size > 20'000);
        QVERIFY(file.seek(std::max(at, 0)));
        QVERIFY(file.write(QByteArray(static_cast<qsizetype>(size - std::max(at, 0)), '\x5A')) > 0);
        file.close();

        SqliteStore store(folder());
        QSignalSpy failed(&store, &OfflineStore::failed);
        const Kept kept = store.open(server(), me());
        QVERIFY(kept.rooms.isEmpty());
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(path + QStringLiteral(".damaged")));
        QVERIFY(QFile::exists(path + QStringLiteral(".damaged")));
        store.keep(lobby(), {message(1)}, standing(1));
        store.close();
        QCOMPARE(store.open(server(), me()).rooms.size(), 1);
        QCOMPARE(failed.size(), 1);
    }

    void aFolderThatCannotBeIsToldAndDoesNoHarm() {
        QFile inTheWay(home_->filePath(QStringLiteral("data")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        SqliteStore store(folder());
        QSignalSpy failed(&store, &OfflineStore::failed);
        QVERIFY(store.open(server(), me()).rooms.isEmpty());
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(folder()));
        store.keep(lobby(), {message(1)}, {});
        store.put(outgoing(QStringLiteral("a"), QStringLiteral("one")));
        store.clearAll();
        store.close();
        QCOMPARE(failed.size(), 1); // once is enough
    }

    void aNewerFileIsLeftAlone() {
        QString path;
        {
            SqliteStore store(folder());
            store.open(server(), me());
            path = store.fileFor(server(), me());
        }
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("future"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("future"));
        SqliteStore store(folder());
        QSignalSpy failed(&store, &OfflineStore::failed);
        QVERIFY(store.open(server(), me()).rooms.isEmpty());
        QCOMPARE(failed.size(), 1);
        QVERIFY(!QFile::exists(path + QStringLiteral(".damaged")));
    }

    // A disk that fills up, say: the tables are gone here.
    void aWriteThatFailsIsTold() {
        SqliteStore store(folder());
        QSignalSpy failed(&store, &OfflineStore::failed);
        store.open(server(), me());
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("vandal"));
            database.setDatabaseName(store.fileFor(server(), me()));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("DROP TABLE message")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("vandal"));
        store.keep(lobby(), {message(1)}, {});
        store.keep(lobby(), {message(2)}, {});
        QVERIFY(chinwag::test::eventually([&] { return failed.size() == 1; }));
        store.close();
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(OfflineStoreTest)
#include "tst_offline_store.moc"
