// The load generator against the real server: every client gets every message, unchanged, in one order.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

class TestBenchSmoke : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void broadcasts_data();
    void broadcasts();
    void publishes();
    void storms();
    void opens();
    void idles();
    void gets();
    void saysThatTheServerRefuses();
    void cleanupTestCase();

private:
    struct Outcome {
        int exitCode = -1;
        QJsonObject report;
        QString complaint;
    };

    Outcome bench(const QString& mode, const QStringList& options) const;

    QProcess server_;
    QString url_;
};

namespace {

QString program(const char* name) {
    return qEnvironmentVariable("CHINWAG_TEST_BIN") + QLatin1Char('/') + QLatin1String(name);
}

constexpr int longEnough = 60'000;

} // namespace

void TestBenchSmoke::initTestCase() {
    server_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server_.start(program("chinwagd"), {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                        QStringLiteral("--workers"), QStringLiteral("2")});
    QVERIFY2(server_.waitForStarted(), qPrintable(server_.errorString()));
    while (!server_.canReadLine())
        QVERIFY2(server_.waitForReadyRead(longEnough), "the server does not say where it listens");
    const QString line = QString::fromUtf8(server_.readLine()).trimmed();
    QVERIFY2(line.startsWith(QStringLiteral("listening on http://")), qPrintable(line));
    url_ = line.section(QLatin1Char(' '), -1);
}

TestBenchSmoke::Outcome TestBenchSmoke::bench(const QString& mode, const QStringList& options) const {
    QProcess generator;
    generator.start(program("chinwag-bench"), QStringList{mode, url_, QStringLiteral("--json")} + options);
    Outcome outcome;
    if (generator.waitForFinished(longEnough))
        outcome.exitCode = generator.exitCode();
    outcome.complaint = QString::fromUtf8(generator.readAllStandardError());
    outcome.report = QJsonDocument::fromJson(generator.readAllStandardOutput()).object();
    return outcome;
}

void TestBenchSmoke::broadcasts_data() {
    QTest::addColumn<QString>("options");
    QTest::newRow("closed loop") << QStringLiteral("--clients 50");
    QTest::newRow("awaiting all") << QStringLiteral("--clients 50 --await all --window 3");
    QTest::newRow("open loop") << QStringLiteral("--clients 50 --rate 200");
    QTest::newRow("alone") << QStringLiteral("--clients 1");
    QTest::newRow("everybody talks") << QStringLiteral("--clients 40 --senders 40 --window 5");
    QTest::newRow("shortest") << QStringLiteral("--clients 10 --size 41");
    QTest::newRow("rooms") << QStringLiteral("--clients 40 --rooms 10");
    QTest::newRow("16-bit length") << QStringLiteral("--clients 10 --size 3900");
}

void TestBenchSmoke::broadcasts() {
    QFETCH(QString, options);
    const QString common =
        QStringLiteral("--verify --warmup 0.1 --seconds 0.3 --timeout 20 --path /ws/chat?tag=bench");
    const Outcome outcome =
        bench(QStringLiteral("broadcast"), options.split(QLatin1Char(' ')) + common.split(QLatin1Char(' ')));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.complaint));
    QVERIFY(outcome.report.value(QStringLiteral("deliveries")).toInt() > 0);
    QVERIFY(outcome.report.contains(QStringLiteral("verified")));
}

void TestBenchSmoke::publishes() {
    const Outcome outcome =
        bench(QStringLiteral("publish"),
              QStringLiteral("--clients 20 --window 3 --warmup 0.1 --seconds 0.3").split(QLatin1Char(' ')));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.complaint));
    // However slow the machine is: those that were under way from the start are all awaited.
    QVERIFY(outcome.report.value(QStringLiteral("acknowledged_in_all")).toInt() >= 20 * 3);
}

void TestBenchSmoke::storms() {
    const Outcome outcome =
        bench(QStringLiteral("storm"), QStringLiteral("--clients 100").split(QLatin1Char(' ')));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.complaint));
    // Each of them has missed what was said in a second.
    QVERIFY(outcome.report.value(QStringLiteral("recovered")).toInt() >= 100);
    QVERIFY(outcome.report.contains(QStringLiteral("verified")));
}

void TestBenchSmoke::opens() {
    const Outcome outcome =
        bench(QStringLiteral("connect"), {QStringLiteral("--clients"), QStringLiteral("200")});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.complaint));
    QVERIFY(outcome.report.value(QStringLiteral("connects_per_second")).toDouble() > 0);
}

void TestBenchSmoke::idles() {
    const Outcome outcome =
        bench(QStringLiteral("idle"),
              {QStringLiteral("--clients"), QStringLiteral("50"), QStringLiteral("--seconds"),
               QStringLiteral("0.1"), QStringLiteral("--pid"), QString::number(server_.processId())});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.complaint));
    QVERIFY(outcome.report.contains(QStringLiteral("pss_kib_per_connection")));
}

void TestBenchSmoke::gets() {
    const Outcome outcome =
        bench(QStringLiteral("http"),
              QStringLiteral("--clients 5 --warmup 0.1 --seconds 0.3").split(QLatin1Char(' ')));
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.complaint));
    QVERIFY(outcome.report.value(QStringLiteral("requests_per_second")).toDouble() > 0);
}

void TestBenchSmoke::saysThatTheServerRefuses() {
    const Outcome outcome =
        bench(QStringLiteral("connect"), {QStringLiteral("--path"), QStringLiteral("/no/such/path")});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.complaint.contains(QStringLiteral("refused the upgrade: HTTP/1.1 404")),
             qPrintable(outcome.complaint));
}

void TestBenchSmoke::cleanupTestCase() {
    if (server_.state() == QProcess::NotRunning)
        return;
    server_.terminate();
    if (!server_.waitForFinished(longEnough))
        server_.kill();
}

QTEST_GUILESS_MAIN(TestBenchSmoke)
#include "tst_bench_smoke.moc"
