#include "RequestBench.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

using chinwag::http::HttpServer;
using chinwag::http::Readiness;
using chinwag::protocol::HttpAnswer;
using chinwag::tests::makeRequest;
using chinwag::tests::OfferingServer;
using chinwag::tests::RequestBench;

/// Threads, lifetimes, and that each request gets exactly one answer.
class HttpServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyThreadsAskAtOnce() {
        constexpr int threadCount = 4;
        constexpr int perThread = 250;
        constexpr std::size_t total = std::size_t{threadCount} * perThread;
        constexpr std::array<std::pair<std::string_view, int>, 5> asked{
            {{"/stats", 200}, {"/", 200}, {"/nothing", 404}, {"/metrics", 200}, {"/static/..", 404}}};

        RequestBench bench;
        QVERIFY(bench.isBound());
        std::vector<std::atomic<int>> answers(total);
        std::atomic<int> wrong = 0;
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (std::size_t first = 0; first < total; first += perThread) {
            threads.emplace_back([&, first] {
                for (std::size_t i = first; i < first + perThread; ++i) {
                    const auto [target, status] = asked[i % asked.size()];
                    bench.server().handle(makeRequest("GET", target),
                                          [&, i, expected = status](const HttpAnswer& answer) {
                                              wrong += answer.status == expected ? 0 : 1;
                                              ++answers[i];
                                              ++answered;
                                          });
                }
            });
        }
        for (auto& thread : threads)
            thread.join();
        QVERIFY(QTest::qWaitFor([&] { return answered == static_cast<int>(total); }, 60'000));
        QCoreApplication::processEvents();
        QCOMPARE(wrong.load(), 0);
        for (const auto& count : answers)
            QCOMPARE(count.load(), 1);
        QVERIFY(QTest::qWaitFor([&] { return !hasRequestSockets(bench); }));
    }

    void answersComeFromTheControlThread() {
        RequestBench bench;
        std::atomic<QThread*> answeredOn = nullptr;
        std::thread asker([&] {
            bench.server().handle(makeRequest("GET", "/healthz"),
                                  [&](const HttpAnswer&) { answeredOn = QThread::currentThread(); });
        });
        asker.join();
        QVERIFY(QTest::qWaitFor([&] { return answeredOn.load() == QThread::currentThread(); }));
    }

    void aBodyIsTakenAlong_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::newRow("GET") << QByteArray("GET") << 200;
        QTest::newRow("POST") << QByteArray("POST") << 405;
    }

    void aBodyIsTakenAlong() {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        RequestBench bench;
        auto request = makeRequest(method.toStdString(), "/stats");
        request.body.assign(1024 * 1024, '\n');
        QCOMPARE(bench.ask(request).status, status);
        QCOMPARE(bench.get("/stats").status, 200);
    }

    void anUpgradeIsAnOrdinaryRequestHere() {
        RequestBench bench;
        const auto answer = bench.ask("GET", "/stats",
                                      {{"Connection", "Upgrade"},
                                       {"Upgrade", "websocket"},
                                       {"Sec-WebSocket-Version", "13"},
                                       {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}});
        QCOMPARE(answer.status, 200);
    }

    void oddHostsDoNotMatter_data() {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("IPv6") << QByteArray("[::1]:8000");
        QTest::newRow("port") << QByteArray("localhost:1");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("user") << QByteArray("user:password@host");
        QTest::newRow("nonsense") << QByteArray("a b:c:d[");
    }

    void oddHostsDoNotMatter() {
        QFETCH(QByteArray, host);
        RequestBench bench;
        auto request = makeRequest("GET", "/healthz");
        request.headers = {{"Host", host.toStdString()}};
        QCOMPARE(bench.ask(request).status, 200);
    }

    void theConnectionMayBeGone() {
        RequestBench bench;
        auto connection = std::make_shared<int>(0);
        bool called = false;
        bench.server().handle(
            makeRequest("GET", "/stats"),
            [&called, gone = std::weak_ptr<int>(connection)](const HttpAnswer&) { called = gone.expired(); });
        connection.reset();
        QVERIFY(QTest::qWaitFor([&] { return called; }));
    }

    void anAnswerMayAskAgain() {
        RequestBench bench;
        int status = 0;
        bench.server().handle(makeRequest("GET", "/stats"), [&](const HttpAnswer&) {
            bench.server().handle(makeRequest("GET", "/healthz"),
                                  [&](const HttpAnswer& answer) { status = answer.status; });
        });
        QVERIFY(QTest::qWaitFor([&] { return status == 200; }));
    }

    void whatWaitsWhenTheServerGoesIsA503() {
        RequestBench bench;
        std::vector<int> answers;
        for (int i = 0; i < 3; ++i) {
            bench.server().handle(makeRequest("GET", "/stats"),
                                  [&](const HttpAnswer& answer) { answers.push_back(answer.status); });
        }
        bench.destroyServer();
        QCOMPARE(answers, (std::vector<int>{503, 503, 503}));
        QVERIFY(bench.listener().isListening());
    }

    void anAnswerMayEndTheServer() {
        RequestBench bench;
        bool answered = false;
        bench.server().handle(makeRequest("GET", "/stats"), [&](const HttpAnswer&) {
            answered = true;
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), [&bench] { bench.destroyServer(); }, Qt::QueuedConnection);
        });
        QPointer<HttpServer> server = &bench.server();
        QVERIFY(QTest::qWaitFor([&] { return server.isNull(); }));
        QVERIFY(answered);
    }

    void beforeItIsBoundItAnswers503() {
        HttpServer server({}, {[] { return chinwag::metrics::Snapshot(); }, [] { return Readiness::Ready; }});
        int status = 0;
        server.handle(makeRequest("GET", "/stats"),
                      [&](const HttpAnswer& answer) { status = answer.status; });
        QVERIFY(QTest::qWaitFor([&] { return status == 503; }));
    }

    void aListenerThatDoesNotListenIsRefused() {
        HttpServer server({}, {[] { return chinwag::metrics::Snapshot(); }, [] { return Readiness::Ready; }});
        OfferingServer deaf;
        QVERIFY(!server.bind(&deaf, [](QTcpSocket*) {}));
    }

    void theListenerStaysItsOwners() {
        QObject owner;
        auto* const listener = new OfferingServer;
        listener->setParent(&owner);
        QVERIFY(listener->listen(QHostAddress::LocalHost));
        {
            HttpServer server({},
                              {[] { return chinwag::metrics::Snapshot(); }, [] { return Readiness::Ready; }});
            QVERIFY(server.bind(listener, [](QTcpSocket*) {}));
            QCOMPARE(listener->parent(), &owner);
        }
        QCOMPARE(owner.children().size(), 1);
        QVERIFY(listener->isListening());
    }

    void aClosedListenerDoesNotEndTheAnswers() {
        RequestBench bench;
        bench.listener().close();
        QCOMPARE(bench.get("/healthz").status, 200);
        QCOMPARE(bench.get("/readyz").status, 200);
    }

private:
    /// Whether a request still lives after its answer; QHttpServer may have become its parent.
    static bool hasRequestSockets(RequestBench& bench) {
        return !bench.server().findChildren<QTcpSocket*>().isEmpty();
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "HttpServerTest.moc"
