#include "auth/Operator.h"
#include "Bytes.h"

#include <QTest>

using chinwag::auth::isValidOperatorName;
using chinwag::test::view;

class OperatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("shortest") << QByteArray("a") << true;
        QTest::newRow("longest") << QByteArray(32, 'a') << true;
        QTest::newRow("all kinds of characters") << QByteArray("aZ09._-") << true;
        QTest::newRow("only marks") << QByteArray("...") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("one too long") << QByteArray(33, 'a') << false;
        QTest::newRow("space") << QByteArray("a b") << false;
        QTest::newRow("space behind") << QByteArray("alice ") << false;
        QTest::newRow("new line") << QByteArray("alice\n") << false;
        QTest::newRow("NUL") << QByteArray("alice\0", 6) << false;
        QTest::newRow("tabulator, which separates in lists") << QByteArray("a\tb") << false;
        QTest::newRow("slash") << QByteArray("a/b") << false;
        QTest::newRow("at sign") << QByteArray("alice@example.org") << false;
        QTest::newRow("umlaut") << QByteArray("J\xC3\xBCrgen") << false;
        QTest::newRow("Latin-1") << QByteArray("J\xFCrgen") << false;
        // What stands next to the allowed ranges in ASCII.
        for (const char neighbour : {'@', '[', '`', '{', '/', ':', ',', '^'})
            QTest::addRow("%c", neighbour) << QByteArray(1, neighbour) << false;
    }

    void names() {
        QFETCH(QByteArray, name);
        QFETCH(bool, valid);
        QCOMPARE(isValidOperatorName(view(name)), valid);
    }
};

QTEST_APPLESS_MAIN(OperatorTest)
#include "OperatorTest.moc"
