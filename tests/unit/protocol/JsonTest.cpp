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
        QTest::newRow("nearest doubles") << QByteArray("[0.1,5e-324,1.7976931348623157e308]");
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

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("two values") << QByteArray("{}{}");
        QTest::newRow("no UTF-8") << QByteArray("\"\xFF\"");
        QTest::newRow("zero byte behind") << QByteArray("1\0", 2);
        QTest::newRow("too deep") << QByteArray(65, '[') + QByteArray(65, ']');
        QTest::newRow("number that is infinite") << QByteArray("5e308");
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
