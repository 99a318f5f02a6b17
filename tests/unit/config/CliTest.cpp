// The program as it is run: commands, exit codes, what it prints where.
#include "ConfigSupport.h"
#include "ProgramRun.h"
#include "support/Certificate.h"
#include "support/ServerProcess.h"

#include <QProcess>
#include <QTcpServer>

#include <csignal>

using chinwag::test::Folder;
using chinwag::test::run;
using chinwag::test::ServerProcess;

namespace {

bool logSays(const ServerProcess& server, const char* text) {
    return QTest::qWaitFor([&] { return server.log().contains(text); }, chinwag::test::patienceMilliseconds);
}

QString quick(const char* argument) {
    return QString::fromLatin1(argument);
}

} // namespace

class CliTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exitCodes_data();
    void exitCodes();
    void checkConfigReportsFiveFaults();
    void checkConfigIsContent();
    void printConfigIsTheExample();
    void printConfigShowsWhatIsInEffect();
    void serveRefusesFaults();
    void serveSaysWhyItCannotListen();
    void announcesEveryListener();
    void terminates_data();
    void terminates();
    void secondSignalEndsAtOnce();
    void ignoresBrokenPipes();
    void reloadKeepsOldSettingsOnFaults();
    void reloadAppliesAndNamesWhatNeedsARestart();
    void reloadAppliesTheLogLevel();
    void logsJson();
    void healthCheck();
    void healthCheckOverTls();
    void healthCheckOfASickServer();

private:
    QString write(const QByteArray& toml) {
        return QString::fromStdString(folder_.write(QStringLiteral("chinwag.toml"), toml));
    }

    Folder folder_;
};

void CliTest::exitCodes_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errors");
    const auto row = [](const char* line, int code, const char* output, const char* errors) {
        QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' ')) << code << QByteArray(output)
                            << QByteArray(errors);
    };
    row("version", 0, "chinwagd ", "");
    row("--version", 0, "chinwagd ", "");
    row("help", 0, "Usage: chinwagd", "");
    row("serve -h", 0, "Usage: chinwagd", "");
    row("check-config", 0, "the configuration is fine", "");
    row("print-config", 0, "# Configuration of chinwagd", "");
    row("srve", 2, "", "unknown command \"srve\", did you mean serve?");
    row("--nonsense", 2, "", "unknown option");
    row("serve --listen", 2, "", "needs a value");
    row("serve now", 2, "", "unexpected argument");
    row("check-config --workers many", 78, "", "--workers: server.workers: \"many\" is not allowed");
    row("print-config --workers many", 78, "", "--workers");
    row("healthcheck --workers many", 78, "", "--workers");
    row("serve --workers many", 78, "", "--workers");
    row("check-config --config /does/not/exist", 78, "", "/does/not/exist: cannot be read");
    row("healthcheck ftp://127.0.0.1", 1, "", "is not an http or https URL");
    row("healthcheck --listen 127.0.0.1:0", 1, "", "name the server's URL");
}

void CliTest::exitCodes() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, errors);
    const auto outcome = run(arguments);
    QVERIFY2(outcome.exitCode == exitCode, outcome.errors);
    QVERIFY2(outcome.output.startsWith(output), outcome.output);
    QVERIFY2(outcome.errors.contains(errors), outcome.errors);
    // A success has nothing to complain about, a failure prints no result.
    QVERIFY(exitCode == 0 ? outcome.errors.isEmpty() : outcome.output.isEmpty());
}

void CliTest::checkConfigReportsFiveFaults() {
    const auto file = write("[server]\n"
                            "lisen = [\"127.0.0.1:1\"]\n"
                            "workers = \"many\"\n"
                            "origins = [\"chat.example.org\"]\n"
                            "[client]\n"
                            "ping = \"5s\"\n"
                            "pong = \"5s\"\n"
                            "[log]\n"
                            "level = \"loud\"\n");
    const auto outcome = run({quick("check-config"), quick("--config"), file});
    QCOMPARE(outcome.exitCode, 78);
    auto lines = outcome.errors.split('\n');
    QCOMPARE(lines.size(), 5 + 1 + 1);
    const QByteArray place = file.toLocal8Bit() + ':';
    const QList<QByteArray> starts{
        "2: server.lisen: is not a known key, did you mean listen?",
        "3: server.workers: \"many\" is not allowed; allowed: a whole number",
        "4: server.origins: \"chat.example.org\" is not allowed; allowed: a list",
        "9: log.level: \"loud\" is not allowed; allowed: debug, info, warning, error",
        "7: client.pong: 5s is not shorter than ping; allowed: less than 5s"};
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2(lines[i].startsWith(QByteArray(place + starts[i])), lines[i]);
    QCOMPARE(lines[5], QByteArray("chinwagd: 5 faults in the configuration"));
}

void CliTest::checkConfigIsContent() {
    const auto file = write("[server]\nlisten = [\"127.0.0.1:0\"]\n");
    const auto named = run({quick("check-config"), quick("--config"), file});
    QCOMPARE(named.exitCode, 0);
    QVERIFY(named.output.startsWith(file.toLocal8Bit()));
    const auto fromEnvironment = run({quick("check-config")}, {{QStringLiteral("CHINWAG_CONFIG"), file}});
    QCOMPARE(fromEnvironment.output, named.output);
}

void CliTest::printConfigIsTheExample() {
    QFile example(qEnvironmentVariable("CHINWAG_TEST_SOURCE") +
                  QStringLiteral("/resources/chinwag.example.toml"));
    QVERIFY(example.open(QIODevice::ReadOnly));
    QVERIFY2(run({quick("print-config")}).output == example.readAll(),
             "write it anew: chinwagd print-config > resources/chinwag.example.toml");
}

void CliTest::printConfigShowsWhatIsInEffect() {
    const auto outcome = run({quick("print-config"), quick("--log-level"), quick("error")},
                             {{QStringLiteral("CHINWAG_CLIENT_PING"), QStringLiteral("40s")}});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.output.contains("\nping = \"40s\"\n"));
    QVERIFY(outcome.output.contains("\nlevel = \"error\"\n"));
    QVERIFY(outcome.output.contains("\n#pong = \"8s\"\n"));
}

void CliTest::serveRefusesFaults() {
    const auto outcome = run({}, {{QStringLiteral("CHINWAG_SERVER_WORKERS"), QStringLiteral("x")},
                                  {QStringLiteral("CHINWAG_BANANA"), QStringLiteral("1")}});
    QCOMPARE(outcome.exitCode, 78);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(outcome.errors.contains("CHINWAG_SERVER_WORKERS: "));
    QVERIFY(outcome.errors.contains("CHINWAG_BANANA: is not a known variable"));
}

void CliTest::serveSaysWhyItCannotListen() {
    QTcpServer occupant;
    QVERIFY(occupant.listen(QHostAddress::LocalHost));
    const auto address = QStringLiteral("127.0.0.1:%1").arg(occupant.serverPort());
    const auto outcome = run({quick("--listen"), address});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY2(outcome.errors.contains(" error "), outcome.errors);
}

void CliTest::announcesEveryListener() {
    ServerProcess server;
    ServerProcess::Options options;
    options.listen = QStringList{quick("127.0.0.1:0"), quick("http://127.0.0.1:0")};
    QVERIFY(server.start(options));
    for (const auto& url : server.urls())
        QVERIFY2(url.startsWith(QLatin1String("http://127.0.0.1:")) && !url.endsWith(QLatin1String(":0")),
                 qPrintable(url));
    QVERIFY(server.log().contains(" info    app: "));
}

void CliTest::terminates_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void CliTest::terminates() {
    QFETCH(int, number);
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{quick("server.drain_timeout"), quick("0s")}};
    QVERIFY(server.start(options));
    server.signal(number);
    QCOMPARE(server.waitForExit(), 0);
}

void CliTest::secondSignalEndsAtOnce() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{quick("server.drain_delay"), quick("10m")}};
    QVERIFY(server.start(options));
    server.signal(SIGTERM);
    QVERIFY(logSays(server, "draining"));
    server.signal(SIGTERM);
    QCOMPARE(server.waitForExit(), 1);
}

void CliTest::ignoresBrokenPipes() {
    ServerProcess server;
    QVERIFY(server.start());
    QFile status(QStringLiteral("/proc/%1/status").arg(server.pid()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray content = status.readAll();
    const QByteArray label("SigIgn:\t");
    const auto ignored = content.mid(content.indexOf(label) + label.size(), 16).toULongLong(nullptr, 16);
    QVERIFY((ignored & (1ULL << (SIGPIPE - 1U))) != 0);
}

void CliTest::reloadKeepsOldSettingsOnFaults() {
    ServerProcess server;
    ServerProcess::Options options;
    const auto file = write("[log]\nlevel = \"info\"\n");
    options.arguments = QStringList{quick("--config"), file};
    QVERIFY(server.start(options));
    write("[log]\nlevel = \"debug\"\nbanana = 1\n");
    server.signal(SIGHUP);
    QVERIFY(logSays(server, "the old one stays"));
    QVERIFY(server.log().contains(QByteArray(file.toLocal8Bit() + ":3: log.banana: is not a known key")));
    QVERIFY(server.isRunning());
}

void CliTest::reloadAppliesAndNamesWhatNeedsARestart() {
    ServerProcess server;
    ServerProcess::Options options;
    options.arguments = QStringList{quick("--config"), write("")};
    QVERIFY(server.start(options));
    write("[server]\nworkers = 3\n[client]\nping = 20\n");
    server.signal(SIGHUP);
    QVERIFY(logSays(server, "the configuration is loaded again"));
    QVERIFY(server.log().contains("server.workers has changed, which takes a restart"));
    QVERIFY(!server.log().contains("client.ping"));
}

void CliTest::reloadAppliesTheLogLevel() {
    ServerProcess server;
    ServerProcess::Options options;
    options.arguments = QStringList{quick("--config"), write("[log]\nlevel = \"error\"\n")};
    QVERIFY(server.start(options));
    write("[log]\nlevel = \"info\"\n");
    server.signal(SIGHUP);
    QVERIFY(logSays(server, "the configuration is loaded again"));
    QVERIFY(!server.log().contains(" serves, configured by"));
}

void CliTest::logsJson() {
    ServerProcess server;
    ServerProcess::Options options;
    options.arguments = QStringList{quick("--log-format"), quick("json")};
    QVERIFY(server.start(options));
    const auto log = server.log();
    QVERIFY2(log.startsWith("{\"time\":\"") && log.contains("\"category\":\"chinwag.app\""), log);
}

void CliTest::healthCheck() {
    ServerProcess server;
    QVERIFY(server.start());
    const auto url = server.urls().front();
    const auto named = run({quick("healthcheck"), url});
    QVERIFY2(named.exitCode == 0, named.errors);
    QCOMPARE(named.output, QByteArray(url.toUtf8() + "/healthz answered 200\n"));
    const auto configured = run({quick("healthcheck"), quick("--listen"), url},
                                {{QStringLiteral("http_proxy"), QStringLiteral("http://127.0.0.1:1")}});
    QVERIFY2(configured.exitCode == 0, configured.errors);
    const auto missing = run({quick("healthcheck"), url + QStringLiteral("/nowhere")});
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.errors.contains("answered 404"), missing.errors);
    server.kill();
    const auto gone = run({quick("healthcheck"), url});
    QCOMPARE(gone.exitCode, 1);
    QVERIFY2(gone.errors.contains("refused"), gone.errors);
}

void CliTest::healthCheckOverTls() {
    const chinwag::test::Certificate certificate;
    QVERIFY(certificate.isValid());
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{quick("server.tls_certificate"), certificate.certificatePath()},
                        {quick("server.tls_key"), certificate.keyPath()}};
    QVERIFY(server.start(options));
    QVERIFY(server.urls().front().startsWith(QLatin1String("https://")));
    const auto outcome = run({quick("healthcheck"), server.urls().front()});
    QVERIFY2(outcome.exitCode == 0, outcome.errors);
}

void CliTest::healthCheckOfASickServer() {
    // Takes the connection and hangs up without an answer.
    QTcpServer sick;
    QVERIFY(sick.listen(QHostAddress::LocalHost));
    QProcess process;
    process.start(chinwag::test::programPath(),
                  {quick("healthcheck"), QStringLiteral("http://127.0.0.1:%1").arg(sick.serverPort())});
    while (sick.isListening() && process.state() != QProcess::NotRunning) {
        if (sick.waitForNewConnection(static_cast<int>(chinwag::test::soon().remainingTime())))
            sick.nextPendingConnection()->abort();
        sick.close();
    }
    QVERIFY(process.waitForFinished(static_cast<int>(chinwag::test::soon().remainingTime())));
    QCOMPARE(process.exitCode(), 1);
}

QTEST_GUILESS_MAIN(CliTest)
#include "CliTest.moc"
