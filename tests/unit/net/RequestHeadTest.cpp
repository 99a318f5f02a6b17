#include "net/RequestHead.h"
#include "Bytes.h"

#include <QTest>

#include <string>

using chinwag::net::HeadResult;
using chinwag::net::parseRequestHead;
using chinwag::test::bytes;
using chinwag::test::view;
using Status = HeadResult::Status;

namespace {

constexpr std::size_t maxSize = 16 * 1024;
constexpr std::size_t maxBody = 1024 * 1024;

HeadResult parse(const QByteArray& head) {
    return parseRequestHead(view(head), maxSize, maxBody);
}

// A right request with `fields` (each with its CRLF) after Host.
QByteArray with(const QByteArray& fields) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray asking(const QByteArray& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

QByteArray toHost(const QByteArray& host) {
    return "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

} // namespace

class RequestHeadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllParts() {
        const QByteArray head(
            "POST /a/b%20c?x=1&y=?2 HTTP/1.1\r\nHost: chat.example:8000\r\nX-One:  two words \t\r\n"
            "content-LENGTH: 12\r\nx-empty:\r\n\r\n");
        const auto result = parse(head + "twelve bytes and more");
        QCOMPARE(result.status, Status::Complete);
        QCOMPARE(bytes(result.head.method), QByteArray("POST"));
        QCOMPARE(bytes(result.head.target), QByteArray("/a/b%20c?x=1&y=?2"));
        QCOMPARE(bytes(result.head.path()), QByteArray("/a/b%20c"));
        QCOMPARE(bytes(result.head.query()), QByteArray("x=1&y=?2"));
        QCOMPARE(result.head.minorVersion, 1);
        QCOMPARE(result.head.headers.size(), std::size_t{4});
        QCOMPARE(bytes(result.head.headers[1].name), QByteArray("X-One"));
        QCOMPARE(bytes(result.head.headers[1].value), QByteArray("two words"));
        QVERIFY(result.head.headers[3].value.empty());
        QCOMPARE(result.head.bodyLength, std::size_t{12});
        QVERIFY(!result.head.chunked);
        QVERIFY(result.head.keepAlive);
        QCOMPARE(result.head.size, static_cast<std::size_t>(head.size()));
    }

    void accepts_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("smallest") << with("");
        QTest::newRow("HTTP/1.0 without Host") << QByteArray("GET / HTTP/1.0\r\n\r\n");
        QTest::newRow("one empty line before") << QByteArray("\r\n" + with(""));
        QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("all marks of a token")
            << QByteArray("!#$%&'*+-.^_`|~0aZ / HTTP/1.1\r\nHost: a\r\n!#$%&'*+-.^_`|~0aZ: x\r\n\r\n");
        QTest::newRow("marks of browsers in the query") << asking("/?a=b|c{d}^`\\'[]");
        QTest::newRow("empty query") << asking("/?");
        QTest::newRow("two slashes") << asking("//a//");
        QTest::newRow("host in capitals") << toHost("CHAT.Example");
        QTest::newRow("host with port") << toHost("a:65535");
        QTest::newRow("host with an empty port") << toHost("a:");
        QTest::newRow("IPv4 host") << toHost("192.0.2.1:80");
        QTest::newRow("IPv6 host") << toHost("[2001:db8::1]");
        QTest::newRow("IPv6 host with port") << toHost("[::1]:8000");
        QTest::newRow("underscore in host") << toHost("a_b.internal");
        QTest::newRow("percent-encoded host") << toHost("a%41");
        QTest::newRow("blanks around the value") << with("X:\t \tv\t \r\n");
        QTest::newRow("tab in the value") << with("X: a\tb\r\n");
        QTest::newRow("non-ASCII value") << with("X: caf\xC3\xA9\r\n");
        QTest::newRow("colon in the value") << with("X: a:b\r\n");
        QTest::newRow("Content-Length zero") << with("Content-Length: 0\r\n");
        QTest::newRow("Content-Length with zeros before") << with("Content-Length: 0007\r\n");
        QTest::newRow("largest body") << with("Content-Length: 1048576\r\n");
        QTest::newRow("chunked") << with("Transfer-Encoding: chunked\r\n");
        QTest::newRow("chunked in capitals") << with("transfer-encoding: Chunked\r\n");
        QTest::newRow("100 fields") << with(QByteArray("X: y\r\n").repeated(99));
    }

    void accepts() {
        QFETCH(QByteArray, head);
        const auto result = parse(head);
        QVERIFY2(result.status == Status::Complete, result.reason.c_str());
        QCOMPARE(result.head.size, static_cast<std::size_t>(head.size()));
        QCOMPARE(result.answerStatus, 0);
    }

    void refuses_data();
    void refuses();

    // Whatever is refused is refused for good: more bytes do not heal it.
    void staysRefused_data() { refuses_data(); }
    void staysRefused() {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        QCOMPARE(parse(head + "GET / HTTP/1.1\r\nHost: a\r\n\r\n").answerStatus, status);
    }

    void refusesAtTheFirstWrongByte_data() {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("TLS ClientHello") << QByteArray("\x16\x03\x01");
        QTest::newRow("one byte of it") << QByteArray("\x16");
        QTest::newRow("NUL") << QByteArray("\0", 1);
        QTest::newRow("space first") << QByteArray(" ");
        QTest::newRow("line feed first") << QByteArray("\n");
        QTest::newRow("colon in the method") << QByteArray("GET:");
        QTest::newRow("non-ASCII") << QByteArray("\xC3\xA9");
        QTest::newRow("wrong after the empty line") << QByteArray("\r\n\x16");
        QTest::newRow("second empty line") << QByteArray("\r\n\r\n");
        QTest::newRow("request line without target") << QByteArray("GET\r\n");
        QTest::newRow("bare line feed") << QByteArray("GET / HTTP/1.1\n");
        QTest::newRow("bare line feed in a field") << QByteArray("GET / HTTP/1.1\r\nHost: a\n");
        QTest::newRow("bare carriage return") << QByteArray("GET / HTTP/1.1\r\nHost: a\rb");
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n");
        QTest::newRow("wrong target, fields to come") << QByteArray("GET a HTTP/1.1\r\n");
    }

    void refusesAtTheFirstWrongByte() {
        QFETCH(QByteArray, start);
        const auto result = parse(start);
        QCOMPARE(result.status, Status::Bad);
        QVERIFY(!result.reason.empty());
    }

    void waitsForEveryCut() {
        const QByteArray head("\r\nGET /ws/chat?room=a HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n");
        for (qsizetype size = 0; size < head.size(); ++size)
            QCOMPARE(parse(head.first(size)).status, Status::Incomplete);
        QCOMPARE(parse(head).status, Status::Complete);
    }

    void limitsTheHead() {
        const QByteArray head =
            with("X: " + QByteArray(static_cast<qsizetype>(maxSize) - with("X: \r\n").size(), 'x') + "\r\n");
        QCOMPARE(static_cast<std::size_t>(head.size()), maxSize);
        QCOMPARE(parse(head).status, Status::Complete);
        QCOMPARE(parse(head + "a body of whatever size").status, Status::Complete);
        QCOMPARE(parseRequestHead(view(head), maxSize - 1, maxBody).answerStatus, 431);
        QCOMPARE(parse(head.first(head.size() - 1)).status, Status::Incomplete);
        QByteArray endless = "GET / HTTP/1.1\r\nX: " + QByteArray(maxSize, 'x');
        QCOMPARE(parse(endless.first(maxSize - 1)).status, Status::Incomplete);
        QCOMPARE(parse(endless.first(maxSize)).status, Status::TooLarge);
        QCOMPARE(parse(endless).answerStatus, 431);
        QCOMPARE(parse(QByteArray(maxSize, 'G')).answerStatus, 431);
    }

    void limitsTheFieldsBeforeTheHeadIsComplete() {
        const auto result = parse("GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(101));
        QCOMPARE(result.status, Status::TooLarge);
        QCOMPARE(result.answerStatus, 431);
    }

    void limitsTheBody() {
        const auto result = parse(with("Content-Length: 1048577\r\n"));
        QCOMPARE(result.status, Status::TooLarge);
        QCOMPARE(result.answerStatus, 413);
        QVERIFY(bytes(result.reason).contains("1048576"));
    }

    void keepsAlive_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepAlive");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << true;
        QTest::newRow("1.1 close") << with("Connection: close\r\n") << false;
        QTest::newRow("1.1 Close in a list") << with("Connection: x, Close\r\n") << false;
        QTest::newRow("1.1 close in a second field")
            << with("Connection: x\r\nConnection: close\r\n") << false;
        QTest::newRow("1.1 keep-alive and close") << with("Connection: keep-alive, close\r\n") << false;
        QTest::newRow("1.1 something like close") << with("Connection: closed\r\n") << true;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
        QTest::newRow("1.0 keep-alive")
            << QByteArray("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n") << true;
        QTest::newRow("1.0 keep-alive and close")
            << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n") << false;
    }

    void keepsAlive() {
        QFETCH(QByteArray, head);
        QFETCH(bool, keepAlive);
        const auto result = parse(head);
        QCOMPARE(result.status, Status::Complete);
        QCOMPARE(result.head.keepAlive, keepAlive);
    }

    void readsTheFirstOfTwo() {
        const auto result = parse("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(bytes(result.head.target), QByteArray("/1"));
        QCOMPARE(result.head.size, std::size_t{28});
    }
};

void RequestHeadTest::refuses_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, int status, const QByteArray& head) {
        QTest::newRow(name) << head << status;
    };

    row("no version", 400, "GET /\r\n\r\n");
    row("two spaces after the method", 400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("two spaces before the version", 400, "GET /  HTTP/1.1\r\nHost: a\r\n\r\n");
    row("tab for a space", 400, "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n");
    row("space after the version", 400, "GET / HTTP/1.1 \r\nHost: a\r\n\r\n");
    row("lower case version", 400, "GET / http/1.1\r\nHost: a\r\n\r\n");
    row("other protocol", 400, "GET / RTSP/1.1\r\nHost: a\r\n\r\n");
    row("two digits", 400, "GET / HTTP/1.10\r\nHost: a\r\n\r\n");
    row("letter for a digit", 400, "GET / HTTP/1.x\r\nHost: a\r\n\r\n");
    row("no dot", 400, "GET / HTTP/1-1\r\nHost: a\r\n\r\n");
    row("HTTP/0.9", 505, "GET / HTTP/0.9\r\nHost: a\r\n\r\n");
    row("HTTP/1.2", 505, "GET / HTTP/1.2\r\nHost: a\r\n\r\n");
    row("HTTP/2.0", 505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n");
    row("HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("method with a slash", 400, "GE/T / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("empty method", 400, " / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("two empty lines before", 400, "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");

    row("absolute form", 400, asking("http://a/"));
    row("absolute form of another host", 400, asking("http://b/"));
    row("authority form", 400, "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("asterisk form", 400, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("relative target", 400, asking("index.html"));
    row("fragment", 400, asking("/#a"));
    row("fragment in the query", 400, asking("/?a#b"));
    row("backslash in the path", 400, asking("/\\b"));
    row("quotation mark", 400, asking("/\"b"));
    row("angle bracket", 400, asking("/?<script>"));
    row("cut percent-encoding", 400, asking("/a%2"));
    row("percent alone", 400, asking("/a%"));
    row("percent and letters", 400, asking("/a%zz"));
    row("percent in the query", 400, asking("/?a=%4g"));
    row("NUL in the target", 400, asking(QByteArray("/a\0b", 4)));
    row("control in the target", 400, asking("/a\x01"));
    row("tab in the target", 400, asking("/a\tb"));
    row("delete in the target", 400, asking("/a\x7F"));
    row("non-ASCII target", 400, asking("/caf\xC3\xA9"));

    row("bare line feeds", 400, "GET / HTTP/1.1\nHost: a\n\n");
    row("bare line feed in a value", 400, with("X: a\nY: b\r\n"));
    row("bare carriage return in a value", 400, with("X: a\rY: b\r\n"));
    row("carriage return twice", 400, with("X: a\r\r\n"));
    row("line feed before CRLF", 400, with("X: a\n\r\n"));
    row("folded with a space", 400, with("X: a\r\n b\r\n"));
    row("folded with a tab", 400, with("X: a\r\n\tb\r\n"));
    row("folded first line", 400, "GET / HTTP/1.1\r\n Host: a\r\n\r\n");
    row("space before the colon", 400, with("X : a\r\n"));
    row("tab before the colon", 400, with("X\t: a\r\n"));
    row("empty name", 400, with(": a\r\n"));
    row("no colon", 400, with("X\r\n"));
    row("space in the name", 400, with("X Y: a\r\n"));
    row("non-ASCII name", 400, with("\xC3\xA9: a\r\n"));
    row("parenthesis in the name", 400, with("X(): a\r\n"));
    row("NUL in the name", 400, with(QByteArray("X\0: a\r\n", 7)));
    row("NUL in a value", 400, with(QByteArray("X: a\0b\r\n", 8)));
    row("escape in a value", 400, with("X: a\x1B[2J\r\n"));
    row("vertical tab in a value", 400, with("X: a\x0B\r\n"));
    row("delete in a value", 400, with("X: a\x7F\r\n"));
    row("101 fields", 431, with(QByteArray("X: y\r\n").repeated(100)));

    row("no Host", 400, "GET / HTTP/1.1\r\n\r\n");
    row("two Hosts", 400, with("Host: b\r\n"));
    row("the same Host twice", 400, with("host: a\r\n"));
    row("two Hosts in HTTP/1.0", 400, "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n");
    row("empty Host", 400, toHost(""));
    row("two hosts in one", 400, toHost("a b"));
    row("host with a path", 400, toHost("a/b"));
    row("host with a user", 400, toHost("u@a"));
    row("host with a scheme", 400, toHost("http://a"));
    row("only a port", 400, toHost(":80"));
    row("port not a number", 400, toHost("a:b"));
    row("port too large", 400, toHost("a:65536"));
    row("port beyond all numbers", 400, toHost("a:99999999999999999999"));
    row("signed port", 400, toHost("a:+80"));
    row("two ports", 400, toHost("a:80:80"));
    row("IPv6 without brackets", 400, toHost("::1"));
    row("bracket open", 400, toHost("[::1"));
    row("empty brackets", 400, toHost("[]"));
    row("name in brackets", 400, toHost("[a]"));
    row("IPv4 in brackets", 400, toHost("[192.0.2.1]"));
    row("zone in brackets", 400, toHost("[fe80::1%25eth0]"));
    row("text after the brackets", 400, toHost("[::1]a"));
    row("quotation mark in the host", 400, toHost("a\"b"));
    row("wrong percent-encoding in the host", 400, toHost("a%4"));
    row("non-ASCII host", 400, toHost("caf\xC3\xA9"));
    row("host too long", 400, toHost(QByteArray(256, 'a')));

    row("Content-Length empty", 400, with("Content-Length:\r\n"));
    row("Content-Length signed", 400, with("Content-Length: +5\r\n"));
    row("Content-Length negative", 400, with("Content-Length: -5\r\n"));
    row("Content-Length hexadecimal", 400, with("Content-Length: 0x5\r\n"));
    row("Content-Length fractional", 400, with("Content-Length: 5.0\r\n"));
    row("Content-Length of words", 400, with("Content-Length: five\r\n"));
    row("Content-Length with a space", 400, with("Content-Length: 5 5\r\n"));
    row("Content-Length as a list", 400, with("Content-Length: 5, 5\r\n"));
    row("Content-Length twice", 400, with("Content-Length: 5\r\nContent-Length: 5\r\n"));
    row("two Content-Lengths", 400, with("Content-Length: 5\r\ncontent-length: 6\r\n"));
    row("Content-Length over 64 bits", 400, with("Content-Length: 18446744073709551616\r\n"));
    row("Content-Length of 64 bits", 413, with("Content-Length: 18446744073709551615\r\n"));
    row("Content-Length over the limit", 413, with("Content-Length: 1048577\r\n"));
    row("both framings", 400, with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
    row("both framings, other order", 400, with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"));
    row("both framings, an odd encoding", 400, with("Transfer-Encoding: x\r\nContent-Length: 5\r\n"));
    row("chunked in HTTP/1.0", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("Transfer-Encoding twice", 400, with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
    row("gzip, then chunked", 501, with("Transfer-Encoding: gzip, chunked\r\n"));
    row("chunked twice in a list", 501, with("Transfer-Encoding: chunked, chunked\r\n"));
    row("identity", 501, with("Transfer-Encoding: identity\r\n"));
    row("only something like chunked", 501, with("Transfer-Encoding: xchunked\r\n"));
    row("chunked with a parameter", 501, with("Transfer-Encoding: chunked;q=1\r\n"));
    row("chunked in quotes", 501, with("Transfer-Encoding: \"chunked\"\r\n"));
    row("Transfer-Encoding empty", 501, with("Transfer-Encoding:\r\n"));
}

void RequestHeadTest::refuses() {
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    const auto result = parse(head);
    QCOMPARE(result.answerStatus, status);
    const bool large = status == 413 || status == 431;
    QCOMPARE(result.status, large ? Status::TooLarge : Status::Bad);
    QVERIFY2(!result.reason.empty(), "a refusal says why");
}

QTEST_APPLESS_MAIN(RequestHeadTest)
#include "RequestHeadTest.moc"
