#include "auth/RevocationJournal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using chinwag::auth::RevocationJournal;
using chinwag::auth::Revocations;
using chinwag::auth::TokenClaims;
using namespace std::chrono_literals;

namespace {

const auto now = std::chrono::system_clock::time_point(1'700'000'000s);

TokenClaims claims(const char* user, const char* id, std::chrono::seconds issued = -10s) {
    TokenClaims made;
    made.user = user;
    made.id = id;
    made.issuedAt = now + issued;
    return made;
}

// A server's revocations and where they are kept.
struct Kept {
    explicit Kept(const QTemporaryDir& dir, std::chrono::system_clock::time_point time = now)
        : journal(dir.path(), revocations), error(journal.open(time)) {}

    Revocations revocations;
    RevocationJournal journal;
    std::optional<QString> error;
};

} // namespace

class RevocationJournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextServerKnowsThem() {
        const QTemporaryDir dir;
        {
            Kept first(dir);
            QCOMPARE(first.journal.revokeToken("t1", now + 1h, now), std::nullopt);
            QCOMPARE(first.journal.revokeUser("a \"b\"\n\xc3\xa4", Revocations::Time::max(), now),
                     std::nullopt);
            QVERIFY(first.revocations.isRevoked(claims("", "t1"), now));
        }
        for (int i = 0; i < 2; ++i) {
            const Kept next(dir);
            QCOMPARE(next.error, std::nullopt);
            QVERIFY(next.revocations.isRevoked(claims("", "t1"), now));
            QVERIFY(!next.revocations.isRevoked(claims("", "t2"), now));
            QVERIFY(next.revocations.isRevoked(claims("a \"b\"\n\xc3\xa4", "", 0s), now + 24h * 365));
            QVERIFY(!next.revocations.isRevoked(claims("a \"b\"\n\xc3\xa4", "", 1s), now));
        }
    }

    void theFileIsItsOwnersAlone() {
        const QTemporaryDir dir;
        Kept first(dir);
        QCOMPARE(first.journal.revokeToken("t1", now + 1h, now), std::nullopt);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile(path(dir)).permissions() & others) == 0);
    }

    void whatIsOverIsWrittenNoMore() {
        const QTemporaryDir dir;
        {
            Kept first(dir);
            QCOMPARE(first.journal.revokeToken("short", now + 1min, now), std::nullopt);
            QCOMPARE(first.journal.revokeToken("long", now + 1h, now), std::nullopt);
        }
        {
            Kept later(dir, now + 2min);
            QCOMPARE(later.error, std::nullopt);
            QCOMPARE(content(dir).count('\n'), 1);
            QCOMPARE(later.journal.revokeToken("new", now + 1h, now + 2min), std::nullopt);
        }
        const Kept last(dir, now + 2min);
        QVERIFY(!last.revocations.isRevoked(claims("", "short"), now));
        QVERIFY(last.revocations.isRevoked(claims("", "long"), now));
        QVERIFY(last.revocations.isRevoked(claims("", "new"), now));
    }

    void oneThatWasBeingWrittenIsPassedOver() {
        const QTemporaryDir dir;
        {
            Kept first(dir);
            QCOMPARE(first.journal.revokeToken("whole", now + 1h, now), std::nullopt);
            QCOMPARE(first.journal.revokeToken("torn", now + 1h, now), std::nullopt);
        }
        QVERIFY(QFile(path(dir)).resize(content(dir).size() - 5));
        {
            Kept next(dir);
            QCOMPARE(next.error, std::nullopt);
            QVERIFY(next.revocations.isRevoked(claims("", "whole"), now));
            QVERIFY(!next.revocations.isRevoked(claims("", "torn"), now));
            QCOMPARE(next.journal.revokeToken("more", now + 1h, now), std::nullopt);
        }
        const Kept last(dir);
        QCOMPARE(last.error, std::nullopt);
        QVERIFY(last.revocations.isRevoked(claims("", "more"), now));
    }

    void damageIsAnError_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("\n");
        QTest::newRow("no JSON") << QByteArray("revoked\n");
        QTest::newRow("nobody") << QByteArray("{\"issued_up_to\":\"1\",\"until\":\"1\"}\n");
        QTest::newRow("no end") << QByteArray("{\"token\":\"a\",\"issued_up_to\":\"1\"}\n");
        QTest::newRow("an end past all clocks")
            << QByteArray("{\"token\":\"a\",\"issued_up_to\":\"1\",\"until\":\"9223372036854775807\"}\n");
    }
    void damageIsAnError() {
        QFETCH(QByteArray, line);
        const QTemporaryDir dir;
        {
            Kept first(dir);
            QCOMPARE(first.journal.revokeToken("t1", now + 1h, now), std::nullopt);
        }
        QFile file(path(dir));
        QVERIFY(file.open(QIODevice::Append) && file.write(line) == line.size());
        file.close();
        const Kept next(dir);
        QVERIFY(next.error.has_value());
        QVERIFY2(next.error->endsWith(QStringLiteral("revocations.jsonl:2 is no revocation")),
                 qUtf8Printable(*next.error));
    }

    void whatCannotBeKeptHoldsAllTheSame() {
        const QTemporaryDir dir;
        QVERIFY(QFile(dir.filePath(QStringLiteral("file"))).open(QIODevice::WriteOnly));
        Revocations revocations;
        RevocationJournal journal(dir.filePath(QStringLiteral("file")), revocations);
        QCOMPARE(journal.open(now), std::nullopt);
        QVERIFY(journal.revokeToken("t1", now + 1h, now).has_value());
        QVERIFY(revocations.isRevoked(claims("", "t1"), now));
    }

private:
    static QString path(const QTemporaryDir& dir) {
        return dir.filePath(QStringLiteral("revocations.jsonl"));
    }
    static QByteArray content(const QTemporaryDir& dir) {
        QFile file(path(dir));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_APPLESS_MAIN(RevocationJournalTest)
#include "RevocationJournalTest.moc"
