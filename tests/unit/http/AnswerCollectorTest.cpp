#include "http/AnswerCollector.h"

#include <QTest>

using chinwag::http::AnswerCollector;
using State = AnswerCollector::State;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class AnswerCollectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCompleteAnswers_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi") << 200
                              << QByteArray("hi");
        QTest::newRow("empty body") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                                    << 404 << QByteArray();
        QTest::newRow("length in lower case")
            << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx") << 200 << QByteArray("x");
        QTest::newRow("no reason") << QByteArray("HTTP/1.1 299\r\nContent-Length: 1\r\n\r\nx") << 299
                                   << QByteArray("x");
        QTest::newRow("204 without a length")
            << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
        QTest::newRow("304 without a length")
            << QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n") << 304 << QByteArray();
        QTest::newRow("304 with the length of what it spares")
            << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n") << 304 << QByteArray();
        QTest::newRow("more than the length")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1 200 OK\r\n") << 200
            << QByteArray("hi");
        QTest::newRow("empty line in the body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\r\n\r\nx") << 200
            << QByteArray("\r\n\r\nx");
    }

    void readsCompleteAnswers() {
        QFETCH(QByteArray, bytes);
        AnswerCollector whole;
        QCOMPARE(whole.feed(view(bytes)), State::Complete);
        compare(whole);

        AnswerCollector byByte;
        for (qsizetype i = 0; i < bytes.size(); ++i)
            byByte.feed(view(bytes.mid(i, 1)));
        QCOMPARE(byByte.state(), State::Complete);
        compare(byByte);
    }

    void keepsTheFieldsButTheLength() {
        AnswerCollector collector;
        collector.feed("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\nX-Empty: \r\n"
                       "Allow: GET, HEAD\r\n\r\n");
        const auto answer = collector.take();
        QCOMPARE(answer.headers.size(), std::size_t{3});
        QCOMPARE(answer.headers[0].name, std::string("Content-Type"));
        QCOMPARE(answer.headers[0].value, std::string("text/html"));
        QCOMPARE(answer.headers[1].value, std::string());
        QCOMPARE(answer.headers[2].value, std::string("GET, HEAD"));
    }

    void waitsForTheRest_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("status line") << QByteArray("HTTP/1.1 200 OK\r\n");
        QTest::newRow("head but its end") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r");
        QTest::newRow("no body yet") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
        QTest::newRow("half the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nh");
    }

    void waitsForTheRest() {
        QFETCH(QByteArray, bytes);
        AnswerCollector collector;
        QCOMPARE(collector.feed(view(bytes)), State::Incomplete);
    }

    void refusesWhatHasNoEnd_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: a/b\r\n\r\n");
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("no number") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n");
        QTest::newRow("negative") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("trailing text") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1 x\r\n\r\n");
        QTest::newRow("no field") << QByteArray("HTTP/1.1 200 OK\r\nwrong\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.1 \r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("other version") << QByteArray("HTTP/2 200 OK\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("interim answer") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
        QTest::newRow("no head") << QByteArray("\r\n\r\n");
    }

    void refusesWhatHasNoEnd() {
        QFETCH(QByteArray, bytes);
        AnswerCollector collector;
        QCOMPARE(collector.feed(view(bytes)), State::Malformed);
        QCOMPARE(collector.feed("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), State::Malformed);
    }

private:
    static void compare(AnswerCollector& collector) {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto answer = collector.take();
        QCOMPARE(answer.status, status);
        QCOMPARE(QByteArray::fromStdString(answer.body), body);
    }
};

QTEST_APPLESS_MAIN(AnswerCollectorTest)
#include "AnswerCollectorTest.moc"
