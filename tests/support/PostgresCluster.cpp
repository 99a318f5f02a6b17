#include "support/PostgresCluster.h"

#include "support/Patience.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <array>
#include <csignal>
#include <optional>

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
    const QStringList names =
        versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& name : names) {
        QString folder = versions.filePath(name + QStringLiteral("/bin"));
        if (QFile::exists(folder + QStringLiteral("/initdb")))
            return folder;
    }
    return {};
}

struct Account {
    uid_t user = 0;
    gid_t group = 0;
};

std::optional<Account> runnersAccount() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 16 * 1024> strings{};
    if (::getpwnam_r(runner, &entry, strings.data(), strings.size(), &found) != 0 || found == nullptr)
        return std::nullopt;
    return Account{entry.pw_uid, entry.pw_gid};
}

bool isRoot() {
    return ::geteuid() == 0;
}

} // namespace

PostgresCluster::~PostgresCluster() {
    stop();
}

// Whoever kills the test takes the server with it.
void PostgresCluster::prepare(QProcess& process) const {
    const Account own{::geteuid(), ::getegid()};
    const Account account = isRoot() ? runnersAccount().value_or(own) : own;
    process.setWorkingDirectory(folder_.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([account] {
        if (isRoot() &&
            (::setgroups(0, nullptr) != 0 || ::setgid(account.group) != 0 || ::setuid(account.user) != 0))
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
    if (isRoot()) {
        const auto account = runnersAccount();
        if (!account ||
            ::chown(QFile::encodeName(folder_.path()).constData(), account->user, account->group) != 0)
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
