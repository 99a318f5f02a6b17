// What the load generator reads and writes: frames, messages, dialects.
#include "bench/generator/Centrifuge.h"
#include "bench/generator/ClientFrame.h"
#include "bench/generator/Dialect.h"
#include "bench/generator/FrameScanner.h"
#include "bench/generator/Message.h"

#include <QTest>

#include <limits>
#include <string>
#include <vector>

using namespace chinwag::bench;

namespace {

constexpr std::size_t bothLengthBytes = 2;

std::string serverFrame(std::uint8_t first, std::size_t length) {
    std::string frame(1, static_cast<char>(first));
    const std::size_t extended = length < 126 ? 0 : length <= 0xFFFF ? bothLengthBytes : 8;
    frame += static_cast<char>(extended == 0 ? length : extended == bothLengthBytes ? 126U : 127U);
    for (std::size_t byte = extended; byte-- > 0;)
        frame += static_cast<char>((length >> (byte * 8)) & 0xFF);
    return frame + std::string(length, 'x');
}

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view view(const QByteArray& text) {
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

} // namespace

class TestGeneratorWire : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scansFramesOfEveryLength_data();
    void scansFramesOfEveryLength();
    void refusesWhatNoServerSends_data();
    void refusesWhatNoServerSends();
    void scansSeveralFramesInARow();
    void masksWhatItSends_data();
    void masksWhatItSends();
    void decodesWhatItEncodes_data();
    void decodesWhatItEncodes();
    void decodesNothingElse_data();
    void decodesNothingElse();
    void noticesAChangedMessage();
    void interpretsSocketIo_data();
    void interpretsSocketIo();
    void interpretsCentrifuge_data();
    void interpretsCentrifuge();
    void readsWhatWasMissed();
    void readsPushes();
    void wrapsAsItInterprets_data();
    void wrapsAsItInterprets();
};

void TestGeneratorWire::scansFramesOfEveryLength_data() {
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 125, 126, 127, 65'535, 65'536, 70'000})
        QTest::addRow("%d", length) << length;
}

void TestGeneratorWire::scansFramesOfEveryLength() {
    QFETCH(int, length);
    const std::string whole = serverFrame(0x81, static_cast<std::size_t>(length));
    ScannedFrame frame;
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        std::string_view part = std::string_view(whole).substr(0, cut);
        QCOMPARE(scanFrame(part, frame), Scan::Incomplete);
        QCOMPARE(part.size(), cut);
    }
    std::string_view all(whole);
    QCOMPARE(scanFrame(all, frame), Scan::Frame);
    QVERIFY(all.empty());
    QVERIFY(frame.final);
    QCOMPARE(frame.opcode, opcodeText);
    QCOMPARE(frame.payload.size(), static_cast<std::size_t>(length));
}

void TestGeneratorWire::refusesWhatNoServerSends_data() {
    QTest::addColumn<QByteArray>("received");
    QTest::newRow("masked") << QByteArray::fromHex("818137fa213d56");
    QTest::newRow("first reserved bit") << QByteArray::fromHex("c10161");
    QTest::newRow("second reserved bit") << QByteArray::fromHex("a10161");
    QTest::newRow("third reserved bit") << QByteArray::fromHex("910161");
    QTest::newRow("a length beyond reason") << QByteArray::fromHex("817f0000000100000000");
    QTest::newRow("a negative length") << QByteArray::fromHex("817fffffffffffffffff");
}

void TestGeneratorWire::refusesWhatNoServerSends() {
    QFETCH(QByteArray, received);
    std::string_view rest = view(received);
    ScannedFrame frame;
    QCOMPARE(scanFrame(rest, frame), Scan::Malformed);
}

void TestGeneratorWire::scansSeveralFramesInARow() {
    const std::string stream = serverFrame(0x81, 3) + serverFrame(0x89, 0) + serverFrame(0x02, 200) + "\x81";
    std::string_view rest(stream);
    ScannedFrame frame;
    QCOMPARE(scanFrame(rest, frame), Scan::Frame);
    QCOMPARE(frame.payload, std::string_view("xxx"));
    QCOMPARE(scanFrame(rest, frame), Scan::Frame);
    QCOMPARE(frame.opcode, opcodePing);
    QCOMPARE(scanFrame(rest, frame), Scan::Frame);
    QCOMPARE(frame.opcode, opcodeBinary);
    QVERIFY(!frame.final);
    QCOMPARE(scanFrame(rest, frame), Scan::Incomplete);
    QCOMPARE(rest.size(), std::size_t{1});
}

void TestGeneratorWire::masksWhatItSends_data() {
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << 0 << QByteArray::fromHex("8180");
    QTest::newRow("7 bits") << 125 << QByteArray::fromHex("81fd");
    QTest::newRow("16 bits") << 126 << QByteArray::fromHex("81fe007e");
    QTest::newRow("64 bits") << 65'536 << QByteArray::fromHex("81ff0000000000010000");
}

void TestGeneratorWire::masksWhatItSends() {
    QFETCH(int, length);
    QFETCH(QByteArray, header);
    const std::string payload(static_cast<std::size_t>(length), 'y');
    const QByteArray frame = bytes(makeClientFrame(opcodeText, payload));
    QVERIFY(frame.startsWith(header));
    const QByteArray key = frame.mid(header.size(), 4);
    QCOMPARE(frame.size(), header.size() + key.size() + length);
    for (qsizetype i = 0; i < length; ++i)
        QCOMPARE(static_cast<char>(frame[header.size() + key.size() + i] ^ key[i % key.size()]), 'y');
}

void TestGeneratorWire::decodesWhatItEncodes_data() {
    QTest::addColumn<quint32>("sender");
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("size");
    QTest::newRow("zeros") << 0U << 0U << qint64{0} << 41;
    QTest::newRow("of the usual size") << 9U << 12'345U << qint64{1'234'567'890'123} << 64;
    QTest::newRow("the largest numbers")
        << 0xFFFFU << 0xFFFF'FFFFU << std::numeric_limits<qint64>::max() << 65'000;
}

void TestGeneratorWire::decodesWhatItEncodes() {
    QFETCH(quint32, sender);
    QFETCH(quint32, sequence);
    QFETCH(qint64, time);
    QFETCH(int, size);
    const Message message{sender, sequence, Instant(Nanoseconds(time))};
    const std::string text = encode(message, static_cast<std::size_t>(size));
    QCOMPARE(text.size(), static_cast<std::size_t>(size));
    const auto decoded = decode(text);
    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == message);
    QVERIFY(isIntact(*decoded, text));
}

void TestGeneratorWire::decodesNothingElse_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = bytes(encode(Message{1, 2, Instant(Nanoseconds(3))}, 64));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("somebody else's") << QByteArray("Alice: Hello, is this a chat or a measurement?");
    QTest::newRow("cut") << good.left(40);
    QTest::newRow("not hexadecimal: sender") << QByteArray(good).replace(6, 1, "g");
    QTest::newRow("not hexadecimal: sequence") << QByteArray(good).replace(19, 1, " ");
    QTest::newRow("not hexadecimal: time") << QByteArray(good).replace(36, 1, "\xFF");
}

void TestGeneratorWire::decodesNothingElse() {
    QFETCH(QByteArray, text);
    QVERIFY(!decode(view(text)).has_value());
}

void TestGeneratorWire::noticesAChangedMessage() {
    std::string text = encode(Message{1, 2, Instant(Nanoseconds(3))}, 64);
    text[50] = '!';
    const auto decoded = decode(text);
    QVERIFY(decoded.has_value());
    QVERIFY(!isIntact(*decoded, text));
}

void TestGeneratorWire::interpretsSocketIo_data() {
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("text");
    using Kind = Incoming::Kind;
    QTest::newRow("chat") << QByteArray(R"(42["chat","hello"])") << int(Kind::Chat) << QByteArray("hello");
    QTest::newRow("open") << QByteArray(R"(0{"sid":"x"})") << int(Kind::Answer) << QByteArray("40");
    QTest::newRow("ping") << QByteArray("2") << int(Kind::Answer) << QByteArray("3");
    QTest::newRow("connected") << QByteArray(R"(40{"sid":"y"})") << int(Kind::Joined) << QByteArray();
    QTest::newRow("another event") << QByteArray(R"(42["news","x"])") << int(Kind::Unknown) << QByteArray();
    QTest::newRow("refused") << QByteArray(R"(44{"message":"no"})") << int(Kind::Unknown) << QByteArray();
    QTest::newRow("closed") << QByteArray("1") << int(Kind::Unknown) << QByteArray();
    QTest::newRow("empty") << QByteArray() << int(Kind::Unknown) << QByteArray();
}

void TestGeneratorWire::interpretsSocketIo() {
    QFETCH(QByteArray, packet);
    QFETCH(int, kind);
    QFETCH(QByteArray, text);
    const Incoming incoming = interpret(Dialect::SocketIo, view(packet));
    QCOMPARE(int(incoming.kind), kind);
    QCOMPARE(bytes(incoming.text), text);
}

void TestGeneratorWire::interpretsCentrifuge_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    using Kind = Incoming::Kind;
    QTest::newRow("ping") << QByteArray("{}") << int(Kind::Answer);
    QTest::newRow("connected") << QByteArray("{\"id\":1,\"connect\":{\"client\":\"x\"}}")
                               << int(Kind::Nothing);
    QTest::newRow("not connected") << QByteArray("{\"id\":1,\"error\":{\"code\":109}}") << int(Kind::Unknown);
    QTest::newRow("subscribed") << QByteArray("{\"id\":2,\"subscribe\":{}}") << int(Kind::Joined);
    QTest::newRow("not subscribed") << QByteArray("{\"id\":2,\"error\":{\"code\":103}}")
                                    << int(Kind::Unknown);
    QTest::newRow("reply") << QByteArray("{\"id\":3,\"publish\":{}}") << int(Kind::Chat);
    QTest::newRow("push") << QByteArray("{\"push\":{\"channel\":\"a\",\"pub\":{\"offset\":1}}}")
                          << int(Kind::Chat);
}

void TestGeneratorWire::interpretsCentrifuge() {
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QCOMPARE(int(interpret(Dialect::Centrifuge, view(line)).kind), kind);
}

void TestGeneratorWire::readsWhatWasMissed() {
    std::vector<std::uint64_t> offsets;
    const auto note = [&offsets](std::uint64_t offset) { offsets.push_back(offset); };
    const auto missed = readSubscribed(
        "{\"id\":2,\"subscribe\":{\"epoch\":\"abc\",\"offset\":12,\"recovered\":true,\"publications\":["
        "{\"data\":{\"text\":\"x\"},\"offset\":11},{\"data\":{\"text\":\"x\"},\"offset\":12}]}}",
        note);
    QCOMPARE(offsets, (std::vector<std::uint64_t>{11, 12}));
    QCOMPARE(missed.top.epoch, std::string("abc"));
    QCOMPARE(missed.top.offset, 12U);
    QVERIFY(missed.recovered);

    offsets.clear();
    const auto top = readSubscribed(
        "{\"id\":2,\"subscribe\":{\"publications\":[{\"offset\":3}],\"epoch\":\"d\",\"offset\":7}}", note);
    QCOMPARE(offsets, std::vector<std::uint64_t>{3});
    QCOMPARE(top.top.offset, 7U);
    QVERIFY(!top.recovered);
}

void TestGeneratorWire::readsPushes() {
    QCOMPARE(pushedOffset("{\"push\":{\"channel\":\"a\",\"pub\":{\"data\":1,\"offset\":9}}}"), 9U);
    QCOMPARE(pushedOffset("{\"push\":{\"channel\":\"a\",\"join\":{\"info\":{}}}}"), 0U);
    QCOMPARE(replyId("{\"id\":17,\"publish\":{}}"), 17U);
    QCOMPARE(replyId("{\"push\":{}}"), 0U);
}

void TestGeneratorWire::wrapsAsItInterprets_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << QByteArray("plain");
    QTest::newRow("socketio") << QByteArray("socketio");
}

void TestGeneratorWire::wrapsAsItInterprets() {
    QFETCH(QByteArray, name);
    const auto dialect = dialectFromName(view(name));
    QVERIFY(dialect.has_value());
    const std::string packet = wrap(*dialect, "Alice: Hello");
    const Incoming incoming = interpret(*dialect, packet);
    QCOMPARE(incoming.kind, Incoming::Kind::Chat);
    QCOMPARE(bytes(incoming.text), QByteArray("Alice: Hello"));
}

QTEST_APPLESS_MAIN(TestGeneratorWire)
#include "tst_generator_wire.moc"
