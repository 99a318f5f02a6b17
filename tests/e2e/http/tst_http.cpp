// HTTP/1.1 as the server speaks it: keep-alive, HEAD, bodies, limits and the headers of every answer.
#include "support/ServerProcess.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <vector>

namespace chinwag::test {

class HttpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void pagesAnswer_data();
    void pagesAnswer();
    void headHasNoBody_data() { pagesAnswer_data(); }
    void headHasNoBody();
    void refusals_data();
    void refusals();
    void refusalsOnASecondRequest_data() { refusals_data(); }
    void refusalsOnASecondRequest();
    void wrongMethodNamesTheRightOnes();
    void everyOtherRequestIsKeptAlive();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void pipelinedRequestsAreAnsweredInOrder();
    void bodies_data();
    void bodies();
    void largestBodyIsRead();
    void expectContinue();
    void expectContinueForTooMuch();
    void requestInSingleBytes();
    void idleConnectionEnds();

private:
    static void checkSecurityHeaders(const Answer& answer);
    static void checkRefusal(HttpProbe& probe);

    ServerProcess server_;
};

void HttpTest::initTestCase() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.origins"), QStringLiteral("https://chat.example.org")}};
    QVERIFY(server_.start(options));
}

void HttpTest::checkSecurityHeaders(const Answer& answer) {
    QCOMPARE(answer.header("X-Content-Type-Options"), std::string("nosniff"));
    QVERIFY2(answer.has("Content-Security-Policy"), answer.describe().c_str());
    QVERIFY2(answer.has("Referrer-Policy"), answer.describe().c_str());
    QVERIFY2(answer.has("Date"), answer.describe().c_str());
    const auto named = [&answer](std::string_view name) {
        return std::count_if(answer.headers.begin(), answer.headers.end(),
                             [name](const auto& header) { return header.name == name; });
    };
    for (const char* name : {"X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy", "Date",
                             "Content-Type", "Connection"})
        QVERIFY2(named(name) <= 1, answer.describe().c_str());
}

void HttpTest::pagesAnswer_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("page") << QByteArray("/") << QByteArray("text/html");
    QTest::newRow("page as in the tutorial") << QByteArray("/static/index.html") << QByteArray("text/html");
    QTest::newRow("page with a query") << QByteArray("/?room=lobby") << QByteArray("text/html");
    QTest::newRow("stats") << QByteArray("/stats") << QByteArray("application/json");
    QTest::newRow("metrics") << QByteArray("/metrics") << QByteArray("text/plain");
    QTest::newRow("health") << QByteArray("/healthz") << QByteArray();
    QTest::newRow("readiness") << QByteArray("/readyz") << QByteArray();
    QTest::newRow("API description") << QByteArray("/openapi.json") << QByteArray("application/json");
    QTest::newRow("API page") << QByteArray("/docs") << QByteArray("text/html");
}

void HttpTest::pagesAnswer() {
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, type);
    HttpProbe probe = server_.http();
    const Answer answer = probe.get(target.toStdString());
    QVERIFY2(answer.kind == Answer::Kind::Complete && answer.status == 200, answer.describe().c_str());
    QVERIFY(!answer.body.empty());
    const auto contentType = QByteArray::fromStdString(answer.header("Content-Type"));
    QVERIFY2(contentType.startsWith(type), contentType.constData());
    checkSecurityHeaders(answer);
}

void HttpTest::headHasNoBody() {
    QFETCH(QByteArray, target);
    HttpProbe probe = server_.http();
    probe.send(request("HEAD", target.toStdString()) + request("GET", "/healthz"));
    const Answer head = probe.read(true);
    QVERIFY2(head.kind == Answer::Kind::Complete && head.status == 200, head.describe().c_str());
    QVERIFY(head.has("Content-Length"));
    QVERIFY(head.header("Content-Length") != "0");
    checkSecurityHeaders(head);
    // A body would stand in the way of this one.
    const Answer next = probe.read();
    QVERIFY2(next.kind == Answer::Kind::Complete && next.status == 200, next.describe().c_str());
}

void HttpTest::refusals_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("ends");
    const auto row = [](const char* name, const std::string& bytes, int status, bool ends) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << status << ends;
    };
    std::string manyFields;
    for (int i = 0; i < 200; ++i)
        manyFields += "X-" + std::to_string(i) + ": a\r\n";
    row("unknown path", request("GET", "/nothing"), 404, false);
    row("out of the page's folder", request("GET", "/static/../../etc/passwd"), 404, false);
    row("out of the page's folder, encoded", request("GET", "/static/%2e%2e/%2e%2e/etc/passwd"), 404, false);
    row("wrong method", request("DELETE", "/healthz"), 405, false);
    row("unknown method", request("BREW", "/healthz"), 501, false);
    row("chat without an upgrade", request("GET", "/ws/chat"), 426, true);
    row("foreign page opens the chat", openingRequest("/ws/chat", "Origin: https://evil.example\r\n"), 403,
        true);
    row("chat with a bad room", openingRequest("/ws/chat?room=a/b"), 400, true);
    row("head too large", request("GET", "/", "X-A: " + std::string(17 * 1024, 'a') + "\r\n"), 431, true);
    row("head too large and never complete",
        "GET / HTTP/1.1\r\nHost: a\r\nX-A: " + std::string(17 * 1024, 'a'), 431, true);
    row("too many fields", request("GET", "/", manyFields), 431, true);
    row("body announced too large", request("POST", "/", "Content-Length: 1048577\r\n"), 413, true);
    row("chunks too large", request("POST", "/", "Transfer-Encoding: chunked\r\n") + "100001\r\n", 413, true);
    row("chunks too large together",
        request("POST", "/", "Transfer-Encoding: chunked\r\n") + "fffff\r\n" + std::string(0xFFFFF, 'b') +
            "\r\n2\r\nbb\r\n0\r\n\r\n",
        413, true);
    row("no HTTP at all", "\x03\x01 hello\r\n\r\n", 400, true);
}

void HttpTest::checkRefusal(HttpProbe& probe) {
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(bool, ends);
    probe.send(bytes.toStdString());
    const Answer answer = probe.read();
    QVERIFY2(answer.kind == Answer::Kind::Complete && answer.status == status, answer.describe().c_str());
    checkSecurityHeaders(answer);
    const auto type = QByteArray::fromStdString(answer.header("Content-Type"));
    QVERIFY2(type.startsWith("application/problem+json"), type.constData());
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
    QCOMPARE(json[QStringLiteral("status")].toInt(), status);
    QVERIFY(!json[QStringLiteral("title")].toString().isEmpty());
    QVERIFY(!json[QStringLiteral("detail")].toString().isEmpty());
    if (!ends) {
        const Answer next = probe.get("/healthz");
        QVERIFY2(next.kind == Answer::Kind::Complete && next.status == 200, next.describe().c_str());
        return;
    }
    QCOMPARE(answer.header("Connection"), std::string("close"));
    QVERIFY(probe.read().isEnd());
}

void HttpTest::refusals() {
    HttpProbe probe = server_.http();
    checkRefusal(probe);
}

void HttpTest::refusalsOnASecondRequest() {
    HttpProbe probe = server_.http();
    QCOMPARE(probe.get("/healthz").status, 200);
    checkRefusal(probe);
}

void HttpTest::wrongMethodNamesTheRightOnes() {
    HttpProbe probe = server_.http();
    probe.send(request("POST", "/healthz", "Content-Length: 0\r\n"));
    const Answer answer = probe.read();
    QCOMPARE(answer.status, 405);
    QVERIFY2(answer.header("Allow").find("GET") != std::string::npos, answer.describe().c_str());
}

void HttpTest::everyOtherRequestIsKeptAlive() {
    HttpProbe probe = server_.http();
    for (int i = 0; i < 100; ++i) {
        const Answer answer = probe.get(i % 2 == 0 ? "/healthz" : "/nothing");
        QVERIFY2(answer.kind == Answer::Kind::Complete, answer.describe().c_str());
        QCOMPARE(answer.status, i % 2 == 0 ? 200 : 404);
    }
}

void HttpTest::closesWhenAsked_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray line("GET /healthz HTTP/1.1\r\nHost: localhost\r\n");
    QTest::newRow("close") << QByteArray(line + "Connection: close\r\n\r\n");
    QTest::newRow("Close") << QByteArray(line + "Connection: Close\r\n\r\n");
    QTest::newRow("close in a list") << QByteArray(line + "Connection: foo, close\r\n\r\n");
    QTest::newRow("close and keep-alive") << QByteArray(line + "Connection: keep-alive, close\r\n\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("GET /healthz HTTP/1.0\r\n\r\n");
    QTest::newRow("HTTP/1.0 with Host") << QByteArray("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n");
}

void HttpTest::closesWhenAsked() {
    QFETCH(QByteArray, bytes);
    HttpProbe probe = server_.http();
    // What stands behind the last request is not answered.
    probe.send(bytes.toStdString() + request("GET", "/healthz"));
    const auto answers = probe.readToEnd();
    QCOMPARE(answers.size(), std::size_t{2});
    QCOMPARE(answers.front().status, 200);
    QCOMPARE(answers.front().header("Connection"), std::string("close"));
    QVERIFY2(answers.back().isEnd(), answers.back().describe().c_str());
}

void HttpTest::pipelinedRequestsAreAnsweredInOrder() {
    HttpProbe probe = server_.http();
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += request(i % 3 == 2 ? "POST" : "GET", i % 3 == 1 ? "/nothing" : "/stats");
    probe.send(all);
    for (int i = 0; i < 50; ++i) {
        const Answer answer = probe.read();
        QVERIFY2(answer.kind == Answer::Kind::Complete, answer.describe().c_str());
        QCOMPARE(answer.status, i % 3 == 0 ? 200 : i % 3 == 1 ? 404 : 405);
    }
}

void HttpTest::bodies_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& headers, const std::string& body) {
        QTest::newRow(name) << QByteArray::fromStdString(request("POST", "/healthz", headers) + body);
    };
    row("empty", "Content-Length: 0\r\n", "");
    row("no length at all", "", "");
    row("by length", "Content-Length: 5\r\n", "hello");
    row("by length with zeros", "Content-Length: 005\r\n", "hello");
    row("that looks like a request", "Content-Length: 43\r\n",
        "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n\n");
    row("one chunk", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n");
    row("several chunks", "Transfer-Encoding: chunked\r\n", "2\r\nhe\r\nA\r\n0123456789\r\n0\r\n\r\n");
    row("no chunk", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n");
    row("chunk extension", "Transfer-Encoding: chunked\r\n", "5;name=value\r\nhello\r\n0\r\n\r\n");
    row("trailer", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n");
    row("chunked in upper case", "Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n");
}

// The next request starts exactly where the body ends.
void HttpTest::bodies() {
    QFETCH(QByteArray, bytes);
    HttpProbe probe = server_.http();
    probe.send(bytes.toStdString() + request("GET", "/healthz"));
    const Answer first = probe.read();
    QVERIFY2(first.kind == Answer::Kind::Complete && first.status == 405, first.describe().c_str());
    const Answer second = probe.read();
    QVERIFY2(second.kind == Answer::Kind::Complete && second.status == 200, second.describe().c_str());
}

void HttpTest::largestBodyIsRead() {
    HttpProbe probe = server_.http();
    probe.send(request("POST", "/healthz", "Content-Length: 1048576\r\n") + std::string(1048576, 'b') +
               request("GET", "/healthz"));
    QCOMPARE(probe.read().status, 405);
    QCOMPARE(probe.read().status, 200);
}

void HttpTest::expectContinue() {
    HttpProbe probe = server_.http();
    probe.send(request("POST", "/healthz", "Content-Length: 5\r\nExpect: 100-continue\r\n"));
    Answer answer = probe.read();
    QVERIFY2(answer.kind == Answer::Kind::Complete && answer.status == 100, answer.describe().c_str());
    probe.send("hello");
    answer = probe.read();
    QCOMPARE(answer.status, 405);
    QCOMPARE(probe.get("/healthz").status, 200);
}

void HttpTest::expectContinueForTooMuch() {
    HttpProbe probe = server_.http();
    probe.send(request("POST", "/healthz", "Content-Length: 1048577\r\nExpect: 100-continue\r\n"));
    const auto answers = probe.readToEnd();
    QCOMPARE(answers.size(), std::size_t{2});
    QCOMPARE(answers.front().status, 413);
}

void HttpTest::requestInSingleBytes() {
    HttpProbe probe = server_.http();
    const std::string bytes =
        request("POST", "/healthz", "Content-Length: 5\r\n") + "hello" + request("GET", "/healthz");
    for (const char byte : bytes)
        QVERIFY(probe.send(std::string(1, byte)));
    QCOMPARE(probe.read().status, 405);
    QCOMPARE(probe.read().status, 200);
}

void HttpTest::idleConnectionEnds() {
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.idle_timeout"), QStringLiteral("300ms")}};
    QVERIFY(server.start(options));
    HttpProbe probe = server.http();
    QCOMPARE(probe.get("/healthz").status, 200);
    const Answer end = probe.read();
    QVERIFY2(end.kind == Answer::Kind::End, end.describe().c_str());
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::HttpTest)
#include "tst_http.moc"
