#include "net/FrameReader.h"
#include "Bytes.h"
#include "support/ClientFrame.h"

#include <QTest>

#include <algorithm>
#include <string>

namespace chinwag::test {

using net::FrameReader;
using protocol::CloseCode;
using Event = FrameReader::Event;
using Length = ClientFrame::Length;

namespace {

constexpr std::size_t maxMessage = 64 * 1024;

// All events of `wire`, read in pieces of `step` bytes, one line each. Each piece lies in memory of its
// own, so that AddressSanitizer sees a payload that outlives its input.
QByteArray events(const std::string& wire, std::size_t step = std::string::npos) {
    FrameReader reader(maxMessage);
    QByteArray out;
    for (std::size_t at = 0; at < wire.size(); at += std::min(step, wire.size() - at)) {
        std::string piece = wire.substr(at, step);
        std::span<char> input(piece);
        while (true) {
            const Event event = reader.next(input);
            if (event == Event::NeedMore)
                break;
            if (event == Event::Violation)
                return out + "violation " + QByteArray::number(static_cast<int>(reader.violation()));
            static constexpr const char* names[] = {"", "text ", "binary ", "ping ", "pong ", "close "};
            out += names[static_cast<std::size_t>(event)];
            if (event == Event::Close)
                out += QByteArray::number(reader.closeCode()) + " ";
            out += bytes(reader.payload()) + "\n";
        }
        if (!input.empty())
            return out + "input left over";
    }
    return out;
}

QByteArray row(const ClientFrame& frame) {
    return bytes(frame.bytes());
}

QByteArray row(std::initializer_list<ClientFrame> frames) {
    return bytes(wire(frames));
}

} // namespace

class FrameReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();

    // The same bytes, cut anywhere, are the same events.
    void cutsDoNotMatter_data() {
        reads_data();
        QTest::newRow("a violation after messages")
            << row({text("a"), ping("b"), text("c").unmasked(), text("d")})
            << QByteArray("text a\nping b\nviolation 1002");
    }
    void cutsDoNotMatter() {
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, expected);
        const auto whole = static_cast<std::size_t>(wire.size());
        const std::size_t stride = std::max<std::size_t>(1, whole / 200);
        for (std::size_t step = 1; step <= whole; step += stride)
            QCOMPARE(events(wire.toStdString(), step), expected);
    }

    void aMessageAtTheLimitPasses() {
        const std::string most(maxMessage, 'x');
        QCOMPARE(events(text(most).bytes()).size(), static_cast<qsizetype>(most.size()) + 6);
        const std::string half(maxMessage / 2, 'x');
        QCOMPARE(events(wire({text(half).part(), continuation(half)})).size(),
                 static_cast<qsizetype>(most.size()) + 6);
    }

    // Before its payload has come: the announcement is enough.
    void aMessageOverTheLimitIsRefusedByItsHeader() {
        QCOMPARE(events(text("").announcing(maxMessage + 1).bytes()), QByteArray("violation 1009"));
        QCOMPARE(events(text("").encoded(Length::Bits64).announcing((1ULL << 63) - 1).bytes()),
                 QByteArray("violation 1009"));
        const std::string most(maxMessage, 'x');
        QCOMPARE(events(wire({text(most).part(), continuation("").announcing(1)})),
                 QByteArray("violation 1009"));
    }

    void invalidTextIsRefusedAtItsFirstWrongByte() {
        // Announced are ten bytes, of which two come.
        const auto begun = text("a\xFF").announcing(10).bytes();
        QCOMPARE(events(begun), QByteArray("violation 1007"));
    }

    void aWholeMessageIsNotCopied() {
        std::string piece = text("Alice: Hello").bytes();
        std::span<char> input(piece);
        FrameReader reader(maxMessage);
        QCOMPARE(reader.next(input), Event::Text);
        QVERIFY(reader.payload().data() > piece.data());
        QVERIFY(reader.payload().data() < piece.data() + piece.size());
    }

    void staysViolated() {
        std::string piece = text("a").unmasked().bytes() + text("b").bytes();
        std::span<char> input(piece);
        FrameReader reader(maxMessage);
        QCOMPARE(reader.next(input), Event::Violation);
        QCOMPARE(reader.next(input), Event::Violation);
        QCOMPARE(reader.violation(), CloseCode::ProtocolError);
        QVERIFY(reader.payload().empty());
    }

    void countsFragments() {
        std::string piece =
            wire({text("whole"), text("a").part(), ping(), continuation("b").part(), continuation("c")});
        std::span<char> input(piece);
        FrameReader reader(maxMessage);
        QCOMPARE(reader.next(input), Event::Text);
        QCOMPARE(reader.takeFragmentCount(), std::uint32_t{0});
        QCOMPARE(reader.next(input), Event::Ping);
        QCOMPARE(reader.takeFragmentCount(), std::uint32_t{1});
        QCOMPARE(reader.next(input), Event::Text);
        QCOMPARE(reader.takeFragmentCount(), std::uint32_t{2});
        QCOMPARE(reader.takeFragmentCount(), std::uint32_t{0});
    }
};

void FrameReaderTest::reads_data() {
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char* name, const QByteArray& wire, const QByteArray& expected) {
        QTest::newRow(name) << wire << expected;
    };
    const std::string long126(126, 'm');
    const std::string long65536(65536, 'l');
    add("text", row(text("Alice: Hello")), "text Alice: Hello\n");
    add("empty text", row(text("")), "text \n");
    add("mask of zeros", row(text("Hello").masked(0)), "text Hello\n");
    add("mask of ones", row(text("Hello").masked(0xFFFFFFFF)), "text Hello\n");
    add("byte order mark is kept",
        row(text("\xEF\xBB\xBF"
                 "a")),
        "text \xEF\xBB\xBF"
        "a\n");
    add("all of UTF-8's lengths", row(text("aé€😀")), "text aé€😀\n");
    add("NUL in the text", row(text(std::string("a\0b", 3))), QByteArray("text a\0b\n", 9));
    add("binary, not UTF-8", row(binary("\xFF\xFE")), "binary \xFF\xFE\n");
    add("length in 16 bits", row(text(long126)), "text " + bytes(long126) + "\n");
    add("length in 64 bits", row(binary(long65536)), "binary " + bytes(long65536) + "\n");
    add("three messages", row({text("a"), binary("b"), text("c")}), "text a\nbinary b\ntext c\n");
    add("fragments", row({text("Hel").part(), continuation("lo").part(), continuation("!")}),
        "text Hello!\n");
    add("empty fragments", row({text("").part(), continuation("").part(), continuation("")}), "text \n");
    add("empty first fragment", row({binary("").part(), continuation("x")}), "binary x\n");
    add("empty last fragment", row({binary("x").part(), continuation("")}), "binary x\n");
    add("message after fragments", row({text("a").part(), continuation("b"), text("c")}),
        "text ab\ntext c\n");
    add("fragments twice", row({text("a").part(), continuation("b"), binary("c").part(), continuation("d")}),
        "text ab\nbinary cd\n");
    add("character over two fragments", row({text("\xE2\x82").part(), continuation("\xAC")}),
        "text \xE2\x82\xAC\n");
    add("character over four fragments",
        row({text("\xF0").part(), continuation("\x9F").part(), continuation("\x98").part(),
             continuation("\x80")}),
        "text \xF0\x9F\x98\x80\n");
    add("ping", row(ping("hi")), "ping hi\n");
    add("largest ping", row(ping(std::string(125, 'p'))), "ping " + QByteArray(125, 'p') + "\n");
    add("pong", row(pong("")), "pong \n");
    add("ping between fragments", row({text("a").part(), ping("p"), continuation("b")}), "ping p\ntext ab\n");
    add("ping inside a character", row({text("\xC3").part(), ping("p"), continuation("\xA9")}),
        "ping p\ntext \xC3\xA9\n");
    add("ping that is not UTF-8", row(ping("\xFF")), "ping \xFF\n");
    add("close", row(close()), "close 0 \n");
    add("close with code", row(close(1000)), "close 1000 \n");
    add("close with reason", row(close(4999, "bye é")), "close 4999 bye é\n");
    add("largest reason", row(close(1001, std::string(123, 'r'))),
        "close 1001 " + QByteArray(123, 'r') + "\n");
    add("close between fragments", row({text("a").part(), close(1000)}), "close 1000 \n");
}

void FrameReaderTest::reads() {
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, expected);
    QCOMPARE(events(wire.toStdString()), expected);
}

void FrameReaderTest::refuses_data() {
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("code");
    const auto protocolError = [](const char* name, const QByteArray& wire) {
        QTest::newRow(name) << wire << 1002;
    };
    const auto invalidText = [](const char* name, const QByteArray& wire) {
        QTest::newRow(name) << wire << 1007;
    };
    protocolError("unmasked text", row(text("a").unmasked()));
    protocolError("unmasked close", row(close(1000).unmasked()));
    protocolError("unmasked continuation", row({text("a").part(), continuation("b").unmasked()}));
    for (const int bits : {1, 2, 4, 7})
        QTest::addRow("reserved bits %d", bits)
            << row(text("a").reserved(static_cast<std::uint8_t>(bits))) << 1002;
    protocolError("reserved bit on ping", row(ping().reserved(4)));
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        QTest::addRow("opcode %d", opcode)
            << row(ClientFrame(static_cast<std::uint8_t>(opcode), "a")) << 1002;
    protocolError("continuation of nothing", row(continuation("a")));
    protocolError("continuation after the last",
                  row({text("a").part(), continuation("b"), continuation("c")}));
    protocolError("text inside fragments", row({text("a").part(), text("b")}));
    protocolError("binary inside fragments", row({text("a").part(), binary("b").part()}));
    protocolError("fragmented ping", row(ping("a").part()));
    protocolError("fragmented close", row(close(1000).part()));
    protocolError("ping of 126 bytes", row(ping(std::string(126, 'p'))));
    protocolError("close of 126 bytes", row(close(1000, std::string(124, 'r'))));
    protocolError("16 bits for 125", row(text(std::string(125, 'x')).encoded(Length::Bits16)));
    protocolError("16 bits for nothing", row(text("").encoded(Length::Bits16)));
    protocolError("64 bits for 126", row(text(std::string(126, 'x')).encoded(Length::Bits64)));
    protocolError("64 bits for 65535", row(text(std::string(65535, 'x')).encoded(Length::Bits64)));
    protocolError("first bit of the length", row(text("").encoded(Length::Bits64TopBit)));
    protocolError("close of one byte", row(ClientFrame(protocol::Opcode::Close, "x")));
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        QTest::addRow("close code %d", code) << row(close(static_cast<std::uint16_t>(code))) << 1002;
    invalidText("reason that is not UTF-8", row(close(1000, "\xFF")));
    invalidText("reason cut in a character", row(close(1000, "\xE2\x82")));
    invalidText("text that is not UTF-8", row(text("a\xFF")));
    invalidText("surrogate", row(text("\xED\xA0\x80")));
    invalidText("overlong", row(text("\xC0\xAF")));
    invalidText("text cut in a character", row(text("\xE2\x82")));
    invalidText("last fragment cut in a character", row({text("a").part(), continuation("\xE2\x82")}));
    invalidText("wrong over two fragments", row({text("\xE2\x82").part(), continuation("a")}));
    invalidText("wrong in a middle fragment", row({text("a").part(), continuation("\xFF").part()}));
}

void FrameReaderTest::refuses() {
    QFETCH(QByteArray, wire);
    QFETCH(int, code);
    const QByteArray expected = "violation " + QByteArray::number(code);
    const std::string then = text("after").bytes();
    QCOMPARE(events(wire.toStdString() + then).split('\n').last(), expected);
    QCOMPARE(events(wire.toStdString() + then, 1).split('\n').last(), expected);
}

} // namespace chinwag::test

QTEST_APPLESS_MAIN(chinwag::test::FrameReaderTest)
#include "FrameReaderTest.moc"
