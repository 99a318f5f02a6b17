#include "net/WebSocketOpening.h"
#include "Bytes.h"

#include <QTest>

#include <string>

using chinwag::net::judgeOpening;
using chinwag::net::parseRequestHead;
using chinwag::net::WebSocketOpening;
using chinwag::protocol::headerValue;
using chinwag::test::bytes;
using chinwag::test::view;
using Verdict = WebSocketOpening::Verdict;

namespace {

constexpr const char* upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
constexpr const char* key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
constexpr const char* version = "Sec-WebSocket-Version: 13\r\n";

WebSocketOpening judge(const QByteArray& fields, const QByteArray& line = "GET /ws/chat HTTP/1.1") {
    const QByteArray request = line + "\r\nHost: a\r\n" + fields + "\r\n";
    const auto result = parseRequestHead(view(request), 16 * 1024, 1024);
    if (result.status != chinwag::net::HeadResult::Status::Complete)
        qFatal("the test's own request is wrong: %s", result.reason.c_str());
    return judgeOpening(result.head);
}

QByteArray withKey(const QByteArray& value) {
    return QByteArray(upgrade) + version + "Sec-WebSocket-Key: " + value + "\r\n";
}

QByteArray withVersion(const QByteArray& value) {
    return QByteArray(upgrade) + key + "Sec-WebSocket-Version: " + value + "\r\n";
}

QByteArray withMore(const QByteArray& fields) {
    return QByteArray(upgrade) + key + version + fields;
}

} // namespace

class WebSocketOpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordinaryRequests_data() {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("only the key") << QByteArray(key) + version;
        QTest::newRow("Upgrade without Connection") << QByteArray("Upgrade: websocket\r\n") + key + version;
        QTest::newRow("Connection without Upgrade") << QByteArray("Connection: Upgrade\r\n") + key + version;
        QTest::newRow("another protocol") << QByteArray("Connection: Upgrade\r\nUpgrade: h2c\r\n");
        QTest::newRow("something like it") << QByteArray("Connection: Upgrade\r\nUpgrade: websockets\r\n");
    }

    void ordinaryRequests() {
        QFETCH(QByteArray, fields);
        QCOMPARE(judge(fields).verdict, Verdict::NotAsked);
    }

    void right_data() {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("RFC 6455 section 1.2") << withMore("");
        QTest::newRow("other case") << QByteArray("upgrade: WebSocket\r\nconnection: UPGRADE\r\n") + key +
                                           version;
        QTest::newRow("Firefox's Connection")
            << QByteArray("Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n") + key + version;
        QTest::newRow("Connection in two fields")
            << QByteArray("Connection: keep-alive\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n") + key +
                   version;
        QTest::newRow("among protocols")
            << QByteArray("Connection: Upgrade\r\nUpgrade: h2c, websocket\r\n") + key + version;
        QTest::newRow("key of 16 zero bytes") << withKey("AAAAAAAAAAAAAAAAAAAAAA==");
        QTest::newRow("key with all marks") << withKey("+/+/+/+/+/+/+/+/+/+/+w==");
        QTest::newRow("empty body") << withMore("Content-Length: 0\r\n");
        QTest::newRow("extensions offered")
            << withMore("Sec-WebSocket-Extensions: permessage-deflate; x\r\n");
        QTest::newRow("origin") << withMore("Origin: https://chat.example\r\n");
    }

    void right() {
        QFETCH(QByteArray, fields);
        const auto opening = judge(fields);
        QVERIFY2(opening.verdict == Verdict::Right, opening.answer.body.c_str());
        QVERIFY(opening.subprotocols.empty());
    }

    void wrong_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, int status, const QByteArray& fields) {
            QTest::newRow(name) << QByteArray("GET / HTTP/1.1") << fields << status;
        };
        QTest::newRow("POST") << QByteArray("POST / HTTP/1.1") << withMore("") << 405;
        QTest::newRow("get") << QByteArray("get / HTTP/1.1") << withMore("") << 405;
        QTest::newRow("HEAD") << QByteArray("HEAD / HTTP/1.1") << withMore("") << 405;
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0") << withMore("") << 400;
        row("body", 400, withMore("Content-Length: 1\r\n"));
        row("chunked body", 400, withMore("Transfer-Encoding: chunked\r\n"));
        row("no key", 400, QByteArray(upgrade) + version);
        row("two keys", 400, withMore(key));
        row("two different keys", 400, withMore("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"));
        row("empty key", 400, withKey(""));
        row("15 bytes", 400, withKey("AAAAAAAAAAAAAAAAAAAA"));
        row("17 bytes", 400, withKey("AAAAAAAAAAAAAAAAAAAAAAA="));
        row("18 bytes", 400, withKey("AAAAAAAAAAAAAAAAAAAAAAAA"));
        row("32 bytes", 400, withKey("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        row("no padding", 400, withKey("AAAAAAAAAAAAAAAAAAAAAA"));
        row("padding inside", 400, withKey("AAAAAAAAAAAAAAAAAAAA==AA"));
        row("URL alphabet", 400, withKey("-_-_-_-_-_-_-_-_-_-_-w=="));
        row("space in the key", 400, withKey("AAAAAAAAAA AAAAAAAAAAA=="));
        row("non-ASCII key", 400,
            withKey("\xC3\xA9"
                    "AAAAAAAAAAAAAAAAAAAA=="));
        row("no version", 426, QByteArray(upgrade) + key);
        row("version 8", 426, withVersion("8"));
        row("version 14", 426, withVersion("14"));
        row("version 013", 426, withVersion("013"));
        row("version list", 426, withVersion("13, 8"));
        row("version twice", 426, withMore(version));
        row("version empty", 426, withVersion(""));
        row("two origins", 400, withMore("Origin: http://a\r\nOrigin: http://a\r\n"));
        row("empty subprotocol", 400, withMore("Sec-WebSocket-Protocol:\r\n"));
        row("empty member", 400, withMore("Sec-WebSocket-Protocol: a,,b\r\n"));
        row("comma at the end", 400, withMore("Sec-WebSocket-Protocol: a,\r\n"));
        row("two words", 400, withMore("Sec-WebSocket-Protocol: a b\r\n"));
        row("quoted subprotocol", 400, withMore("Sec-WebSocket-Protocol: \"a\"\r\n"));
        row("subprotocol twice", 400, withMore("Sec-WebSocket-Protocol: a, b, a\r\n"));
        row("subprotocol twice in two fields", 400,
            withMore("Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: a\r\n"));
    }

    void wrong() {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        const auto opening = judge(fields, line);
        QCOMPARE(opening.verdict, Verdict::Wrong);
        QCOMPARE(opening.answer.status, status);
        QCOMPARE(bytes(headerValue(opening.answer.headers, "Content-Type")),
                 QByteArray("application/problem+json"));
        QCOMPARE(bytes(headerValue(opening.answer.headers, "Sec-WebSocket-Version")),
                 QByteArray(status == 426 ? "13" : ""));
        QCOMPARE(bytes(headerValue(opening.answer.headers, "Upgrade")),
                 QByteArray(status == 426 ? "websocket" : ""));
        QCOMPARE(bytes(headerValue(opening.answer.headers, "Allow")), QByteArray(status == 405 ? "GET" : ""));
    }

    void listsSubprotocolsInOrder() {
        const auto opening =
            judge(withMore("Sec-WebSocket-Protocol: b,a\t,\tc.v1\r\nsec-websocket-protocol: D\r\n"));
        QCOMPARE(opening.verdict, Verdict::Right);
        const std::vector<std::string> expected{"b", "a", "c.v1", "D"};
        QVERIFY(opening.subprotocols == expected);
    }
};

QTEST_APPLESS_MAIN(WebSocketOpeningTest)
#include "WebSocketOpeningTest.moc"
