// The values and rules below the widgets: parsing, formats, history, addresses, saved servers.
#include "api/ApiError.h"
#include "api/ConnectionInfo.h"
#include "api/ProblemText.h"
#include "api/RestClient.h"
#include "api/SavedServers.h"
#include "api/Stats.h"
#include "models/ConnectionQuery.h"
#include "models/Curve.h"
#include "models/Format.h"
#include "models/StatsHistory.h"
#include "support/FakeRows.h"
#include "support/FakeServer.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace chinwag;
using namespace chinwag::admin;
using chinwag::test::FakeServer;

class AdminApiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void statsAreReadAndMoreIsIgnored() {
        const auto stats = Stats::parse(FakeServer::sampleStats());
        QVERIFY2(stats.value, qPrintable(stats.fault));
        QCOMPARE(stats.value->connections, 12);
        QCOMPARE(stats.value->messagesDelivered, 1000);
        QCOMPARE(stats.value->residentBytes, 17000000);
        QCOMPARE(stats.value->cpuSeconds, 1.25);
        QCOMPARE(stats.value->refusals.value(QStringLiteral("origin")), 1);
        QCOMPARE(stats.value->time.toMSecsSinceEpoch() % 1000, 123);
    }

    void everyFieldOfStatsIsChecked_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* part, const char* field, const QJsonValue& value) {
            QTest::addRow("%s.%s", part, field)
                << QString::fromLatin1(part) << QString::fromLatin1(field) << value;
        };
        row("", "time", QStringLiteral("yesterday"));
        row("", "started_at", QStringLiteral("2026-11-24T08:00:00"));
        row("", "version", 1);
        row("", "workers", -1);
        row("", "queue_bytes", 1.5);
        row("", "refusals", QJsonArray());
        row("connections", "total", QStringLiteral("12"));
        row("messages", "received", QJsonValue::Null);
        row("bytes", "sent", -2);
        row("process", "cpu_seconds", QStringLiteral("much"));
        row("process", "resident_bytes", 1e300);
    }
    void everyFieldOfStatsIsChecked() {
        QFETCH(const QString, part);
        QFETCH(const QString, field);
        QFETCH(const QJsonValue, value);
        QJsonObject object = FakeServer::sampleStats();
        if (part.isEmpty()) {
            object.insert(field, value);
        } else {
            QJsonObject inner = object.value(part).toObject();
            inner.insert(field, value);
            object.insert(part, inner);
        }
        const auto stats = Stats::parse(object);
        QVERIFY(!stats.value);
        QVERIFY2(stats.fault.contains(field), qPrintable(stats.fault));
    }

    void connectionsAreRead() {
        const auto rows = test::sampleRows(1);
        QJsonObject object = test::rowAsJson(rows[0].id, &rows.front());
        object.insert(QStringLiteral("nick"), QJsonValue::Null);
        object.insert(QStringLiteral("rtt_ms"), QJsonValue::Null);
        auto info = ConnectionInfo::parse(object);
        QVERIFY2(info.value, qPrintable(info.fault));
        QVERIFY(info.value->nick.isEmpty());
        QVERIFY(!info.value->rttMs);
        QCOMPARE(info.value->displayName(), rows[0].address);
        QCOMPARE(info.value->messagesOut, rows[0].messagesOut);

        object.insert(QStringLiteral("tls"), QStringLiteral("yes"));
        QVERIFY(!ConnectionInfo::parse(object).value);
        info = ConnectionInfo::parse(test::rowAsJson(QStringLiteral("0-1-1"), nullptr));
        QVERIFY(info.value);
        QVERIFY(info.value->gone);
        QVERIFY(!ConnectionInfo::parse({{QStringLiteral("gone"), true}}).value);
    }

    void aPageMustNotBeLongerThanItsList() {
        const QJsonArray items{test::rowAsJson(QStringLiteral("1"), nullptr)};
        QJsonObject page{{QStringLiteral("list"), QStringLiteral("l")},
                         {QStringLiteral("total"), 1},
                         {QStringLiteral("open"), 1},
                         {QStringLiteral("offset"), 0},
                         {QStringLiteral("items"), items}};
        QVERIFY(ConnectionPage::parse(page).value);
        page.insert(QStringLiteral("offset"), 1);
        QVERIFY(!ConnectionPage::parse(page).value);
    }

    void ratesComeFromCounters() {
        StatsHistory history;
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        history.append(stats);
        QVERIFY(!history.samples().constLast().receivedPerSecond);
        stats.time = stats.time.addMSecs(2000);
        stats.messagesReceived += 50;
        stats.messagesDelivered += 4000;
        stats.cpuSeconds += 0.5;
        history.append(stats);
        QCOMPARE(history.samples().constLast().receivedPerSecond.value(), 25.0);
        QCOMPARE(history.samples().constLast().deliveredPerSecond.value(), 2000.0);
        QCOMPARE(history.samples().constLast().cpuPercent.value(), 25.0);
    }

    void aRestartOfTheServerMakesNoRate() {
        StatsHistory history;
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        history.append(stats);
        stats.time = stats.time.addSecs(1);
        stats.startedAt = stats.time;
        stats.messagesReceived = 3;
        history.append(stats);
        QCOMPARE(history.samples().size(), 2);
        QVERIFY(!history.samples().constLast().receivedPerSecond);
        stats.time = stats.time.addSecs(1);
        stats.messagesReceived = 10;
        history.append(stats);
        QCOMPARE(history.samples().constLast().receivedPerSecond.value(), 7.0);
    }

    void aLossOfTheLinkIsAGap() {
        StatsHistory history;
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        history.breakOff(); // before there was anything
        for (int i = 0; i < 4; ++i) {
            stats.time = stats.time.addSecs(1);
            history.append(stats);
            if (i == 1)
                history.breakOff();
        }
        QVector<bool> gaps;
        for (const Sample& sample : history.samples())
            gaps << sample.afterGap;
        QCOMPARE(gaps, QVector<bool>({false, false, true, false}));
        QVERIFY(!history.samples().at(2).receivedPerSecond);
        QCOMPARE(history.samples().at(3).receivedPerSecond.value(), 0.0);
    }

    void aCurveIsInPieces() {
        Curve curve;
        QVERIFY(curve.isEmpty());
        curve.breakOff();
        QVERIFY(curve.isEmpty());
        curve.append({-4, 1});
        curve.append({-3, 2});
        curve.breakOff();
        curve.breakOff();
        curve.append({-1, 3});
        curve.breakOff();
        QCOMPARE(curve.pieces(), QVector<QVector<QPointF>>({{{-4, 1}, {-3, 2}}, {{-1, 3}}}));
        QCOMPARE(curve.last(), QPointF(-1, 3));
    }

    void theHistoryKeepsTenMinutes() {
        StatsHistory history;
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        for (int i = 0; i < 700; ++i) {
            history.append(stats);
            stats.time = stats.time.addSecs(1);
        }
        QCOMPARE(history.samples().size(), StatsHistory::capacity);
        QCOMPARE(history.samples().constFirst().time.secsTo(history.samples().constLast().time), 599);
    }

    void anAnswerThatIsOvertakenEndsNoCurve() {
        StatsHistory history;
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        for (int i = 0; i < 5; ++i) {
            history.append(stats);
            stats.time = stats.time.addSecs(1);
        }
        const QDateTime newest = history.samples().constLast().time;
        for (const int late : {1, 300, 5'000}) {
            stats.time = newest.addMSecs(-late);
            history.append(stats);
        }
        QCOMPARE(history.samples().size(), 5);
        QCOMPARE(history.samples().constLast().time, newest);
        stats.time = newest.addSecs(1);
        history.append(stats);
        QCOMPARE(history.samples().size(), 6);
        // A clock that was set back is another matter.
        stats.time = newest.addSecs(-3'600);
        history.append(stats);
        QCOMPARE(history.samples().size(), 1);
    }

    void addressesAreUnderstood_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::newRow("host") << QStringLiteral("chat.example.org")
                              << QStringLiteral("https://chat.example.org");
        QTest::newRow("host and port")
            << QStringLiteral("chat.example.org:8443") << QStringLiteral("https://chat.example.org:8443");
        QTest::newRow("not encrypted where it is wished for")
            << QStringLiteral("http://chat.example.org") << QStringLiteral("http://chat.example.org");
        QTest::newRow("this machine")
            << QStringLiteral("localhost") << QStringLiteral("http://localhost:8000");
        QTest::newRow("near") << QStringLiteral("192.168.0.7") << QStringLiteral("http://192.168.0.7:8000");
        QTest::newRow("mounted") << QStringLiteral("a.example/chat/")
                                 << QStringLiteral("https://a.example/chat");
        QTest::newRow("port") << QStringLiteral(" localhost:8000 ")
                              << QStringLiteral("http://localhost:8000");
        QTest::newRow("https") << QStringLiteral("https://a.example/") << QStringLiteral("https://a.example");
        QTest::newRow("path") << QStringLiteral("https://a.example/chat/")
                              << QStringLiteral("https://a.example/chat");
        QTest::newRow("IPv6") << QStringLiteral("[::1]:8000") << QStringLiteral("http://[::1]:8000");
        QTest::newRow("IPv6 without brackets")
            << QStringLiteral("::1") << QStringLiteral("http://[::1]:8000");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("words") << QStringLiteral("my server") << QString();
        QTest::newRow("other scheme") << QStringLiteral("ftp://a.example") << QString();
        QTest::newRow("with a user") << QStringLiteral("https://me@a.example") << QString();
        QTest::newRow("bad port") << QStringLiteral("localhost:99999") << QString();
    }
    void addressesAreUnderstood() {
        QFETCH(const QString, text);
        QFETCH(const QString, url);
        const QUrl parsed = RestClient::parseAddress(text);
        QCOMPARE(parsed.isValid() ? parsed.toString() : QString(), url);
    }

    void passwordsInTheClearAreNoticed_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("exposed");
        QTest::newRow("far") << QStringLiteral("http://chat.example.org") << true;
        QTest::newRow("far, by number") << QStringLiteral("http://198.51.100.7:8000") << true;
        QTest::newRow("encrypted") << QStringLiteral("https://chat.example.org") << false;
        QTest::newRow("this machine") << QStringLiteral("http://localhost:8000") << false;
        QTest::newRow("this machine, IPv6") << QStringLiteral("http://[::1]:8000") << false;
        QTest::newRow("near") << QStringLiteral("http://10.1.2.3") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void passwordsInTheClearAreNoticed() {
        QFETCH(const QString, address);
        QTEST(RestClient::isExposed(QUrl(address)), "exposed");
    }

    void queriesAreWrittenForTheServer() {
        ConnectionQuery query;
        query.sortColumn = Column::MessagesIn;
        query.order = Qt::DescendingOrder;
        query.text = QStringLiteral("a+b&c=ü");
        query.setFilter({Column::Idle, ConnectionFilter::Kind::AtLeast, QStringLiteral("60")});
        query.setFilter({Column::Idle, ConnectionFilter::Kind::AtLeast, QStringLiteral("90")});
        QCOMPARE(query.toUrl().toString(QUrl::FullyEncoded),
                 QStringLiteral("sort=-messages_in&q=a%2Bb%26c%3D%C3%BC&idle.min=90"));
    }

    void theLongestConnectedComeFirst() {
        ConnectionQuery query;
        QCOMPARE(query.toUrl().toString(), QStringLiteral("sort=connected_at"));
        query.order = Qt::AscendingOrder;
        QCOMPARE(query.toUrl().toString(), QStringLiteral("sort=-connected_at"));
    }

    // Each that the server has a name for; of the others its own words are told.
    void problemsHaveWords() {
        QFile file(qEnvironmentVariable("CHINWAG_TEST_SOURCE") +
                   QStringLiteral("/server/http/ProblemType.h"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString header = QString::fromUtf8(file.readAll());
        static const QRegularExpression name(QStringLiteral("\"(urn:chinwag:problem:[a-z-]+)\""));
        QStringList texts;
        for (auto match = name.globalMatch(header); match.hasNext();) {
            const QString type = match.next().captured(1);
            texts << textOfProblem(type);
            QVERIFY2(!texts.last().isEmpty(), qPrintable(type));
        }
        QVERIFY(texts.size() > 15);
        QCOMPARE(texts.removeDuplicates(), 0);
        ApiError error;
        error.kind = ApiError::Kind::Http;
        error.status = 403;
        error.detail = QStringLiteral("in the server's words");
        error.type = QStringLiteral("urn:chinwag:problem:not-permitted");
        QCOMPARE(error.message(), QStringLiteral("Your role does not allow that."));
        for (const char* const other : {"", "about:blank", "urn:chinwag:problem:new", "not-permitted"}) {
            error.type = QLatin1String(other);
            QCOMPARE(error.message(), error.detail);
        }
    }

    void numbersReadWell() {
        QCOMPARE(Format::count(1234567), QStringLiteral("1,234,567"));
        QCOMPARE(Format::rate(0.42), QStringLiteral("0.4"));
        QCOMPARE(Format::bytes(0), QStringLiteral("0 bytes"));
        QCOMPARE(Format::bytes(17.5 * 1024 * 1024), QStringLiteral("17.5 MiB"));
        QCOMPARE(Format::duration(3.21), QStringLiteral("3.2 s"));
        QCOMPARE(Format::duration(59.9), QStringLiteral("59 s"));
        QCOMPARE(Format::duration(3725), QStringLiteral("1 h 2 min"));
        QCOMPARE(Format::duration(90061), QStringLiteral("1 d 1 h"));
        QCOMPARE(Format::duration(60), QStringLiteral("1 min"));
        QCOMPARE(Format::duration(7259), QStringLiteral("2 h"));
        QCOMPARE(Format::duration(172800), QStringLiteral("2 d"));
    }

    void serversAreRememberedWithoutPasswords() {
        const QTemporaryDir home;
        const QString file = home.filePath(QStringLiteral("settings.ini"));
        const QUrl url(QStringLiteral("https://a.example"), QUrl::StrictMode);
        {
            QSettings settings(file, QSettings::IniFormat);
            SavedServers servers(settings);
            servers.use(
                {QUrl(QStringLiteral("http://b.example"), QUrl::StrictMode), QStringLiteral("bob"), {}, {}});
            servers.use({url, QStringLiteral("alice"), QStringLiteral("secret"), QByteArray("pin")});
            servers.use({url, QStringLiteral("alice"), QStringLiteral("secret"), QByteArray("pin")});
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!written.readAll().contains("secret"));
        QSettings settings(file, QSettings::IniFormat);
        SavedServers servers(settings);
        QCOMPARE(servers.all().size(), 2);
        QCOMPARE(servers.all().constFirst().url, url);
        QCOMPARE(servers.all().constFirst().pin, QByteArray("pin"));
        servers.remove(0);
        QCOMPARE(SavedServers(settings).all().size(), 1);
    }
};

QTEST_GUILESS_MAIN(AdminApiTest)
#include "tst_admin_api.moc"
