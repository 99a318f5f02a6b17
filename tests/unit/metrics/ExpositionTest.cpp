#include "metrics/Exposition.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace chinwag::metrics;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ExpositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreThere_data() {
        QTest::addColumn<QString>("line");
        for (const char* line : {"chinwag_connections{kind=\"websocket\"} 3",
                                 "chinwag_connections{kind=\"secure_websocket\"} 2",
                                 "chinwag_connections{kind=\"http\"} 7",
                                 "chinwag_connections_accepted_total 11",
                                 "chinwag_websockets_opened_total 12",
                                 "chinwag_messages_received_total 13",
                                 "chinwag_message_bytes_received_total 14",
                                 "chinwag_deliveries_total 4503599627370497",
                                 "chinwag_received_bytes_total 16",
                                 "chinwag_sent_bytes_total 17",
                                 "chinwag_http_requests_total 18",
                                 "chinwag_http_answers_total{class=\"2xx\"} 19",
                                 "chinwag_http_answers_total{class=\"5xx\"} 0",
                                 "chinwag_refusals_total{reason=\"origin\"} 20",
                                 "chinwag_refusals_total{reason=\"draining\"} 0",
                                 "chinwag_closings_total{reason=\"slow\"} 21",
                                 "chinwag_closings_total{reason=\"no_pong\"} 0",
                                 "chinwag_aborts_total 22",
                                 "chinwag_queue_bytes 23",
                                 "chinwag_rooms 24",
                                 "chinwag_store_messages_total 26",
                                 "chinwag_store_refusals_total 27",
                                 "chinwag_store_commits_total 28",
                                 "chinwag_store_queue_bytes 29",
                                 "chinwag_store_removed_total 30",
                                 "chinwag_store_writable 0",
                                 "chinwag_build_info{version=\"1.2.3\",qt=\"6.4.2\"} 1",
                                 "process_start_time_seconds 1700000000.5",
                                 "process_cpu_seconds_total 1.25",
                                 "process_resident_memory_bytes 4096",
                                 "process_virtual_memory_bytes 8192",
                                 "process_open_fds 25",
                                 "process_max_fds 1024",
                                 "process_threads 3"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void numbersAreThere() {
        QFETCH(QString, line);
        QVERIFY2(text().contains(u'\n' + line + u'\n'), qPrintable(text()));
    }

    void histogramsAreCumulative() {
        Snapshot snapshot;
        snapshot.fanout.buckets[0] = 1;
        snapshot.fanout.buckets[1] = 2;
        snapshot.fanout.buckets.back() = 4;
        snapshot.fanout.sumNanoseconds = 1'500'000'000;
        const auto lines = QString::fromStdString(exposition(snapshot, {})).split(u'\n');
        for (const auto& line :
             {u"chinwag_fanout_seconds_count 7"_s, u"chinwag_fanout_seconds_sum 1.5"_s,
              u"chinwag_fanout_seconds_bucket{le=\"1e-05\"} 1"_s,
              u"chinwag_fanout_seconds_bucket{le=\"2.5e-05\"} 3"_s,
              u"chinwag_fanout_seconds_bucket{le=\"10\"} 3"_s,
              u"chinwag_fanout_seconds_bucket{le=\"+Inf\"} 7"_s, u"chinwag_handshake_seconds_count 0"_s,
              u"chinwag_http_request_seconds_bucket{le=\"+Inf\"} 0"_s})
            QVERIFY2(lines.contains(line), qPrintable(line));
    }

    void everyReasonHasAName() {
        const QRegularExpression word(u"\\{reason=\"([a-z_]+)\"\\}"_s);
        QSet<QString> refusals;
        QSet<QString> closings;
        for (const QString& line : text().split(u'\n')) {
            const auto match = word.match(line);
            if (!match.hasMatch())
                continue;
            (line.startsWith(u"chinwag_refusals") ? refusals : closings).insert(match.captured(1));
        }
        QCOMPARE(refusals.size(), static_cast<qsizetype>(Refusal::Count));
        QCOMPARE(closings.size(), static_cast<qsizetype>(Closing::Count));
        QVERIFY(!refusals.contains(u"unknown"_s) && !closings.contains(u"unknown"_s));
    }

    void aGaugeIsNeverNegativeForAMoment() {
        Snapshot snapshot;
        snapshot.openSecureWebSockets = 1;
        const auto lines = QString::fromStdString(exposition(snapshot, {})).split(u'\n');
        QVERIFY(lines.contains(u"chinwag_connections{kind=\"websocket\"} 0"_s));
    }

    void whatIsNotKnownIsLeftOut() {
        const auto lines = QString::fromStdString(exposition({}, {}));
        for (const auto& name : {u"process_cpu_seconds_total"_s, u"process_resident_memory_bytes"_s,
                                 u"process_virtual_memory_bytes"_s, u"process_open_fds"_s,
                                 u"process_max_fds"_s, u"process_threads"_s})
            QVERIFY2(!lines.contains(name), qPrintable(name));
    }

    void labelsAreEscaped() {
        Snapshot snapshot;
        snapshot.facts.version = "a\"b\\c\nd";
        QVERIFY(QString::fromStdString(exposition(snapshot, {})).contains(u"version=\"a\\\"b\\\\c\\nd\""_s));
    }

    void promtoolFindsNoFault() {
        QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty()) {
            // Where script/bootstrap puts it.
            const QString tools = qEnvironmentVariable("CHINWAG_TEST_SOURCE") + u"/build/tools"_s;
            promtool = QStandardPaths::findExecutable(u"promtool"_s, {tools});
        }
        if (promtool.isEmpty())
            QSKIP("promtool is not installed");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, {u"check"_s, u"metrics"_s});
        QVERIFY(process.waitForStarted());
        process.write(text().mid(1).toUtf8());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.readAll(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

private:
    /// With an empty line in front, so that every line has a line end on both sides.
    static QString text() {
        Snapshot snapshot;
        snapshot.facts = {"1.2.3", "6.4.2", std::chrono::system_clock::time_point(1'700'000'000'500ms), 24};
        snapshot.facts.store = {26, 27, 28, 29, 30, false};
        snapshot.openWebSockets = 5;
        snapshot.openSecureWebSockets = 2;
        snapshot.openHttp = 7;
        snapshot.acceptedConnections = 11;
        snapshot.acceptedWebSockets = 12;
        snapshot.messagesIn = 13;
        snapshot.messageBytesIn = 14;
        snapshot.deliveries = 4'503'599'627'370'497;
        snapshot.bytesIn = 16;
        snapshot.bytesOut = 17;
        snapshot.httpRequests = 18;
        snapshot.httpAnswers[2] = 19;
        snapshot.refusals[static_cast<std::size_t>(Refusal::Origin)] = 20;
        snapshot.closings[static_cast<std::size_t>(Closing::Slow)] = 21;
        snapshot.aborts = 22;
        snapshot.queueBytes = 23;
        const ProcessStats process{1.25, 4096, 8192, 25, 1024, 3};
        return u'\n' + QString::fromStdString(exposition(snapshot, process));
    }
};

QTEST_APPLESS_MAIN(ExpositionTest)
#include "ExpositionTest.moc"
