#include "protocol/Mention.h"

#include <QTest>

using chinwag::protocol::mentions;

/// Whom a message speaks to by name.
class MentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhoIsSpokenTo_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("nick");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* name, const char* text, const char* nick, bool found) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(nick) << found;
        };
        row("alone", "@anna", "anna", true);
        row("at the end", "is it you, @Anna", "anna", true);
        row("before a comma", "@ANNA, are you there?", "Anna", true);
        row("in brackets", "(@anna)", "anna", true);
        row("before an emoji", "@anna\U0001F44D", "anna", true);
        row("after an emoji", "\U0001F44D@anna", "anna", true);
        row("after one who is longer", "@annabel and @anna", "anna", true);
        row("twice at", "@@anna", "anna", true);
        row("with a blank", "@Anna Maria, hello", "Anna Maria", true);
        row("in another script",
            "\u0437\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439, @\u0410\u041d\u041d\u0410!",
            "\u0410\u043d\u043d\u0430", true);
        row("of folded letters", "@STRASSE", "stra\u00dfe", true);
        row("an emoji itself", "@\U0001F98A!", "\U0001F98A", true);
        row("without at", "anna", "anna", false);
        row("a longer one", "@annabel", "anna", false);
        row("with a number", "@anna2", "anna", false);
        row("with an accent behind", "@anna\u0301", "anna", false);
        row("with a letter of many units", "@anna\U00010400", "anna", false);
        row("underscored", "@anna_", "anna", false);
        row("an address", "mail@anna.example", "anna", false);
        row("a shorter one", "@ann", "anna", false);
        row("nobody", "@", "", false);
        row("nothing", "", "anna", false);
        row("no UTF-8", "@\xff\xfe", "anna", false);
    }
    void findsWhoIsSpokenTo() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, nick);
        QTEST(mentions({text.data(), static_cast<std::size_t>(text.size())},
                       {nick.data(), static_cast<std::size_t>(nick.size())}),
              "found");
    }
};

QTEST_GUILESS_MAIN(MentionTest)
#include "MentionTest.moc"
