// The record of what operators do, by the command line: while the server runs, and when it does not.
#include "ModerationServer.h"
#include "support/Patience.h"
#include "unit/config/ProgramRun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>
#include <memory>
#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class AuditVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void logInsAreOnRecord();
    void commandsWriteBesideTheServer();
    void theRecordIsVerifiedWithAndWithoutAServer();
    void aChangedEntryIsFound();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome audit(const QStringList& arguments) {
        return run(QStringList{u"audit"_s} + arguments + QStringList{u"--data-dir"_s, server_->file({})});
    }
    /// As the command line lists it, the latest first.
    QList<QJsonObject> entries(const QStringList& arguments = {}) {
        QList<QJsonObject> out;
        const auto lines = audit(QStringList{u"list"_s, u"--json"_s} + arguments).output.split('\n');
        for (const auto& line : lines) {
            if (!line.isEmpty())
                out << QJsonDocument::fromJson(line).object();
        }
        return out;
    }
    /// An entry of `action` comes on record a moment after the answer.
    bool hasEntries(const QString& action, qsizetype count) {
        return QTest::qWaitFor(
            [&] {
                const auto path = "/admin/api/audit?action=" + action.toStdString();
                return server_->api().get(path).body[u"items"_s].toArray().size() == count;
            },
            patienceMilliseconds);
    }

    std::unique_ptr<ModerationServer> server_;
};

void AuditVerbsTest::logInsAreOnRecord() {
    QVERIFY(hasEntries(u"operator.login"_s, 1)); // of the fixture
    OperatorApi other(server_->process());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(other.logIn("olga", "wrong password").answer.status, 401);
    for (const char* name : {"hunter2", "mallory"})
        QCOMPARE(other.logIn(name, "wrong password").answer.status, 401);
    QVERIFY(hasEntries(u"operator.login_failed"_s, 2)); // olga's, and that of unknown names
    QCOMPARE(other.logIn("olga", "correct horse battery").answer.status, 200);
    const auto me = other.get("/admin/api/me").body;
    const auto id = me[u"session"_s][u"id"_s].toString().toStdString();
    QCOMPARE(server_->api().post("/admin/api/sessions/" + id + "/revoke", {}).answer.status, 200);
    QCOMPARE(server_->api().post("/admin/api/logout", {}).answer.status, 204);
    QCOMPARE(server_->api().logIn("olga", "correct horse battery").answer.status, 200);
    QVERIFY(hasEntries(u"operator.login"_s, 3));
    QVERIFY(hasEntries(u"operator.logout"_s, 1));
    QVERIFY(hasEntries(u"session.revoke"_s, 1));
    // What was typed as a name may have been a password.
    QVERIFY(!audit({u"list"_s}).output.contains("hunter2"));
}

void AuditVerbsTest::commandsWriteBesideTheServer() {
    QVERIFY(hasEntries(u"operator.login"_s, 1));
    const auto directory = server_->file({});
    QCOMPARE(runAdmin(directory, u"add"_s, u"bob"_s, "correct horse battery\n"), 0);
    QCOMPARE(runAdmin(directory, u"role"_s, u"bob"_s, {}, {u"viewer"_s}), 0);
    QCOMPARE(server_->api()
                 .post("/admin/api/lockdown", {{u"level"_s, 1}, {u"reason"_s, u"order"_s}})
                 .answer.status,
             200);
    QCOMPARE(runAdmin(directory, u"remove"_s, u"bob"_s), 0);
    QCOMPARE(runAdmin(directory, u"remove"_s, u"bob"_s), 1); // which changes nothing
    const auto all = entries();
    QCOMPARE(all.size(), 5);
    const auto actionOf = [&all](qsizetype i) { return all[i][u"action"_s].toString(); };
    QCOMPARE(actionOf(0), u"operator.remove"_s);
    QCOMPARE(actionOf(2), u"operator.role"_s);
    QCOMPARE(actionOf(3), u"operator.add"_s);
    QCOMPARE(all[0][u"target"_s].toString(), u"bob"_s);
    QVERIFY(all[0][u"actor"_s].toString().endsWith(u" (command line)"_s));
    QCOMPARE(all[2][u"before"_s][u"role"_s].toString(), u"admin"_s);
    QCOMPARE(all[2][u"after"_s][u"role"_s].toString(), u"viewer"_s);
    QVERIFY(server_->api().get("/admin/api/audit/verify").body[u"sound"_s].toBool());
    QCOMPARE(entries({u"--until"_s, u"2020-01-01"_s}).size(), 0);
    QCOMPARE(entries({u"--since"_s, u"2020-01-01"_s}).size(), 5);
}

void AuditVerbsTest::theRecordIsVerifiedWithAndWithoutAServer() {
    QVERIFY(hasEntries(u"operator.login"_s, 1));
    const auto running = audit({u"verify"_s});
    QVERIFY2(running.exitCode == 0, running.errors);
    QVERIFY2(running.output.startsWith("the record is whole; entries: 1,"), running.output);
    server_->process().signal(SIGTERM);
    QCOMPARE(server_->process().waitForExit(), 0);
    const auto verdict = QJsonDocument::fromJson(audit({u"verify"_s, u"--json"_s}).output).object();
    QCOMPARE(verdict[u"entries"_s].toInt(), 1);
    QVERIFY(verdict[u"broken_at"_s].isNull());
    QCOMPARE(runAdmin(server_->file({}), u"add"_s, u"bob"_s, "correct horse battery\n"), 0);
    QCOMPARE(entries().size(), 2);
}

void AuditVerbsTest::aChangedEntryIsFound() {
    QVERIFY(hasEntries(u"operator.login"_s, 1));
    QCOMPARE(runAdmin(server_->file({}), u"add"_s, u"bob"_s, "correct horse battery\n"), 0);
    QCOMPARE(runAdmin(server_->file({}), u"remove"_s, u"bob"_s), 0);
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by hand"_s);
        database.setDatabaseName(server_->file(u"chinwag.db"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE audit SET actor = 'nobody' WHERE seq = 2"_s));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"by hand"_s);
    const auto said = audit({u"verify"_s});
    QCOMPARE(said.exitCode, 1);
    QVERIFY2(said.errors.contains("entry 2 is the first"), said.errors);
    const auto json = audit({u"verify"_s, u"--json"_s});
    QCOMPARE(json.exitCode, 1);
    QCOMPARE(QJsonDocument::fromJson(json.output)[u"broken_at"_s].toInt(), 2);
}

void AuditVerbsTest::wrongUsage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("something else") << QStringList{u"show"_s};
    QTest::newRow("part of a chain") << QStringList{u"verify"_s, u"--since"_s, u"2026-01-01"_s};
    QTest::newRow("option of another") << QStringList{u"list"_s, u"--user"_s, u"bob"_s};
}

void AuditVerbsTest::wrongUsage() {
    QFETCH(QStringList, arguments);
    const auto outcome = audit(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.errors.contains("audit") || outcome.errors.contains("--user"));
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::AuditVerbsTest)
#include "tst_audit_verbs.moc"
