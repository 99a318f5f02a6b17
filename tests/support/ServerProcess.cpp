#include "support/ServerProcess.h"

#include "support/Patience.h"

#include <QFile>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <unistd.h>

namespace chinwag::test {

namespace {

constexpr int firstActivationDescriptor = 3; // as sd_listen_fds(3) has it

// The tests' own environment must not configure the program.
QProcessEnvironment cleanEnvironment() {
    auto environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString& name : names) {
        if (name.startsWith(QStringLiteral("CHINWAG_")))
            environment.remove(name);
    }
    environment.remove(QStringLiteral("NOTIFY_SOCKET"));
    return environment;
}

QString variableOf(const QString& key) {
    return QStringLiteral("CHINWAG_") + key.toUpper().replace(u'.', u'_');
}

} // namespace

ServerProcess::ServerProcess(const QString& program)
    : program_(qEnvironmentVariable("CHINWAG_TEST_BIN") + u'/' + program) {}

ServerProcess::~ServerProcess() {
    kill();
    if (QTest::currentTestFailed())
        qWarning("log of %s:\n%s", qUtf8Printable(program_), log().constData());
}

void ServerProcess::configure(const Options& options) {
    auto environment = cleanEnvironment();
    environment.insert(variableOf(QStringLiteral("client.ping")), QStringLiteral("10m"));
    environment.insert(variableOf(QStringLiteral("client.pong")), QStringLiteral("9m"));
    environment.insert(variableOf(QStringLiteral("server.data_dir")), data_.path());
    for (auto it = options.settings.cbegin(); it != options.settings.cend(); ++it)
        environment.insert(variableOf(it.key()), it.value());
    for (auto it = options.environment.cbegin(); it != options.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process_.setProcessEnvironment(environment);
    process_.setStandardErrorFile(log_.fileName(), QIODevice::Append);
    process_.setChildProcessModifier([limit = options.descriptors, inherited = options.activationSocket] {
        const rlimit descriptors{limit, limit};
        if (limit > 0 && setrlimit(RLIMIT_NOFILE, &descriptors) != 0)
            _exit(127);
        if (inherited >= 0 && dup2(inherited, firstActivationDescriptor) < 0)
            _exit(127);
    });
}

bool ServerProcess::start(const Options& options) {
    if (!log_.isOpen() && !log_.open())
        return false;
    options_ = options;
    configure(options);
    QStringList arguments;
    if (options.activationSocket >= 0) {
        // LISTEN_PID must be the program's own id, which only the process itself knows before exec.
        arguments = {QStringLiteral("-c"), QStringLiteral("LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\" \"$@\""),
                     program_};
    } else {
        for (const QString& address : options.listen)
            arguments << QStringLiteral("--listen") << address;
    }
    arguments += options.arguments;
    process_.start(options.activationSocket >= 0 ? QStringLiteral("/bin/sh") : program_, arguments);
    const qsizetype internal = options.settings.contains(QStringLiteral("server.internal_listen")) ? 1 : 0;
    const bool listening =
        waitForAddresses((options.activationSocket >= 0 ? 1 : options.listen.size()) + internal);
    if (!listening)
        qWarning("%s did not start: %s\n%s", qUtf8Printable(program_), qUtf8Printable(process_.errorString()),
                 log().constData());
    return listening;
}

bool ServerProcess::restart() {
    Options again = options_;
    again.listen = QStringList{QStringLiteral("127.0.0.1:%1").arg(port())};
    return start(again);
}

bool ServerProcess::waitForAddresses(qsizetype count) {
    const QByteArray announcement("listening on ");
    const auto deadline = soon();
    urls_.clear();
    while (urls_.size() < count) {
        while (!process_.canReadLine()) {
            if (!process_.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
                return false;
        }
        const QByteArray line = process_.readLine().trimmed();
        if (line.startsWith(announcement))
            urls_ << QString::fromUtf8(line.mid(announcement.size()));
    }
    return true;
}

std::uint16_t ServerProcess::port(qsizetype index) const {
    return static_cast<std::uint16_t>(QUrl(urls_.value(index)).port(0));
}

void ServerProcess::signal(int number) {
    ::kill(static_cast<pid_t>(pid()), number);
}

void ServerProcess::kill() {
    if (process_.state() == QProcess::NotRunning)
        return;
    process_.kill();
    process_.waitForFinished();
}

int ServerProcess::waitForExit() {
    const bool ended = process_.state() == QProcess::NotRunning ||
                       process_.waitForFinished(static_cast<int>(soon().remainingTime()));
    return ended && process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
}

QByteArray ServerProcess::log() const {
    QFile file(log_.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no log");
}

HttpProbe ServerProcess::http(qsizetype index) const {
    return HttpProbe(TcpStream::connectTo(port(index)));
}

WebSocketProbe ServerProcess::webSocket(const TcpStream::Options& options, qsizetype index) const {
    return WebSocketProbe(TcpStream::connectTo(port(index), options));
}

WebSocketProbe ServerProcess::secureWebSocket(qsizetype index) const {
    return WebSocketProbe(TlsStream::connectTo(port(index)));
}

WebSocketProbe ServerProcess::chatter(std::string_view target) const {
    WebSocketProbe probe = webSocket();
    probe.open(target);
    return probe;
}

} // namespace chinwag::test
