#include "RequestBench.h"

#include <QJsonObject>
#include <QTest>

using chinwag::http::Options;
using chinwag::http::Readiness;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

/// The routes that report, and what holds for all routes.
class RoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownPaths_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("contentType");
        const QByteArray html = "text/html; charset=utf-8";
        const QByteArray js = "text/javascript; charset=utf-8";
        const QByteArray css = "text/css; charset=utf-8";
        const QByteArray svg = "image/svg+xml; charset=utf-8";
        const QByteArray text = "text/plain; charset=utf-8";
        const QByteArray jsonType = "application/json";
        QTest::newRow("page") << QByteArray("/") << html;
        QTest::newRow("page with a query") << QByteArray("/?room=a%20b") << html;
        QTest::newRow("page as the tutorial names it") << QByteArray("/static/index.html") << html;
        QTest::newRow("script") << QByteArray("/static/app.js") << js;
        QTest::newRow("style") << QByteArray("/static/app.css") << css;
        QTest::newRow("encoded") << QByteArray("/static/%61pp.css") << css;
        QTest::newRow("icon") << QByteArray("/favicon.svg") << svg;
        QTest::newRow("old icon") << QByteArray("/favicon.ico") << svg;
        QTest::newRow("stats") << QByteArray("/stats") << jsonType;
        QTest::newRow("metrics") << QByteArray("/metrics")
                                 << QByteArray("text/plain; version=0.0.4; charset=utf-8");
        QTest::newRow("health") << QByteArray("/healthz") << jsonType;
        QTest::newRow("readiness") << QByteArray("/readyz") << jsonType;
        QTest::newRow("description") << QByteArray("/openapi.json") << jsonType;
        QTest::newRow("docs") << QByteArray("/docs") << html;
        QTest::newRow("docs with a slash") << QByteArray("/docs/") << html;
        QTest::newRow("events") << QByteArray("/docs/events") << html;
        QTest::newRow("events script") << QByteArray("/docs/events.js") << js;
        QTest::newRow("events style") << QByteArray("/docs/events.css") << css;
        QTest::newRow("docs script") << QByteArray("/docs/docs.js") << js;
        QTest::newRow("docs style") << QByteArray("/docs/swagger-ui.css") << css;
        QTest::newRow("docs bundle") << QByteArray("/docs/swagger-ui-bundle.js") << js;
        QTest::newRow("docs license") << QByteArray("/docs/LICENSE") << text;
    }

    void knownPaths() {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, contentType);
        RequestBench bench;
        QVERIFY(bench.isBound());
        const auto answer = bench.get(target.toStdString());
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Content-Type"), contentType);
        QVERIFY(!answer.body.empty());
        QVERIFY(!header(answer, "Cache-Control").isEmpty());
        QCOMPARE(!header(answer, "Content-Security-Policy").isEmpty(), contentType.startsWith("text/html"));

        // Its writer needs the body for the length, so an answer to HEAD is the same.
        if (!target.startsWith("/metrics"))
            QCOMPARE(bench.ask("HEAD", target.toStdString()).body, answer.body);
        QCOMPARE(bench.ask("HEAD", target.toStdString()).status, 200);

        for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT"}) {
            const auto refused = bench.ask(method, target.toStdString());
            QCOMPARE(refused.status, 405);
            QCOMPARE(header(refused, "Allow"), QByteArray("GET, HEAD"));
        }
    }

    void unknownPaths_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("unknown") << QByteArray("/nothing");
        QTest::newRow("below a path") << QByteArray("/stats/more");
        QTest::newRow("slash at the end") << QByteArray("/stats/");
        QTest::newRow("two slashes") << QByteArray("//stats");
        QTest::newRow("host in the path") << QByteArray("//host/stats");
        QTest::newRow("in capitals") << QByteArray("/STATS");
        QTest::newRow("a dot is a dot") << QByteArray("/openapiXjson");
        QTest::newRow("encoded question mark") << QByteArray("/stats%3F");
        QTest::newRow("space") << QByteArray("/stats%20");
        QTest::newRow("the folder itself") << QByteArray("/static");
        QTest::newRow("the folder with a slash") << QByteArray("/static/");
        QTest::newRow("no such file") << QByteArray("/static/nothing.js");
        QTest::newRow("no such page of the docs") << QByteArray("/docs/nothing.js");
        QTest::newRow("the chat is not here") << QByteArray("/connection");
    }

    void unknownPaths() {
        QFETCH(QByteArray, target);
        RequestBench bench;
        for (const char* method : {"GET", "HEAD"}) {
            const auto answer = bench.ask(method, target.toStdString());
            QCOMPARE(answer.status, 404);
            QCOMPARE(header(answer, "Content-Type"), QByteArray("application/problem+json"));
            QCOMPARE(json(answer)[u"status"_s].toInt(), 404);
        }
    }

    void unknownMethods_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("unheard of") << QByteArray("BREW");
        QTest::newRow("in small letters") << QByteArray("get");
    }

    void unknownMethods() {
        QFETCH(QByteArray, method);
        RequestBench bench;
        QCOMPARE(bench.ask(method.toStdString(), "/stats").status, 501);
        QCOMPARE(bench.ask(method.toStdString(), "/nothing").status, 501);
    }

    void malformedTargets_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("asterisk") << QByteArray("*");
        QTest::newRow("NUL") << QByteArray("/static/index.html%00.js");
        QTest::newRow("not UTF-8") << QByteArray("/%ff");
        QTest::newRow("cut off") << QByteArray("/%4");
    }

    void malformedTargets() {
        QFETCH(QByteArray, target);
        RequestBench bench;
        QCOMPARE(bench.get(target.toStdString()).status, 400);
    }

    void statsTellTheNumbers() {
        RequestBench bench;
        bench.snapshot.facts.version = "1.2.3";
        bench.snapshot.facts.rooms = 4;
        bench.snapshot.facts.started -= std::chrono::hours(1);
        bench.snapshot.openWebSockets = 5;
        bench.snapshot.openSecureWebSockets = 2;
        bench.snapshot.openHttp = 6;
        bench.snapshot.acceptedConnections = 70;
        bench.snapshot.httpRequests = 8;
        bench.snapshot.messagesIn = 9;
        bench.snapshot.messageBytesIn = 1000;
        bench.snapshot.deliveries = 45;
        bench.snapshot.bytesIn = 2000;
        bench.snapshot.bytesOut = 5'000'000'000;
        const auto stats = json(bench.get("/stats"));
        QCOMPARE(stats[u"version"_s].toString(), u"1.2.3"_s);
        QCOMPARE(stats[u"rooms"_s].toInt(), 4);
        QVERIFY(stats[u"uptime_seconds"_s].toInt() >= 3600);
        QCOMPARE(stats[u"connections"_s],
                 QJsonValue(QJsonObject{
                     {u"total"_s, 11}, {u"websocket"_s, 5}, {u"secure_websocket"_s, 2}, {u"http"_s, 6}}));
        QCOMPARE(stats[u"connections_accepted"_s].toInt(), 70);
        QCOMPARE(stats[u"http_requests"_s].toInt(), 8);
        QCOMPARE(
            stats[u"messages"_s],
            QJsonValue(QJsonObject{{u"received"_s, 9}, {u"received_bytes"_s, 1000}, {u"delivered"_s, 45}}));
        QCOMPARE(stats[u"bytes"_s],
                 QJsonValue(QJsonObject{{u"received"_s, 2000}, {u"sent"_s, qint64{5'000'000'000}}}));
    }

    void uptimeIsNeverNegative() {
        RequestBench bench;
        bench.snapshot.facts.started += std::chrono::hours(1);
        QCOMPARE(json(bench.get("/stats"))[u"uptime_seconds"_s].toInt(-1), 0);
    }

    void readinessFollowsTheServer() {
        RequestBench bench;
        QCOMPARE(bench.get("/readyz").status, 200);
        bench.readiness = Readiness::StoreFails;
        const auto failing = bench.get("/readyz");
        QCOMPARE(failing.status, 503);
        QVERIFY(failing.body.find("messages cannot be kept") != std::string::npos);
        bench.readiness = Readiness::ShuttingDown;
        const auto answer = bench.get("/readyz");
        QCOMPARE(answer.status, 503);
        QVERIFY(answer.body.find("shutting down") != std::string::npos);
        QCOMPARE(header(answer, "Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(bench.get("/healthz").status, 200);
    }

    void metricsTellTheNumbers() {
        RequestBench bench;
        bench.snapshot.facts.rooms = 4711;
        QVERIFY(bench.get("/metrics").body.find("\nchinwag_rooms 4711\n") != std::string::npos);
    }

    void metricsCanBeOff() {
        Options options;
        options.metricsEnabled = false;
        RequestBench bench(options);
        QCOMPARE(bench.get("/metrics").status, 404);
        QCOMPARE(bench.get("/stats").status, 200);
    }

    void metricsStayInside() {
        Options options;
        options.splitInternal = true;
        RequestBench bench(options);
        const auto outside = bench.get("/metrics");
        QCOMPARE(outside.status, 404);
        // Nothing tells that there is something.
        QCOMPARE(outside.body, bench.get("/nothing").body);
        QCOMPARE(bench.ask("DELETE", "/metrics").status, 404);
        QCOMPARE(bench.ask("BREW", "/metrics").status, bench.ask("BREW", "/nothing").status);

        auto request = makeRequest("GET", "/metrics");
        request.internal = true;
        QCOMPARE(bench.ask(request).status, 200);
        request.target = "/stats";
        QCOMPARE(bench.ask(request).status, 200);
    }
};

QTEST_GUILESS_MAIN(RoutesTest)
#include "RoutesTest.moc"
