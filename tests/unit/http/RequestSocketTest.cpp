#include "http/RequestSocket.h"
#include "OfferingServer.h"
#include "http/QtCompat.h"

#include <QHostAddress>
#include <QPointer>
#include <QTest>

#include <memory>
#include <vector>

using chinwag::http::AnswerOnce;
using chinwag::http::RequestSocket;
using chinwag::protocol::HttpAnswer;
using chinwag::protocol::HttpRequest;
using chinwag::tests::OfferingServer;

using namespace Qt::StringLiterals;

/// RequestSocket against QHttpServer itself, with routes that do what ours do not do yet.
class RequestSocketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        answers_.clear();
        server_ = std::make_unique<QHttpServer>();
        listener_ = std::make_unique<OfferingServer>();
        QVERIFY(listener_->listen(QHostAddress::LocalHost));
        QVERIFY(chinwag::http::compat::bind(*server_, listener_.get()));
        listener_->setParent(nullptr);
        server_->route(u"/echo"_s, [](const QHttpServerRequest& request) {
            QByteArray seen = request.remoteAddress().toString().toLatin1() + '\n';
            for (const char* name : {"X-Own", "Connection", "Upgrade", "Expect"})
                seen += request.value(name) + '\n';
            return QHttpServerResponse("text/plain", seen + request.body());
        });
        server_->route(u"/status/<arg>"_s, [](int status) {
            return QHttpServerResponse(static_cast<QHttpServerResponder::StatusCode>(status));
        });
    }

    void cleanup() {
        server_.reset();
        listener_.reset();
    }

    void bodyAndPeerArrive_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("hello");
        QTest::newRow("looks like a head") << QByteArray("GET /status/204 HTTP/1.1\r\n\r\n");
        QTest::newRow("every byte") << everyByte();
        QTest::newRow("1 MiB") << QByteArray(1024 * 1024, 'x');
    }

    void bodyAndPeerArrive() {
        QFETCH(QByteArray, body);
        auto request = makeRequest("POST");
        request.body = body.toStdString();
        offer(request, "/echo");
        QCOMPARE(answers_.size(), std::size_t{1});
        QCOMPARE(answers_[0].status, 200);
        QCOMPARE(QByteArray::fromStdString(answers_[0].body), "2001:db8::1\n\n\n\n\n" + body);
    }

    void fieldsOfTheConnectionStayBehind() {
        auto request = makeRequest("POST");
        request.headers = {{"Host", "a"},
                           {"X-Own", "mine"},
                           {"connection", "Upgrade, keep-alive"},
                           {"Upgrade", "websocket"},
                           {"Expect", "100-continue"},
                           {"Transfer-Encoding", "chunked"},
                           {"Content-Length", "999"}};
        request.body = "body";
        offer(request, "/echo");
        QCOMPARE(answers_.size(), std::size_t{1});
        QCOMPARE(answers_[0].body, std::string("2001:db8::1\nmine\n\n\n\nbody"));
    }

    void statusArrives_data() {
        QTest::addColumn<int>("status");
        for (const int status : {200, 204, 304, 404, 418, 500, 503})
            QTest::addRow("%d", status) << status;
    }

    void statusArrives() {
        QFETCH(int, status);
        offer(makeRequest("GET"), "/status/" + QByteArray::number(status));
        QCOMPARE(answers_.size(), std::size_t{1});
        QCOMPARE(answers_[0].status, status);
        QVERIFY(answers_[0].body.empty());
        QVERIFY(chinwag::protocol::headerValue(answers_[0].headers, "Content-Length").empty());
    }

    void goesAwayOnceAnswered() {
        const QPointer<RequestSocket> socket = offer(makeRequest("GET"), "/status/200");
        QVERIFY(QTest::qWaitFor([&socket] { return socket.isNull(); }));
        QCOMPARE(answers_.size(), std::size_t{1});
    }

    void aDroppedRequestIsA500() {
        // QHttpServer hangs up on a request line that it cannot read.
        const QPointer<RequestSocket> socket = offer(makeRequest("GET"), "");
        QVERIFY(QTest::qWaitFor([&socket] { return socket.isNull(); }));
        QCOMPARE(answers_.size(), std::size_t{1});
        QCOMPARE(answers_[0].status, 500);
    }

    void aRequestThatIsNeverAnsweredIsA503() {
        const QPointer<RequestSocket> socket = offerLater(makeRequest("GET"), "/status/200");
        server_.reset();
        delete socket;
        QCOMPARE(answers_.size(), std::size_t{1});
        QCOMPARE(answers_[0].status, 503);
    }

    void closingIsNoSecondAnswer() {
        const QPointer<RequestSocket> socket = offer(makeRequest("GET"), "/status/200");
        QVERIFY(!socket.isNull());
        socket->close();
        socket->disconnectFromHost();
        QVERIFY(QTest::qWaitFor([&socket] { return socket.isNull(); }));
        QCOMPARE(answers_.size(), std::size_t{1});
        QCOMPARE(answers_[0].status, 200);
    }

private:
    static QByteArray everyByte() {
        QByteArray bytes;
        for (int i = 0; i < 256; ++i)
            bytes += static_cast<char>(i);
        return bytes;
    }

    static HttpRequest makeRequest(const char* method) {
        HttpRequest request;
        request.method = method;
        request.headers = {{"Host", "chat.example.org"}};
        request.peerAddress = "2001:db8::1";
        return request;
    }

    RequestSocket* offerLater(const HttpRequest& request, const QByteArray& target) {
        auto sink = [this](HttpAnswer answer) { answers_.push_back(std::move(answer)); };
        auto* const socket = new RequestSocket(request, target, AnswerOnce(sink), this);
        listener_->addPendingConnection(socket);
        return socket;
    }

    RequestSocket* offer(const HttpRequest& request, const QByteArray& target) {
        auto* const socket = offerLater(request, target);
        Q_EMIT socket->readyRead();
        return socket;
    }

    std::unique_ptr<QHttpServer> server_;
    std::unique_ptr<OfferingServer> listener_;
    std::vector<HttpAnswer> answers_;
};

QTEST_GUILESS_MAIN(RequestSocketTest)
#include "RequestSocketTest.moc"
