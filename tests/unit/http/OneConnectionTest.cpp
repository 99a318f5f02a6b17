// What operators are told of one connection, and a trace of it.
#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <chrono>
#include <string>

using namespace chinwag;
using chinwag::tests::authorized;
using chinwag::tests::FakeConnections;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makeConnection;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

class OneConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        token_ = bench_.logIn();
        QVERIFY(!token_.empty());
    }
    void init() {
        bench_.connections.open = {makeConnection({0, 17, 1}, "Alice"),
                                   makeConnection({0, 18, 1}, std::string(FakeConnections::operatorNick))};
        bench_.connections.traces.clear();
    }

    void tellsAllOfAConnection() {
        auto info = makeConnection({1, 22, 333}, "Ali\xC3\xA9");
        info.user = "u-7";
        info.client = "js 5";
        info.tls = true;
        info.idle = std::chrono::milliseconds(1'250);
        info.roundTripMilliseconds = 0.41;
        info.roundTripMeanMilliseconds = 0.5;
        info.roundTripWorstMilliseconds = 2.5;
        info.messagesInRate = 1.5;
        info.bytesOutRate = 2'048;
        info.drops = 6;
        info.lastError = "permission denied";
        info.messagesIn = 1;
        info.messagesOut = 2;
        info.bytesIn = 3;
        info.bytesOut = 5'000'000'000;
        info.queueBytes = 5;
        bench_.connections.open = {info};
        const auto answer = ask("/admin/api/connections");
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        QJsonObject expected{{u"id"_s, u"1-22-333"_s},   {u"user"_s, u"u-7"_s},
                             {u"nick"_s, u"Alié"_s},     {u"address"_s, u"192.0.2.7"_s},
                             {u"dialect"_s, u"plain"_s}, {u"room"_s, u"lobby"_s},
                             {u"tls"_s, true},           {u"connected_at"_s, u"2026-09-21T14:13:20.123Z"_s},
                             {u"idle_seconds"_s, 1.25},  {u"rtt_ms"_s, 0.41},
                             {u"messages_in"_s, 1},      {u"messages_out"_s, 2},
                             {u"bytes_in"_s, 3},         {u"bytes_out"_s, qint64{5'000'000'000}},
                             {u"queue_bytes"_s, 5}};
        expected[u"rtt_mean_ms"_s] = 0.5;
        expected[u"rtt_worst_ms"_s] = 2.5;
        expected[u"messages_in_rate"_s] = 1.5;
        expected[u"messages_out_rate"_s] = 0;
        expected[u"bytes_in_rate"_s] = 0;
        expected[u"bytes_out_rate"_s] = 2048;
        expected[u"drops"_s] = 6;
        expected[u"last_error"_s] = u"permission denied"_s;
        expected[u"client"_s] = u"js 5"_s;
        expected[u"device"_s] = QJsonValue();
        QCOMPARE(json(answer)[u"items"_s], QJsonValue(QJsonArray{expected}));
        QCOMPARE(json(ask("/admin/api/connections/1-22-333")), expected);
        QCOMPARE(ask("/admin/api/connections/1-22-334").status, 404);
        QCOMPARE(ask("/admin/api/connections/shoe").status, 404);
    }

    void whatIsNotKnownIsNull() {
        bench_.connections.open = {makeConnection({0, 0, 1}, "")};
        const auto item = json(ask("/admin/api/connections"))[u"items"_s][0].toObject();
        for (const auto& name : {u"nick"_s, u"user"_s, u"rtt_ms"_s})
            QVERIFY(item[name].isNull() && item.contains(name));
    }

    void aTraceIsShortAndWithoutTextUnlessItIsAskedFor() {
        const auto answer = trace("0-17-1", "{}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(json(answer), (QJsonObject{{u"id"_s, u"0-17-1"_s},
                                            {u"channel"_s, u"admin:trace.0-17-1"_s},
                                            {u"seconds"_s, 30},
                                            {u"with_text"_s, false}}));
        QCOMPARE(trace("0-17-1", "{\"seconds\":300,\"with_text\":true}").status, 200);
        const auto& traces = bench_.connections.traces;
        QCOMPARE(traces.size(), std::size_t{2});
        QVERIFY(traces[0].duration == std::chrono::seconds(30) && !traces[0].withText);
        QVERIFY(traces[1].duration == std::chrono::seconds(300) && traces[1].withText);
        // Nobody listens: what comes is not kept for anybody.
        bench_.connections.traceSink({});
    }

    void wrongTraces_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("too long") << QByteArray("0-17-1") << QByteArray("{\"seconds\":301}") << 400;
        QTest::newRow("no time") << QByteArray("0-17-1") << QByteArray("{\"seconds\":0}") << 400;
        QTest::newRow("no number") << QByteArray("0-17-1") << QByteArray("{\"seconds\":\"1\"}") << 400;
        QTest::newRow("unknown member") << QByteArray("0-17-1") << QByteArray("{\"text\":true}") << 400;
        QTest::newRow("gone") << QByteArray("0-19-1") << QByteArray("{}") << 404;
        QTest::newRow("no id") << QByteArray("shoe") << QByteArray("{}") << 404;
        QTest::newRow("an operator") << QByteArray("0-18-1") << QByteArray("{}") << 409;
    }
    void wrongTraces() {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QCOMPARE(trace(id.toStdString(), body.toStdString()).status, status);
        QVERIFY(bench_.connections.traces.empty());
    }

    void aTraceIsStopped() {
        const auto stop = [this](const std::string& id) {
            return bench_
                .ask(authorized(makeRequest("DELETE", "/admin/api/connections/" + id + "/trace"), token_))
                .status;
        };
        QCOMPARE(stop("0-17-1"), 204);
        QCOMPARE(stop("0-19-1"), 404);
        QCOMPARE(stop("shoe"), 404);
    }

private:
    protocol::HttpAnswer ask(const std::string& target) {
        return bench_.ask(authorized(makeRequest("GET", target), token_));
    }
    protocol::HttpAnswer trace(const std::string& id, const std::string& body) {
        return bench_.ask(authorized(makePost("/admin/api/connections/" + id + "/trace", body), token_));
    }

    RequestBench bench_;
    std::string token_;
};

QTEST_GUILESS_MAIN(OneConnectionTest)
#include "OneConnectionTest.moc"
