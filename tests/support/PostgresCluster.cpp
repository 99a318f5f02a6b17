#include "support/PostgresCluster.h"

#include "support/Patience.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace chinwag::test {

namespace {

QString connectionName() {
    return QStringLiteral("cluster");
}
constexpr const char* runner = "postgres";

// Debian keeps the versions side by side, away from PATH.
QString findPrograms() {
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        const QString folder = versions.filePath(*name + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb")))
            return folder;
    }
    return {};
}

} // namespace

PostgresCluster::~PostgresCluster() {
    stop();
}

// Whoever kills the test takes the server with it.
void PostgresCluster::prepare(QProcess& process) const {
    const passwd* const user = ::geteuid() == 0 ? ::getpwnam(runner) : nullptr;
    const uid_t uid = user != nullptr ? user->pw_uid : ::geteuid();
    const gid_t gid = user != nullptr ? user->pw_gid : ::getegid();
    process.setWorkingDirectory(folder_.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([uid, gid] {
        if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0))
            ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    });
}

QString PostgresCluster::create() {
    programs_ = findPrograms();
    if (programs_.isEmpty())
        return QStringLiteral("PostgreSQL is not installed: script/bootstrap test");
    if (!folder_.isValid())
        return folder_.errorString();
    if (::geteuid() == 0) {
        const passwd* const user = ::getpwnam(runner);
        if (user == nullptr ||
            ::chown(QFile::encodeName(folder_.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            return QStringLiteral("there is no user %1 to run it").arg(QLatin1String(runner));
    }
    const QString made = makeData();
    return made.isEmpty() ? start() : made;
}

QString PostgresCluster::makeData() {
    QProcess initdb;
    prepare(initdb);
    initdb.start(programs_ + QStringLiteral("/initdb"),
                 {QStringLiteral("-D"), folder_.filePath(QStringLiteral("data")), QStringLiteral("-U"),
                  QStringLiteral("chinwag"), QStringLiteral("-A"), QStringLiteral("trust"),
                  QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"),
                  QStringLiteral("--no-sync")});
    if (!initdb.waitForFinished(patienceMilliseconds * 3) || initdb.exitCode() != 0)
        return QStringLiteral("initdb: ") + QString::fromUtf8(initdb.readAll());
    return {};
}

QString PostgresCluster::start() {
    prepare(server_);
    server_.start(programs_ + QStringLiteral("/postgres"),
                  {QStringLiteral("-D"), folder_.filePath(QStringLiteral("data")), QStringLiteral("-k"),
                   folder_.path(), QStringLiteral("-c"), QStringLiteral("listen_addresses="),
                   // Nobody pulls the plug of a test.
                   QStringLiteral("-c"), QStringLiteral("fsync=off")});
    const bool up = QTest::qWaitFor([this] { return server_.state() == QProcess::NotRunning || answers(); },
                                    patienceMilliseconds * 3);
    if (!up || server_.state() == QProcess::NotRunning)
        return QStringLiteral("postgres: ") + QString::fromUtf8(server_.readAll());
    return {};
}

void PostgresCluster::stop() {
    if (server_.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(server_.processId()), SIGQUIT);
    server_.waitForFinished(patienceMilliseconds);
}

QString PostgresCluster::urlOf(const QString& database) const {
    return QStringLiteral("postgresql:///%1?host=%2&user=chinwag").arg(database, folder_.path());
}

bool PostgresCluster::answers() const {
    bool open = false;
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName());
        connection.setHostName(folder_.path());
        connection.setUserName(QStringLiteral("chinwag"));
        connection.setDatabaseName(QStringLiteral("postgres"));
        open = connection.open();
    }
    QSqlDatabase::removeDatabase(connectionName());
    return open;
}

QString PostgresCluster::newDatabase() {
    const QString name = QStringLiteral("test%1").arg(++databases_);
    bool made = false;
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName());
        connection.setHostName(folder_.path());
        connection.setUserName(QStringLiteral("chinwag"));
        connection.setDatabaseName(QStringLiteral("postgres"));
        made = connection.open() && QSqlQuery(connection).exec(QStringLiteral("CREATE DATABASE ") + name);
    }
    QSqlDatabase::removeDatabase(connectionName());
    return made ? urlOf(name) : QString();
}

} // namespace chinwag::test
