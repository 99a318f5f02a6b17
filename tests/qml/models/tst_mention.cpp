#include "models/Mention.h"

#include <QTest>

using chinwag::models::mentions;

class MentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAName_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("nick");
        QTest::addColumn<bool>("found");
        const QString robin = QStringLiteral("Robin");
        QTest::newRow("at the beginning") << QStringLiteral("@Robin look") << robin << true;
        QTest::newRow("at the end") << QStringLiteral("look, @Robin") << robin << true;
        QTest::newRow("in brackets") << QStringLiteral("(@Robin)") << robin << true;
        QTest::newRow("before a comma") << QStringLiteral("@Robin, look") << robin << true;
        QTest::newRow("in lower case") << QStringLiteral("hey @robin") << robin << true;
        QTest::newRow("without the sign") << QStringLiteral("Robin look") << robin << false;
        QTest::newRow("a longer name") << QStringLiteral("@Robina look") << robin << false;
        QTest::newRow("a longer name first") << QStringLiteral("@Robina and @Robin") << robin << true;
        QTest::newRow("an address") << QStringLiteral("mail ada@robin.example") << robin << false;
        QTest::newRow("a number behind") << QStringLiteral("@Robin2") << robin << false;
        QTest::newRow("an emoji behind") << QStringLiteral("@Robin\U0001F44D") << robin << true;
        QTest::newRow("an emoji in front") << QStringLiteral("\U0001F44D@Robin") << robin << true;
        QTest::newRow("a letter of two units behind") << QStringLiteral("@Robin\U00010400") << robin << false;
        QTest::newRow("half a character behind")
            << QString(QStringLiteral("@Robin") + QChar(0xD83D)) << robin << true;
        QTest::newRow("a name with a space")
            << QStringLiteral("@Mary Ann!") << QStringLiteral("Mary Ann") << true;
        QTest::newRow("from right to left")
            << QStringLiteral("شكرا @صوفيا") << QStringLiteral("صوفيا") << true;
        QTest::newRow("nobody") << QStringLiteral("@") << QString() << false;
        QTest::newRow("nothing") << QString() << robin << false;
    }
    void findsAName() {
        QFETCH(const QString, text);
        QFETCH(const QString, nick);
        QFETCH(const bool, found);
        QCOMPARE(mentions(text, nick), found);
    }
};

QTEST_APPLESS_MAIN(MentionTest)
#include "tst_mention.moc"
