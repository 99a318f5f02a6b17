#include "protocol/PlainMessage.h"
#include "Bytes.h"

#include <QTest>

using chinwag::test::bytes;
using chinwag::test::view;

class PlainMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splits_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("nickname");
        QTest::addColumn<QByteArray>("text");
        const QByteArray none;
        QTest::newRow("the seed's example")
            << QByteArray("Alice: Hello") << QByteArray("Alice") << QByteArray("Hello");
        QTest::newRow("empty text") << QByteArray("Alice: ") << QByteArray("Alice") << none;
        QTest::newRow("split at the first separator")
            << QByteArray("A: B: C") << QByteArray("A") << QByteArray("B: C");
        QTest::newRow("colon without space in the name")
            << QByteArray("a:b: c") << QByteArray("a:b") << QByteArray("c");
        QTest::newRow("text keeps its spaces")
            << QByteArray("A:  x ") << QByteArray("A") << QByteArray(" x ");
        QTest::newRow("longest nickname")
            << QByteArray("😀").repeated(32) + ": hi" << QByteArray("😀").repeated(32) << QByteArray("hi");
        QTest::newRow("empty") << none << none << none;
        QTest::newRow("no separator") << QByteArray("Hello") << none << QByteArray("Hello");
        QTest::newRow("colon alone") << QByteArray("Hello:") << none << QByteArray("Hello:");
        QTest::newRow("colon without space") << QByteArray("http://x") << none << QByteArray("http://x");
        QTest::newRow("nobody named") << QByteArray(": Hello") << none << QByteArray(": Hello");
        QTest::newRow("nickname too long")
            << QByteArray(33, 'x') + ": hi" << none << QByteArray(33, 'x') + ": hi";
        QTest::newRow("outer space") << QByteArray(" A: hi") << none << QByteArray(" A: hi");
        QTest::newRow("space before the colon") << QByteArray("A : hi") << none << QByteArray("A : hi");
        QTest::newRow("line feed in the name") << QByteArray("A\nB: hi") << none << QByteArray("A\nB: hi");
        QTest::newRow("separator far away")
            << QByteArray(5000, 'x') + ": hi" << none << QByteArray(5000, 'x') + ": hi";
    }

    void splits() {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, nickname);
        QFETCH(QByteArray, text);
        const auto plain = chinwag::protocol::parsePlainMessage(view(message));
        QCOMPARE(bytes(plain.nickname), nickname);
        QCOMPARE(bytes(plain.text), text);
    }

    void findsWhomItIsTakenToBeFrom_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("speaker");
        const QByteArray none;
        QTest::newRow("a nickname") << QByteArray("Alice: Hello") << QByteArray("Alice");
        QTest::newRow("no nickname") << QByteArray("A\nB: hi") << QByteArray("A\nB");
        QTest::newRow("outer spaces") << QByteArray("  A  : hi") << QByteArray("A");
        QTest::newRow("spaces alone") << QByteArray("  : hi") << none;
        QTest::newRow("nobody") << QByteArray(": hi") << none;
        QTest::newRow("no separator") << QByteArray("Hello") << none;
        QTest::newRow("separator far away") << QByteArray(5000, 'x') + ": hi" << none;
    }

    void findsWhomItIsTakenToBeFrom() {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, speaker);
        QCOMPARE(bytes(chinwag::protocol::claimedSpeaker(view(message))), speaker);
    }

    void viewsIntoTheMessage() {
        const QByteArray message("Alice: Hello");
        const auto plain = chinwag::protocol::parsePlainMessage(view(message));
        QCOMPARE(static_cast<const void*>(plain.nickname.data()),
                 static_cast<const void*>(message.constData()));
        QCOMPARE(static_cast<const void*>(plain.text.data()),
                 static_cast<const void*>(message.constData() + 7));
    }
};

QTEST_APPLESS_MAIN(PlainMessageTest)
#include "PlainMessageTest.moc"
