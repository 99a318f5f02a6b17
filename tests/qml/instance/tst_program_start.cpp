// How the real desktop programs begin and end: once for their user, and putting everything away when told to
// end.
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"
#include "support/Wait.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace {

using Program = std::unique_ptr<QProcess>;
using chinwag::test::eventually;
using chinwag::test::OperatorApi;
using chinwag::test::patienceMilliseconds;
using chinwag::test::runAdmin;
using chinwag::test::ServerProcess;

} // namespace

class ProgramStartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        home_ = std::make_unique<QTemporaryDir>();
        QVERIFY(home_->isValid());
        QVERIFY(QDir(home_->path()).mkdir(QStringLiteral("runtime")));
    }

    void aSecondStartEnds_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QStringList>("second");
        const QString client = QStringLiteral("chinwag");
        const QString console = QStringLiteral("chinwag-admin");
        QTest::newRow("the client") << client << QStringList() << QStringList();
        QTest::newRow("the console") << console << QStringList() << QStringList();
        QTest::newRow("the console of one server") << console << QStringList(QStringLiteral("127.0.0.1:1"))
                                                   << QStringList(QStringLiteral("http://127.0.0.1:1/"));
    }

    void aSecondStartEnds() {
        QFETCH(const QString, program);
        QFETCH(const QStringList, first);
        QFETCH(const QStringList, second);
        const Program running = started(program, first);
        QVERIFY(eventually([&] { return sockets().size() == 1; }));
        const Program other = started(program, second);
        QVERIFY(other->waitForFinished(patienceMilliseconds));
        QCOMPARE(other->exitStatus(), QProcess::NormalExit);
        QCOMPARE(other->exitCode(), 0);
        QCOMPARE(running->state(), QProcess::Running);
        endsInOrder(*running);
    }

    // As from the launcher's menu, or by a command of a script.
    void aSecondStartOfTheClientLeadsToItsRoom() {
        constexpr const char* password = "correct horse battery";
        const QString data = home_->filePath(QStringLiteral("server"));
        QCOMPARE(runAdmin(data, QStringLiteral("add"), QStringLiteral("olga"), QByteArray(password) + '\n'),
                 0);
        ServerProcess server;
        ServerProcess::Options options;
        options.arguments = {QStringLiteral("--data-dir"), data};
        QVERIFY(server.start(options));
        OperatorApi operators(server);
        QCOMPARE(operators.logIn("olga", password).answer.status, 200);
        const auto rooms = [&operators] {
            const QJsonArray all =
                operators.get("/admin/api/connections").body[QStringLiteral("items")].toArray();
            return all.size() == 1 ? all.first()[QLatin1String("room")].toString() : QString();
        };

        const QString client = QStringLiteral("chinwag");
        const Program running =
            started(client, {QStringLiteral("127.0.0.1:%1").arg(server.port()), QStringLiteral("--nick"),
                             QStringLiteral("Robin"), QStringLiteral("--room"), QStringLiteral("attic")});
        QVERIFY(eventually([&] { return rooms() == QLatin1String("chat:attic"); }));
        const Program other = started(client, {QStringLiteral("--room"), QStringLiteral("cellar"),
                                               QStringLiteral("--nick"), QStringLiteral("Robin")});
        QVERIFY(other->waitForFinished(patienceMilliseconds));
        QCOMPARE(other->exitCode(), 0);
        QVERIFY(eventually([&] { return rooms() == QLatin1String("chat:attic, chat:cellar"); }));
        endsInOrder(*running);
    }

    void consolesOfTwoServersRunBesideEachOther() {
        const QString console = QStringLiteral("chinwag-admin");
        const Program one = started(console, {QStringLiteral("127.0.0.1:1")});
        const Program other = started(console, {QStringLiteral("127.0.0.1:2")});
        QVERIFY(eventually([&] { return sockets().size() == 2; }));
        QCOMPARE(one->state(), QProcess::Running);
        QCOMPARE(other->state(), QProcess::Running);
        endsInOrder(*one);
        QCOMPARE(sockets().size(), 1);
        ::kill(static_cast<pid_t>(other->processId()), SIGINT);
        QVERIFY(other->waitForFinished(patienceMilliseconds));
        QVERIFY(sockets().isEmpty());
    }

private:
    QStringList sockets() const {
        return QDir(home_->filePath(QStringLiteral("runtime")))
            .entryList({QStringLiteral("chinwag-*")}, QDir::System | QDir::Files);
    }

    Program started(const QString& name, const QStringList& arguments) const {
        auto program = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home_->path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home_->filePath(QStringLiteral("runtime")));
        environment.remove(QStringLiteral("XDG_CONFIG_HOME"));
        environment.remove(QStringLiteral("XDG_DATA_HOME"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        program->setProcessEnvironment(environment);
        program->setProcessChannelMode(QProcess::ForwardedChannels);
        program->start(qEnvironmentVariable("CHINWAG_TEST_BIN") + u'/' + name, arguments);
        return program;
    }

    // It has its socket, and so its signals: they come first.
    void endsInOrder(QProcess& program) const {
        const qsizetype before = sockets().size();
        ::kill(static_cast<pid_t>(program.processId()), SIGTERM);
        QVERIFY(program.waitForFinished(patienceMilliseconds));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(sockets().size(), before - 1);
    }

    std::unique_ptr<QTemporaryDir> home_;
};

QTEST_GUILESS_MAIN(ProgramStartTest)
#include "tst_program_start.moc"
