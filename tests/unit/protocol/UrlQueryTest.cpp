#include "protocol/UrlQuery.h"
#include "Bytes.h"

#include <QTest>

using chinwag::protocol::queryParameter;
using chinwag::protocol::queryParameters;
using chinwag::test::bytes;
using chinwag::test::view;

class UrlQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("alone") << QByteArray("room=a") << QByteArray("a");
        QTest::newRow("last") << QByteArray("x=1&room=a") << QByteArray("a");
        QTest::newRow("first") << QByteArray("room=a&x=1") << QByteArray("a");
        QTest::newRow("empty value") << QByteArray("room=") << QByteArray("");
        QTest::newRow("no equals sign") << QByteArray("room") << QByteArray("");
        QTest::newRow("equals signs in the value") << QByteArray("room=a=b") << QByteArray("a=b");
        QTest::newRow("question mark in the value") << QByteArray("room=a?b") << QByteArray("a?b");
        QTest::newRow("encoded") << QByteArray("room=%41%c3%A9%20%26") << QByteArray("A\xC3\xA9 &");
        QTest::newRow("plus is a space") << QByteArray("room=a+b") << QByteArray("a b");
        QTest::newRow("encoded plus") << QByteArray("room=a%2Bb") << QByteArray("a+b");
        QTest::newRow("encoded percent is decoded once") << QByteArray("room=%2541") << QByteArray("%41");
        QTest::newRow("encoded name") << QByteArray("r%6Fom=a") << QByteArray("a");
        QTest::newRow("encoded NUL") << QByteArray("room=a%00b") << QByteArray("a\0b", 3);
        QTest::newRow("empty pairs") << QByteArray("&&room=a&&") << QByteArray("a");
        QTest::newRow("another one is malformed") << QByteArray("x=%zz&room=a&%=1") << QByteArray("a");
        QTest::newRow("another one twice") << QByteArray("x=1&x=2&room=a") << QByteArray("a");
    }

    void finds() {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, value);
        const auto parameter = queryParameter(view(query), "room");
        QVERIFY(parameter.valid);
        QVERIFY(parameter.value.has_value());
        QCOMPARE(bytes(*parameter.value), value);
    }

    void absent_data() {
        QTest::addColumn<QByteArray>("query");
        for (const char* query : {"", "&", "=", "=room", "Room=a", "rooms=a", "roo=a", "x=room=a", "room%=a"})
            QTest::addRow("%s", *query == '\0' ? "empty" : query) << QByteArray(query);
    }

    void absent() {
        QFETCH(QByteArray, query);
        const auto parameter = queryParameter(view(query), "room");
        QVERIFY(parameter.valid);
        QVERIFY(!parameter.value.has_value());
    }

    void invalid_data() {
        QTest::addColumn<QByteArray>("query");
        for (const char* query : {"room=a&room=b", "room=a&room=a", "room&room", "room=a&r%6fom=a", "room=%",
                                  "room=%4", "room=%zz", "room=%ff", "room=%c3", "room=%ed%a0%80"})
            QTest::addRow("%s", query) << QByteArray(query);
    }

    void invalid() {
        QFETCH(QByteArray, query);
        const auto parameter = queryParameter(view(query), "room");
        QVERIFY(!parameter.valid);
        QVERIFY(!parameter.value.has_value());
    }

    void all_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArrayList>("expected"); // names and values in turn
        QTest::newRow("empty") << QByteArray() << QByteArrayList();
        QTest::newRow("one") << QByteArray("a=1") << QByteArrayList{"a", "1"};
        QTest::newRow("in their order")
            << QByteArray("b=2&a=1&c=3") << QByteArrayList{"b", "2", "a", "1", "c", "3"};
        QTest::newRow("the same twice")
            << QByteArray("a=1&a=1&a=2") << QByteArrayList{"a", "1", "a", "1", "a", "2"};
        QTest::newRow("empty value") << QByteArray("a=&b=") << QByteArrayList{"a", "", "b", ""};
        QTest::newRow("no equals sign") << QByteArray("a&b") << QByteArrayList{"a", "", "b", ""};
        QTest::newRow("no name") << QByteArray("=1") << QByteArrayList{"", "1"};
        QTest::newRow("equals signs in the value") << QByteArray("a=b=c") << QByteArrayList{"a", "b=c"};
        QTest::newRow("encoded") << QByteArray("%61%3D=%26+%2b%c3%a9") << QByteArrayList{"a=", "& +\xC3\xA9"};
        QTest::newRow("decoded once") << QByteArray("a=%2541") << QByteArrayList{"a", "%41"};
        QTest::newRow("NUL") << QByteArray("a=%00") << QByteArrayList{"a", QByteArray("\0", 1)};
        QTest::newRow("empty pairs") << QByteArray("&&a=1&&=&b=2&") << QByteArrayList{"a", "1", "b", "2"};
        QTest::newRow("a dot and a dash")
            << QByteArray("idle.min=-1.5") << QByteArrayList{"idle.min", "-1.5"};
    }

    void all() {
        QFETCH(QByteArray, query);
        QFETCH(QByteArrayList, expected);
        const auto parameters = queryParameters(view(query));
        QVERIFY(parameters.has_value());
        QByteArrayList found;
        for (const auto& [name, value] : *parameters)
            found << bytes(name) << bytes(value);
        QCOMPARE(found, expected);
    }

    void allOrNothing_data() {
        QTest::addColumn<QByteArray>("query");
        for (const char* query : {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%c3", "a=%ed%a0%80", "%=1", "%zz",
                                  "%ff=1", "a=1&b=%", "a=1&%=2", "b=%&a=1", "a=%c3&b=%a9"})
            QTest::addRow("%s", query) << QByteArray(query);
        QTest::newRow("not encoded and not UTF-8") << QByteArray("a=\xFF");
    }

    void allOrNothing() {
        QFETCH(QByteArray, query);
        QVERIFY(!queryParameters(view(query)).has_value());
    }
};

QTEST_APPLESS_MAIN(UrlQueryTest)
#include "UrlQueryTest.moc"
