#include "protocol/Utf8Validator.h"
#include "Bytes.h"

#include <QTest>

#include <string>

using chinwag::protocol::Utf8Validator;
using chinwag::test::view;

namespace {

// The one right encoding of a code point, written down from RFC 3629 section 3 without looking at the
// validator.
std::string encoded(char32_t code) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    const auto tail = [byte, code](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80)
        return {byte(code)};
    if (code < 0x800)
        return {byte(0xC0 | (code >> 6)), tail(0)};
    if (code < 0x10000)
        return {byte(0xE0 | (code >> 12)), tail(6), tail(0)};
    return {byte(0xF0 | (code >> 18)), tail(12), tail(6), tail(0)};
}

// What the validator makes of every sequence of up to `depth` more bytes.
struct Survey {
    std::size_t characters = 0; // sequences accepted as one whole character
    std::size_t deadEnds = 0;   // sequences it did not refuse though no byte can follow
    std::size_t tooLong = 0;    // sequences of four bytes still incomplete
};

void survey(const Utf8Validator& before, int depth, Survey& out) {
    bool anyFollows = false;
    for (int byte = 0; byte < 256; ++byte) {
        Utf8Validator validator = before;
        const char c = static_cast<char>(byte);
        if (!validator.feed({&c, 1}))
            continue;
        anyFollows = true;
        if (validator.complete())
            ++out.characters;
        else if (depth == 1)
            ++out.tooLong;
        else
            survey(validator, depth - 1, out);
    }
    out.deadEnds += anyFollows ? 0 : 1;
}

} // namespace

class Utf8ValidatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every scalar value is accepted, and the number of accepted sequences of 1 to 4 bytes is theirs
    // exactly: so no other sequence is accepted, and each wrong one is refused at its first wrong byte.
    void acceptsExactlyTheScalarValues() {
        std::size_t scalars = 0;
        for (char32_t code = 0; code <= 0x10FFFF; ++code) {
            if (code >= 0xD800 && code <= 0xDFFF)
                continue;
            ++scalars;
            if (!Utf8Validator::isValid(encoded(code)))
                QFAIL(qPrintable(QStringLiteral("U+%1 is refused").arg(static_cast<uint>(code), 4, 16)));
        }
        Survey all;
        survey(Utf8Validator(), 4, all);
        QCOMPARE(all.characters, scalars);
        QCOMPARE(all.deadEnds, std::size_t{0});
        QCOMPARE(all.tooLong, std::size_t{0});
    }

    void refusesAtTheFirstWrongByte_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("wrongAt"); // -1: incomplete at the end
        QTest::newRow("lone continuation") << QByteArray("a\x80") << 1;
        QTest::newRow("overlong slash, 2 bytes") << QByteArray("\xC0\xAF") << 0;
        QTest::newRow("overlong slash, 3 bytes") << QByteArray("\xE0\x80\xAF") << 1;
        QTest::newRow("overlong slash, 4 bytes") << QByteArray("\xF0\x80\x80\xAF") << 1;
        QTest::newRow("overlong NUL") << QByteArray("\xC0\x80") << 0;
        QTest::newRow("first surrogate") << QByteArray("\xED\xA0\x80") << 1;
        QTest::newRow("last surrogate") << QByteArray("\xED\xBF\xBF") << 1;
        QTest::newRow("beyond U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 1;
        QTest::newRow("lead of 5 bytes") << QByteArray("\xF8\x88\x80\x80\x80") << 0;
        QTest::newRow("lead of 6 bytes") << QByteArray("\xFC\x84\x80\x80\x80\x80") << 0;
        QTest::newRow("FE") << QByteArray("\xFE") << 0;
        QTest::newRow("FF") << QByteArray("\xFF") << 0;
        QTest::newRow("character cut by ASCII") << QByteArray("\xE2\x82"
                                                              "a")
                                                << 2;
        QTest::newRow("character cut by another") << QByteArray("\xE2\x82\xC3\xA9") << 2;
        QTest::newRow("wrong after eight ASCII bytes") << QByteArray("12345678\xFF") << 8;
        QTest::newRow("wrong within eight bytes") << QByteArray("12345678abc\xC1zzzz") << 11;
        QTest::newRow("cut after 1 of 2") << QByteArray("\xC3") << -1;
        QTest::newRow("cut after 2 of 3") << QByteArray("\xE2\x82") << -1;
        QTest::newRow("cut after 3 of 4") << QByteArray("\xF0\x9F\x98") << -1;
    }

    void refusesAtTheFirstWrongByte() {
        QFETCH(QByteArray, text);
        QFETCH(int, wrongAt);
        QVERIFY(!Utf8Validator::isValid(view(text)));
        Utf8Validator validator;
        int at = 0;
        while (at < text.size() && validator.feed(view(text).substr(static_cast<std::size_t>(at), 1)))
            ++at;
        QCOMPARE(at, wrongAt < 0 ? static_cast<int>(text.size()) : wrongAt);
        if (wrongAt < 0)
            QVERIFY(!validator.complete());
    }

    void doesNotCareWhereTheTextIsCut() {
        const std::string text =
            "12345678\xC3\xA9 \xE2\x82\xAC 1234567 \xF0\x9F\x98\x80 and plain text to the end";
        for (std::size_t first = 0; first <= text.size(); ++first) {
            for (std::size_t second = first; second <= text.size(); ++second) {
                Utf8Validator validator;
                QVERIFY(validator.feed(std::string_view(text).substr(0, first)));
                QVERIFY(validator.feed(std::string_view(text).substr(first, second - first)));
                QVERIFY(validator.feed(std::string_view(text).substr(second)));
                QVERIFY(validator.complete());
            }
        }
    }

    void findsOneWrongByteAnywhere() {
        for (std::size_t size = 1; size < 40; ++size) {
            for (std::size_t at = 0; at < size; ++at) {
                std::string text(size, 'x');
                text[at] = '\xFF';
                QVERIFY(!Utf8Validator::isValid(text));
            }
        }
    }

    void startsAnewAfterReset() {
        Utf8Validator validator;
        QVERIFY(validator.feed("\xE2\x82"));
        validator.reset();
        QVERIFY(validator.complete());
        QVERIFY(validator.feed("a"));
    }

    void takesNothing() { QVERIFY(Utf8Validator::isValid({})); }
};

QTEST_APPLESS_MAIN(Utf8ValidatorTest)
#include "Utf8ValidatorTest.moc"
