#include "protocol/Nickname.h"
#include "Bytes.h"

#include <QTest>

#include <optional>
#include <string>

using chinwag::protocol::readNickname;
using chinwag::protocol::skeletonsOf;
using chinwag::test::view;

class NicknameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isComposed_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("nickname"); // empty: none
        const QByteArray none;
        QTest::newRow("ASCII") << QByteArray("Alice") << QByteArray("Alice");
        QTest::newRow("composed already") << QByteArray("Zo\xC3\xAB") << QByteArray("Zo\xC3\xAB");
        QTest::newRow("a letter and its mark") << QByteArray("Zoe\xCC\x88") << QByteArray("Zo\xC3\xAB");
        QTest::newRow("Hangul") << QByteArray("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB")
                                << QByteArray("\xED\x95\x9C");
        QTest::newRow("another letter for the same") << QByteArray("\xE2\x84\xAA") << QByteArray("K");
        QTest::newRow("case stays") << QByteArray("\xC3\x84\xC3\x96") << QByteArray("\xC3\x84\xC3\x96");
        QTest::newRow("32 characters once composed")
            << QByteArray("e\xCC\x88").repeated(32) << QByteArray("\xC3\xAB").repeated(32);
        QTest::newRow("33 characters") << QByteArray("e\xCC\x88").repeated(33) << none;
        // What is composed in other scripts' letters alone comes apart.
        QTest::newRow("too many once decomposed") << QByteArray("\xE0\xA5\x98").repeated(32) << none;
        QTest::newRow("empty") << none << none;
        QTest::newRow("long") << QByteArray("\xC3\xAB").repeated(100'000) << none;
        QTest::newRow("not UTF-8") << QByteArray("a\xC3") << none;
        // NOLINTNEXTLINE(misc-misleading-bidirectional): that is what is tested
        QTest::newRow("a direction") << QByteArray("a\xE2\x80\xAE") << none;
    }

    void isComposed() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, nickname);
        QCOMPARE(QByteArray::fromStdString(readNickname(view(text)).value_or(std::string())), nickname);
    }

    void knowsWhatLooksAlike_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("alike");
        const auto row = [](const char* what, const char* name, const char* other, bool alike) {
            QTest::newRow(what) << QByteArray(name) << QByteArray(other) << alike;
        };
        row("the same", "Admin", "Admin", true);
        row("in other case", "Admin", "aDMIN", true);
        row("Cyrillic a", "Admin",
            "\xD0\x90"
            "dmin",
            true);
        row("small Cyrillic a", "admin",
            "\xD0\xB0"
            "dmin",
            true);
        row("another script's capitals", "ADMIN",
            "\xCE\x91"
            "DM\xCE\x99\xCE\x9D",
            true);
        row("wide", "Admin", "\xEF\xBC\xA1\xEF\xBD\x84\xEF\xBD\x8D\xEF\xBD\x89\xEF\xBD\x8E", true);
        row("rn for m", "Admin", "Adrnin", true);
        row("capital I for l", "Paul", "PauI", true);
        row("one for l", "Paul", "Pau1", true);
        row("zero for o", "Operator", "0perator", true);
        row("joiners", "Admin",
            "Ad\xE2\x80\x8D"
            "min",
            true);
        row("a mark that does not show", "Admin", "Admin\xEF\xB8\x8F", true);
        row("sharp s", "Strasse",
            "Stra\xC3\x9F"
            "e",
            true);
        row("decomposed", "Zo\xC3\xAB", "Zoe\xCC\x88", true);
        row("another name", "Admin", "Adam", false);
        row("longer", "Admin", "Admin2", false);
        row("accents are letters", "Zoe", "Zo\xC3\xAB", false);
        row("nothing", "Admin", "", false);
    }

    void knowsWhatLooksAlike() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, other);
        QFETCH(bool, alike);
        const auto one = skeletonsOf(view(name));
        const auto two = skeletonsOf(view(other));
        QCOMPARE(one[0] == two[0] || one[1] == two[1], alike);
    }

    void takesWhatIsNotText() { QVERIFY(skeletonsOf("a\xC3")[0] != skeletonsOf("a")[0]); }
};

QTEST_APPLESS_MAIN(NicknameTest)
#include "NicknameTest.moc"
