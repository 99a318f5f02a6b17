#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <chrono>
#include <string>

using chinwag::metrics::LogSeverity;
using chinwag::tests::authorized;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

/// The latest records of the log, as operators are shown them.
class LogRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        token_ = bench_.logIn();
        QVERIFY(!token_.empty());
        const auto time = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'769'848'200'007));
        bench_.logs.add({0, time, LogSeverity::Debug, "chinwag.net", "connection 2-9120 closed"});
        bench_.logs.add({0, time, LogSeverity::Warning, "chinwag.api", "a wrong key\nfrom 192.0.2.7"});
        bench_.logs.add({0, time, LogSeverity::Error, "chinwag.store", "no space left"});
    }

    void recordAsItWas() {
        const auto answer = ask("?q=KEY");
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        const QJsonObject record{{u"seq"_s, 2},
                                 {u"time"_s, u"2026-01-31T08:30:00.007Z"_s},
                                 {u"level"_s, u"warning"_s},
                                 {u"category"_s, u"chinwag.api"_s},
                                 {u"message"_s, u"a wrong key\nfrom 192.0.2.7"_s}};
        QCOMPARE(json(answer),
                 (QJsonObject{{u"records"_s, QJsonArray{record}}, {u"next"_s, QJsonValue::Null}}));
    }

    void levelIsTheLeast_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << u""_s << 3;
        QTest::newRow("debug") << u"?level=debug"_s << 3;
        QTest::newRow("info") << u"?level=info"_s << 2;
        QTest::newRow("warning") << u"?level=warning"_s << 2;
        QTest::newRow("error") << u"?level=error"_s << 1;
        QTest::newRow("with a word") << u"?level=info&q=chinwag.api"_s << 1;
    }

    void levelIsTheLeast() {
        QFETCH(QString, query);
        QFETCH(int, count);
        QCOMPARE(static_cast<int>(json(ask(query.toStdString()))[u"records"_s].toArray().size()), count);
    }

    void pages() {
        const auto first = json(ask("?limit=2"));
        QCOMPARE(first[u"records"_s][0][u"seq"_s].toInt(), 3);
        QCOMPARE(first[u"next"_s].toInt(), 2);
        const auto second = json(ask("?limit=2&before=2"));
        QCOMPARE(second[u"records"_s].toArray().size(), 1);
        QVERIFY(second[u"next"_s].isNull());
    }

    void whatIsWrongIsNamed_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("what");
        QTest::newRow("level") << u"?level=loud"_s << u"error"_s;
        QTest::newRow("limit") << u"?limit=0"_s << u"500"_s;
        QTest::newRow("before") << u"?before=x"_s << u"before"_s;
        QTest::newRow("unknown") << u"?sort=time"_s << u"sort"_s;
    }

    void whatIsWrongIsNamed() {
        QFETCH(QString, query);
        QFETCH(QString, what);
        const auto answer = ask(query.toStdString());
        QCOMPARE(answer.status, 400);
        QVERIFY2(json(answer)[u"detail"_s].toString().contains(what), answer.body.c_str());
    }

private:
    chinwag::protocol::HttpAnswer ask(const std::string& query) {
        return bench_.ask(authorized(makeRequest("GET", "/admin/api/logs" + query), token_));
    }

    RequestBench bench_;
    std::string token_;
};

QTEST_GUILESS_MAIN(LogRoutesTest)
#include "LogRoutesTest.moc"
