#include "api/LocalServer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>

namespace chinwag::admin {

namespace {

constexpr QLatin1String operatorName("console");
constexpr qsizetype keptOutput = 8 * 1024; // bytes of the end of standard error

QString makePassword() {
    constexpr int characters = 24;
    const QString alphabet = QStringLiteral("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    QString password;
    for (int i = 0; i < characters; ++i)
        password += alphabet[QRandomGenerator::system()->bounded(static_cast<int>(alphabet.size()))];
    return password;
}

} // namespace

LocalServer::LocalServer(QObject* parent) : QObject(parent) {
    // SIGTERM when the thread that started it ends, which is this program's main thread.
    process_.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(&process_, &QProcess::readyReadStandardOutput, this, &LocalServer::readOutput);
    connect(&process_, &QProcess::readyReadStandardError, this, [this] {
        output_ += process_.readAllStandardError();
        output_ = output_.right(keptOutput);
    });
    connect(&process_, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        if (state_ == State::Preparing)
            adminFinished(exitCode, status);
        else
            serverFinished();
    });
    connect(&process_, &QProcess::errorOccurred, this, &LocalServer::processError);
}

LocalServer::~LocalServer() {
    process_.disconnect(this);
}

QString LocalServer::findProgram() {
    const QFileInfo beside(QCoreApplication::applicationDirPath() + QStringLiteral("/chinwagd"));
    if (beside.isExecutable())
        return beside.absoluteFilePath();
    return QStandardPaths::findExecutable(QStringLiteral("chinwagd"));
}

void LocalServer::start() {
    if (isActive())
        return;
    if (program_.isEmpty())
        program_ = findProgram();
    if (program_.isEmpty())
        return fail(tr("The program chinwagd is not installed on this machine."));
    if (dataDirectory_.isEmpty())
        dataDirectory_ = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                         QStringLiteral("/local-server");
    if (!QDir().mkpath(dataDirectory_))
        return fail(tr("The folder %1 cannot be made.").arg(dataDirectory_));
    endpoint_ = {};
    endpoint_.operatorName = operatorName;
    endpoint_.password = makePassword();
    state_ = State::Preparing;
    runAdmin(QStringLiteral("add"));
}

void LocalServer::runAdmin(const QString& verb) {
    adminVerb_ = verb;
    output_.clear();
    process_.start(program_, {QStringLiteral("admin"), verb, operatorName, QStringLiteral("--data-dir"),
                              dataDirectory_});
    process_.write(endpoint_.password.toUtf8() + '\n');
    process_.closeWriteChannel();
}

void LocalServer::adminFinished(int exitCode, QProcess::ExitStatus status) {
    if (status == QProcess::NormalExit && exitCode == 0)
        return runServer();
    // There already from another day: it gets this run's password.
    if (adminVerb_ == QLatin1String("add"))
        return runAdmin(QStringLiteral("passwd"));
    fail(tr("No operator could be set up for the local server."));
}

void LocalServer::runServer() {
    output_.clear();
    state_ = State::Starting;
    process_.start(program_, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--data-dir"), dataDirectory_});
}

void LocalServer::readOutput() {
    const QByteArray announcement("listening on ");
    while (process_.canReadLine()) {
        const QByteArray line = process_.readLine().trimmed();
        if (state_ != State::Starting || !line.startsWith(announcement))
            continue;
        endpoint_.url = QUrl(QString::fromUtf8(line.mid(announcement.size())), QUrl::StrictMode);
        state_ = State::Running;
        Q_EMIT started();
    }
}

void LocalServer::serverFinished() {
    if (state_ == State::Starting)
        return fail(tr("The local server ended before it was ready."));
    state_ = State::Stopped;
    Q_EMIT stopped();
}

void LocalServer::processError(QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart)
        fail(tr("The program %1 cannot be started: %2").arg(program_, process_.errorString()));
}

void LocalServer::fail(const QString& reason) {
    state_ = State::Stopped;
    Q_EMIT failed(reason, QString::fromUtf8(output_).trimmed());
}

void LocalServer::stop() {
    if (!isActive() || state_ == State::Stopping)
        return;
    state_ = State::Stopping;
    process_.terminate();
}

} // namespace chinwag::admin
