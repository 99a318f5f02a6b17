// What the load generator is told and what it tells: options, sources of connections, percentiles, reports.
#include "bench/generator/Endpoint.h"
#include "bench/generator/LatencyHistogram.h"
#include "bench/generator/Options.h"
#include "bench/generator/ProcessTree.h"
#include "bench/generator/Report.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace chinwag::bench;

namespace {

Result<Options> parse(const QByteArray& line) {
    std::vector<std::string_view> words;
    const QList<QByteArray> parts = line.split(' ');
    for (const QByteArray& part : parts)
        words.emplace_back(part.constData(), static_cast<std::size_t>(part.size()));
    return parseOptions(words);
}

} // namespace

class TestGeneratorResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesOptions_data();
    void refusesOptions();
    void readsOptions();
    void helpNamesEveryMode();
    void refusesAddresses_data();
    void refusesAddresses();
    void spreadsOverSourceAddresses_data();
    void spreadsOverSourceAddresses();
    void percentilesAreWithinTwoPercent_data();
    void percentilesAreWithinTwoPercent();
    void nothingRecordedIsZero();
    void reportIsJson();
    void reportIsATable();
    void measuresAProcessAndItsChildren();
    void missesAProcessThatIsNotThere();
};

void TestGeneratorResults::refusesOptions_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("mode and an address");
    QTest::newRow("no address") << QByteArray("broadcast") << QByteArray("mode and an address");
    QTest::newRow("mode") << QByteArray("shout http://x:1") << QByteArray("unknown mode");
    QTest::newRow("option") << QByteArray("idle http://x:1 --nope") << QByteArray("unknown option --nope");
    QTest::newRow("no value") << QByteArray("idle http://x:1 --clients") << QByteArray("--clients needs N");
    QTest::newRow("no number") << QByteArray("idle http://x:1 --clients ten") << QByteArray("\"ten\"");
    QTest::newRow("too few") << QByteArray("idle http://x:1 --clients 0") << QByteArray("\"0\"");
    QTest::newRow("negative") << QByteArray("broadcast http://x:1 --seconds -1") << QByteArray("\"-1\"");
    QTest::newRow("not a number") << QByteArray("broadcast http://x:1 --seconds nan")
                                  << QByteArray("\"nan\"");
    QTest::newRow("trailing") << QByteArray("broadcast http://x:1 --size 64k") << QByteArray("\"64k\"");
    QTest::newRow("too small") << QByteArray("broadcast http://x:1 --size 40") << QByteArray("\"40\"");
    QTest::newRow("dialect") << QByteArray("connect http://x:1 --dialect irc") << QByteArray("\"irc\"");
    QTest::newRow("await") << QByteArray("broadcast http://x:1 --await me") << QByteArray("\"me\"");
    QTest::newRow("path") << QByteArray("broadcast http://x:1 --path chat") << QByteArray("\"chat\"");
    QTest::newRow("process") << QByteArray("idle http://x:1 --pid 0") << QByteArray("\"0\"");
    QTest::newRow("idle without process") << QByteArray("idle http://x:1") << QByteArray("needs --pid");
    QTest::newRow("another mode's") << QByteArray("http http://x:1 --verify")
                                    << QByteArray("nothing in this mode");
    QTest::newRow("uneven rooms") << QByteArray("broadcast http://x:1 --clients 10 --rooms 3")
                                  << QByteArray("multiple of --rooms");
    QTest::newRow("senders in rooms") << QByteArray("broadcast http://x:1 --clients 10 --rooms 2 --senders 3")
                                      << QByteArray("--senders means nothing");
    QTest::newRow("dialect of the storm")
        << QByteArray("idle http://x:1 --pid 1 --dialect centrifuge") << QByteArray("--dialect cannot be");
    QTest::newRow("both loops") << QByteArray("broadcast http://x:1 --rate 5 --window 2")
                                << QByteArray("open loop");
}

void TestGeneratorResults::refusesOptions() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, said);
    const auto options = parse(line);
    const auto* failure = std::get_if<Failure>(&options);
    QVERIFY(failure);
    QVERIFY2(failure->text.find(said.toStdString()) != std::string::npos, failure->text.c_str());
}

void TestGeneratorResults::readsOptions() {
    const auto options =
        parse("broadcast http://x:1 --clients 5 --senders 9 --window 2 --await all --size 100 "
              "--dialect socketio --pid 7 --verify --json");
    QVERIFY(std::holds_alternative<Options>(options));
    const auto& read = std::get<Options>(options);
    QCOMPARE(read.mode, Mode::Broadcast);
    QCOMPARE(read.url, std::string("http://x:1"));
    QCOMPARE(read.clients, std::size_t{5});
    QCOMPARE(read.senders, std::size_t{5}); // nobody talks who is not there
    QCOMPARE(read.window, std::size_t{2});
    QCOMPARE(read.await, Await::All);
    QCOMPARE(read.size, std::size_t{100});
    QVERIFY(read.path.starts_with("/socket.io/"));
    QCOMPARE(read.pid.value_or(0), 7);
    QVERIFY(read.verify);
    QVERIFY(read.json);
}

void TestGeneratorResults::helpNamesEveryMode() {
    for (const char* mode : {"broadcast", "connect", "idle", "http", "publish", "storm"})
        QVERIFY(helpText().find(mode) != std::string::npos);
}

void TestGeneratorResults::refusesAddresses_data() {
    QTest::addColumn<QByteArray>("url");
    for (const char* url : {"", "127.0.0.1:80", "https://127.0.0.1:80", "http://", "http://127.0.0.1",
                            "http://127.0.0.1:", "http://:80", "http://127.0.0.1:nope"})
        QTest::newRow(url) << QByteArray(url);
}

void TestGeneratorResults::refusesAddresses() {
    QFETCH(QByteArray, url);
    QVERIFY(std::holds_alternative<Failure>(Endpoint::parse(url.toStdString())));
}

void TestGeneratorResults::spreadsOverSourceAddresses_data() {
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("source");
    QTest::newRow("the first") << 0 << QStringLiteral("127.0.0.1");
    QTest::newRow("the last of the first address") << 19'999 << QStringLiteral("127.0.0.1");
    QTest::newRow("the first of the second") << 20'000 << QStringLiteral("127.0.0.2");
    QTest::newRow("far out") << 999'999 << QStringLiteral("127.0.0.50");
}

void TestGeneratorResults::spreadsOverSourceAddresses() {
    QFETCH(int, index);
    QFETCH(QString, source);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto endpoint = Endpoint::parse("http://127.0.0.1:" + std::to_string(server.serverPort()));
    QVERIFY(std::holds_alternative<Endpoint>(endpoint));
    const auto connected = std::get<Endpoint>(endpoint).connect(static_cast<std::size_t>(index));
    QVERIFY(std::holds_alternative<Descriptor>(connected));
    QVERIFY(server.waitForNewConnection(10'000));
    const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
    QCOMPARE(accepted->peerAddress().toString(), source);
}

void TestGeneratorResults::percentilesAreWithinTwoPercent_data() {
    QTest::addColumn<qint64>("unit");
    for (const qint64 unit : {1, 7, 1'000, 1'000'003, 1'000'000'000})
        QTest::addRow("%lld", unit) << unit;
}

void TestGeneratorResults::percentilesAreWithinTwoPercent() {
    QFETCH(qint64, unit);
    constexpr int count = 10'000;
    LatencyHistogram histogram;
    for (int i = count; i >= 1; --i)
        histogram.record(Nanoseconds(i * unit));
    QCOMPARE(histogram.count(), quint64{count});
    QCOMPARE(histogram.largest().count(), count * unit);
    QCOMPARE(histogram.percentile(1).count(), count * unit);
    for (const double fraction : {0.001, 0.25, 0.5, 0.9, 0.99, 0.999}) {
        const double exact = fraction * count * static_cast<double>(unit);
        const auto found = static_cast<double>(histogram.percentile(fraction).count());
        QVERIFY2(found >= exact * 0.999 && found <= exact * 1.02, qPrintable(QString::number(found / exact)));
    }
}

void TestGeneratorResults::nothingRecordedIsZero() {
    const LatencyHistogram histogram;
    QCOMPARE(histogram.percentile(0.99).count(), 0);
    QCOMPARE(histogram.largest().count(), 0);
}

void TestGeneratorResults::reportIsJson() {
    Report report;
    report.addText("text", "a text", "with \"quotes\" and \\ and \n");
    report.addCount("count", "a count", 1'234'567);
    report.addNumber("number", "a number", 1'234.567, 2, "us");
    const auto object = QJsonDocument::fromJson(QByteArray::fromStdString(report.asJson())).object();
    QCOMPARE(object.size(), 3);
    QCOMPARE(object.value(QStringLiteral("text")).toString(), QStringLiteral("with \"quotes\" and \\ and  "));
    QCOMPARE(object.value(QStringLiteral("count")).toInt(), 1'234'567);
    QCOMPARE(object.value(QStringLiteral("number")).toDouble(), 1'234.57);
}

void TestGeneratorResults::reportIsATable() {
    Report report;
    report.addCount("count", "a count", 1'234'567);
    report.addNumber("number", "number", -123'456.78, 1, "us");
    QCOMPARE(report.asTable(), std::string("a count   1,234,567\n"
                                           "number   -123,456.8 us\n"));
}

void TestGeneratorResults::measuresAProcessAndItsChildren() {
    // A shell that waits for a child that waits for the end of its input.
    QProcess parent;
    parent.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("cat; exit 0")});
    QVERIFY(parent.waitForStarted());
    // Once the child has answered it is there.
    parent.write("x\n");
    QVERIFY(parent.waitForReadyRead());
    const ProcessTree both(static_cast<pid_t>(parent.processId()));
    const ProcessTree self(static_cast<pid_t>(QCoreApplication::applicationPid()));
    const auto memoryOfBoth = both.memory();
    QVERIFY(std::holds_alternative<ProcessTree::Memory>(memoryOfBoth));
    QVERIFY(std::get<ProcessTree::Memory>(memoryOfBoth).privateKib > 0);
    const auto memoryOfSelf = self.memory();
    QVERIFY(std::holds_alternative<ProcessTree::Memory>(memoryOfSelf));
    QVERIFY(std::get<ProcessTree::Memory>(memoryOfSelf).pssKib >
            std::get<ProcessTree::Memory>(memoryOfBoth).pssKib);
    QVERIFY(std::holds_alternative<double>(both.cpuSeconds()));
    parent.closeWriteChannel();
    QVERIFY(parent.waitForFinished());
}

void TestGeneratorResults::missesAProcessThatIsNotThere() {
    QProcess process;
    process.start(QStringLiteral("/bin/true"), QStringList());
    QVERIFY(process.waitForStarted());
    const ProcessTree tree(static_cast<pid_t>(process.processId()));
    QVERIFY(process.waitForFinished());
    QVERIFY(std::holds_alternative<Failure>(tree.cpuSeconds()));
    QVERIFY(std::holds_alternative<Failure>(tree.memory()));
}

QTEST_GUILESS_MAIN(TestGeneratorResults)
#include "tst_generator_results.moc"
