#include "protocol/Json.h"
#include "Bytes.h"

#include <QTest>

using chinwag::protocol::parseJson;
using chinwag::protocol::toText;
using chinwag::test::bytes;
using chinwag::test::view;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keeps_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("order and kinds") << QByteArray(R"({"b":[1,-2,true,null],"a":"\u00e9"})");
        QTest::newRow("largest integers") << QByteArray("[18446744073709551615,-9223372036854775808]");
        QTest::newRow("doubles") << QByteArray("[0.1,1.5e+300,-2.25]");
        QTest::newRow("surrogate pairs") << QByteArray(R"({"\ud83d\ude00":"\uD83D\uDE00\uDBFF\uDFFF"})");
        QTest::newRow("next to the surrogates") << QByteArray(R"(["\ud7ff\ue000"])");
        QTest::newRow("backslash before what looks like one") << QByteArray(R"(["\\udc00"])");
        QTest::newRow("deep, but honest") << QByteArray(64, '[') + QByteArray(64, ']');
    }

    void keeps() {
        QFETCH(QByteArray, text);
        const auto parsed = parseJson(view(text));
        QVERIFY(parsed);
        const auto written = toText(*parsed);
        const auto again = parseJson(written);
        QVERIFY(again);
        QVERIFY(*parsed == *again);
        QCOMPARE(bytes(toText(*again)), bytes(written));
    }

    // Digits that a reader of less than full precision changes, as many do.
    void readsNumbersExactly() {
        const auto parsed =
            parseJson("[8.533e+68,6.1976e-20,1.7976931348623157e308,5e-324,9007199254740993]");
        QVERIFY(parsed);
        const auto& numbers = parsed->GetArray();
        QVERIFY(numbers[0].GetDouble() == 8.533e+68);
        QVERIFY(numbers[1].GetDouble() == 6.1976e-20);
        QVERIFY(numbers[2].GetDouble() == 1.7976931348623157e308);
        QVERIFY(numbers[3].GetDouble() == 5e-324);
        QCOMPARE(numbers[4].GetInt64(), 9007199254740993);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("two values") << QByteArray("{}{}");
        QTest::newRow("no UTF-8") << QByteArray("\"\xFF\"");
        QTest::newRow("zero byte behind") << QByteArray("1\0", 2);
        QTest::newRow("low surrogate alone") << QByteArray(R"("\udc00")");
        QTest::newRow("low surrogate alone, capitals") << QByteArray(R"("\uDFFF")");
        QTest::newRow("low surrogate alone in a name") << QByteArray(R"({"\uDEAD":1})");
        QTest::newRow("low surrogate behind a pair") << QByteArray(R"("\ud83d\ude00\ude00")");
        QTest::newRow("high surrogate alone") << QByteArray(R"("\ud800")");
        QTest::newRow("two high surrogates") << QByteArray(R"("\ud800\ud800")");
        QTest::newRow("too deep") << QByteArray(65, '[') + QByteArray(65, ']');
        QTest::newRow("number that is infinite") << QByteArray("5e308");
        QTest::newRow("number just past the range") << QByteArray("1.8e308");
        QTest::newRow("many digits past the range") << QByteArray("17976931348623159e292");
        QTest::newRow("number far past the range") << QByteArray("1e400");
        QTest::newRow("infinite number within") << QByteArray(R"({"a":[{"b":[1,-5e308]}]})");
    }

    void refuses() {
        QFETCH(QByteArray, text);
        QVERIFY(!parseJson(view(text)));
    }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "JsonTest.moc"
