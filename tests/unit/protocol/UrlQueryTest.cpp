#include "protocol/UrlQuery.h"
#include "Bytes.h"

#include <QTest>

using chinwag::protocol::queryParameter;
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
};

QTEST_APPLESS_MAIN(UrlQueryTest)
#include "UrlQueryTest.moc"
