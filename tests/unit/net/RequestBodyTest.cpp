#include "net/RequestBody.h"
#include "Bytes.h"

#include <QTest>

#include <algorithm>

using chinwag::net::RequestBody;
using chinwag::net::RequestHead;
using chinwag::test::bytes;
using chinwag::test::view;
using Status = RequestBody::Status;

namespace {

constexpr std::size_t maxSize = 1000;

RequestHead chunkedHead() {
    RequestHead head;
    head.chunked = true;
    return head;
}

RequestHead headOfLength(std::size_t length) {
    RequestHead head;
    head.bodyLength = length;
    return head;
}

// Feeds `wire` in pieces of `step` bytes until the body is over; returns the bytes consumed.
std::size_t feedInSteps(RequestBody& body, const QByteArray& wire, std::size_t step) {
    std::size_t used = 0;
    while (body.status() == Status::NeedMore && used < static_cast<std::size_t>(wire.size()))
        used += body.feed(view(wire).substr(used, step));
    return used;
}

} // namespace

class RequestBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noBodyIsDoneAtOnce() {
        RequestBody body(headOfLength(0), maxSize);
        QCOMPARE(body.status(), Status::Done);
        QCOMPARE(body.feed("GET"), std::size_t{0});
    }

    void lengthIsLimited() {
        QCOMPARE(RequestBody(headOfLength(maxSize), maxSize).status(), Status::NeedMore);
        QCOMPARE(RequestBody(headOfLength(maxSize + 1), maxSize).status(), Status::TooLarge);
    }

    void decodes_data() {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("decoded");
        QTest::newRow("nothing") << QByteArray("0\r\n\r\n") << QByteArray();
        QTest::newRow("one chunk") << QByteArray("5\r\nhello\r\n0\r\n\r\n") << QByteArray("hello");
        QTest::newRow("two chunks") << QByteArray("3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n") << QByteArray("hello");
        QTest::newRow("hexadecimal size")
            << QByteArray("A\r\n0123456789\r\n0\r\n\r\n") << QByteArray("0123456789");
        QTest::newRow("lower case size")
            << QByteArray("a\r\n0123456789\r\n0\r\n\r\n") << QByteArray("0123456789");
        QTest::newRow("zeros before") << QByteArray("0005\r\nhello\r\n000\r\n\r\n") << QByteArray("hello");
        QTest::newRow("line ends in the data")
            << QByteArray("4\r\n\r\n\r\n\r\n0\r\n\r\n") << QByteArray("\r\n\r\n");
        QTest::newRow("extension") << QByteArray("2;a=b\r\nhi\r\n0;c\r\n\r\n") << QByteArray("hi");
        QTest::newRow("quoted extension") << QByteArray("2;a=\"b;c\"\r\nhi\r\n0\r\n\r\n") << QByteArray("hi");
        QTest::newRow("blanks before an extension")
            << QByteArray("2 \t;a\r\nhi\r\n0\r\n\r\n") << QByteArray("hi");
        QTest::newRow("trailers") << QByteArray("2\r\nhi\r\n0\r\nX: a\r\nY: b\r\n\r\n") << QByteArray("hi");
        QTest::newRow("largest") << "3E8\r\n" + QByteArray(1000, 'x') + "\r\n0\r\n\r\n"
                                 << QByteArray(1000, 'x');
    }

    void decodes() {
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, decoded);
        const QByteArray next("GET / HTTP/1.1\r\n");
        for (std::size_t step = 1; step <= static_cast<std::size_t>(wire.size() + next.size()); ++step) {
            RequestBody body(chunkedHead(), maxSize);
            QCOMPARE(feedInSteps(body, wire + next, step), static_cast<std::size_t>(wire.size()));
            QVERIFY2(body.status() == Status::Done, body.reason().data());
            QCOMPARE(bytes(body.take()), decoded);
        }
    }

    void readsByLength() {
        const QByteArray wire("hello");
        for (std::size_t step = 1; step <= 8; ++step) {
            RequestBody body(headOfLength(5), maxSize);
            QCOMPARE(feedInSteps(body, wire + "GET", step), std::size_t{5});
            QCOMPARE(body.status(), Status::Done);
            QCOMPARE(bytes(body.take()), wire);
        }
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("status");
        const auto bad = [](const char* name, const QByteArray& wire) {
            QTest::newRow(name) << wire << static_cast<int>(Status::Bad);
        };
        const auto large = [](const char* name, const QByteArray& wire) {
            QTest::newRow(name) << wire << static_cast<int>(Status::TooLarge);
        };
        bad("no size", "\r\n");
        bad("not hexadecimal", "xyz\r\n");
        bad("prefixed", "0x5\r\n");
        bad("signed", "+5\r\n");
        bad("negative", "-5\r\n");
        bad("space before", " 5\r\n");
        bad("space after", "5 \r\n");
        bad("digits after a space", "5 5\r\n");
        bad("only an extension", ";a\r\n");
        bad("bare line feed after the size", "5\nhello\r\n");
        bad("bare carriage return after the size", "5\rhello");
        bad("carriage return in an extension", "5;a\rb\r\n");
        bad("NUL in an extension", QByteArray("5;\0\r\n", 5));
        bad("underscore", "1_0\r\n");
        bad("chunk longer than its size", "3\r\nhello\r\n0\r\n\r\n");
        bad("chunk shorter than its size", "7\r\nhello\r\n0\r\n\r\n");
        bad("bare line feed after the data", "5\r\nhello\n0\r\n\r\n");
        bad("nothing after the data", "5\r\nhello0\r\n\r\n");
        bad("too many digits", QByteArray(16, '0') + "\r\n");
        bad("size over 64 bits", "10000000000000005\r\nhello\r\n");
        bad("folded trailer", "0\r\nX: a\r\n b\r\n\r\n");
        bad("trailer without colon", "0\r\nX\r\n\r\n");
        bad("trailer with a space before the colon", "0\r\nX : a\r\n\r\n");
        bad("bare line feed in the trailer", "0\r\nX: a\n\r\n");
        bad("request in the trailer", "0\r\nGET / HTTP/1.1\r\n\r\n");
        large("one chunk too large", "3E9\r\n");
        large("largest size", "FFFFFFFFFFFFFFF\r\n");
        large("second chunk too large", "3E8\r\n" + QByteArray(1000, 'x') + "\r\n1\r\n");
        large("endless extension", "1;" + QByteArray(RequestBody::maxOverhead, 'x'));
        large("endless size line", QByteArray(RequestBody::maxOverhead + 1, '0'));
        large("endless trailer", "0\r\nX: " + QByteArray(RequestBody::maxOverhead, 'x'));
        large("endless trailers",
              "0\r\n" + QByteArray("X: y\r\n").repeated(RequestBody::maxOverhead / 4 + 1));
        large("many extensions", QByteArray("1;" + QByteArray(1000, 'e') + "\r\nx\r\n").repeated(20));
    }

    void refuses() {
        QFETCH(QByteArray, wire);
        QFETCH(int, status);
        for (const std::size_t step :
             {std::size_t{1}, std::size_t{7}, static_cast<std::size_t>(wire.size())}) {
            RequestBody body(chunkedHead(), maxSize);
            const auto used = feedInSteps(body, wire, step);
            QCOMPARE(static_cast<int>(body.status()), status);
            QVERIFY2(!body.reason().empty(), "a refusal says why");
            QCOMPARE(body.feed(view(wire).substr(used)), std::size_t{0});
        }
    }

    void waitsForTheRest_data() { decodes_data(); }
    void waitsForTheRest() {
        QFETCH(QByteArray, wire);
        for (qsizetype size = 0; size < wire.size(); ++size) {
            RequestBody body(chunkedHead(), maxSize);
            QCOMPARE(body.feed(view(wire.first(size))), static_cast<std::size_t>(size));
            QCOMPARE(body.status(), Status::NeedMore);
        }
    }

    // A length that was only announced costs nothing.
    void keepsOnlyWhatCame() {
        RequestBody body(headOfLength(maxSize), maxSize);
        body.feed("hi");
        QCOMPARE(bytes(body.take()), QByteArray("hi"));
    }
};

QTEST_APPLESS_MAIN(RequestBodyTest)
#include "RequestBodyTest.moc"
