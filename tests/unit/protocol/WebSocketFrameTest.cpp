#include "protocol/WebSocketFrame.h"
#include "Bytes.h"
#include "protocol/Utf8Validator.h"

#include <QTest>

#include <string>

using chinwag::protocol::Opcode;
using chinwag::test::bytes;

class WebSocketFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The length takes 7 bits, then 16, then 64, each only from where the shorter one ends.
    void writesTheShortestHeader_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("empty") << 0 << QByteArray("\x81\x00", 2);
        QTest::newRow("one") << 1 << QByteArray("\x81\x01", 2);
        QTest::newRow("last of 7 bits") << 125 << QByteArray("\x81\x7D", 2);
        QTest::newRow("first of 16 bits") << 126 << QByteArray("\x81\x7E\x00\x7E", 4);
        QTest::newRow("two length bytes") << 0x1234 << QByteArray("\x81\x7E\x12\x34", 4);
        QTest::newRow("last of 16 bits") << 0xFFFF << QByteArray("\x81\x7E\xFF\xFF", 4);
        QTest::newRow("first of 64 bits") << 0x10000 << QByteArray("\x81\x7F\0\0\0\0\0\x01\0\0", 10);
    }

    void writesTheShortestHeader() {
        QFETCH(int, size);
        QFETCH(QByteArray, header);
        const std::string payload(static_cast<std::size_t>(size), 'p');
        const auto frame = chinwag::protocol::makeFrame(Opcode::Text, payload);
        QCOMPARE(bytes(frame), header + bytes(payload));
        QVERIFY(static_cast<std::size_t>(header.size()) <= chinwag::protocol::maxServerHeader);
    }

    void writesTheOpcode_data() {
        QTest::addColumn<int>("opcode");
        for (const auto opcode :
             {Opcode::Continuation, Opcode::Text, Opcode::Binary, Opcode::Close, Opcode::Ping, Opcode::Pong})
            QTest::addRow("%d", static_cast<int>(opcode)) << static_cast<int>(opcode);
    }

    void writesTheOpcode() {
        QFETCH(int, opcode);
        const auto frame = chinwag::protocol::makeFrame(static_cast<Opcode>(opcode), "x");
        QCOMPARE(static_cast<unsigned char>(frame[0]), 0x80 | opcode);
    }

    void appendsBehindWhatIsThere() {
        std::string out = "before";
        chinwag::protocol::appendFrame(out, Opcode::Ping, "hi");
        QCOMPARE(bytes(out), QByteArray("before\x89\x02hi"));
    }

    void passesBytesThrough() {
        std::string payload;
        for (int i = 0; i < 256; ++i)
            payload += static_cast<char>(i);
        const auto frame = chinwag::protocol::makeFrame(Opcode::Binary, payload);
        QCOMPARE(bytes(frame).last(256), bytes(payload));
    }

    void closeFrameCarriesCodeAndReason() {
        QCOMPARE(bytes(chinwag::protocol::makeCloseFrame(3008, "slow")), QByteArray("\x88\x06\x0B\xC0slow"));
        QCOMPARE(bytes(chinwag::protocol::makeCloseFrame(1000, "")), QByteArray("\x88\x02\x03\xE8"));
    }

    // A control frame has at most 125 bytes, and its text must stay valid where it is cut.
    void closeReasonIsCutAtACharacter() {
        for (std::size_t lead = 0; lead < 4; ++lead) {
            std::string reason(lead, 'x');
            while (reason.size() < 200)
                reason += "\xF0\x9F\x98\x80";
            const auto frame = chinwag::protocol::makeCloseFrame(1000, reason);
            QVERIFY(frame.size() <= 2 + 125);
            QVERIFY(frame.size() > 2 + 125 - 4);
            QCOMPARE(static_cast<std::size_t>(static_cast<unsigned char>(frame[1])), frame.size() - 2);
            QVERIFY(chinwag::protocol::Utf8Validator::isValid(std::string_view(frame).substr(4)));
        }
    }

    void reasonThatFitsIsNotCut() {
        const std::string reason(123, 'r');
        QCOMPARE(bytes(chinwag::protocol::makeCloseFrame(1000, reason)).last(123), bytes(reason));
    }
};

QTEST_APPLESS_MAIN(WebSocketFrameTest)
#include "WebSocketFrameTest.moc"
