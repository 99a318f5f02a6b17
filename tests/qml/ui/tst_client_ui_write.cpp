// Writing with help: people and emoji that are completed, and the picker, all by keyboard.
#include "ClientUiCase.h"
#include "support/Wait.h"

#include <QAccessible>
#include <QTest>

namespace chinwag::test {

class ClientUiWriteTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void aPersonIsCompleted();
    void enterSendsWhenNothingIsOffered();
    void escapeOnlyDismissesTheSuggestions();
    void anEmojiIsCompletedAndRemembered();
    void aWrittenNameBecomesItsEmoji();
    void aPastedNameStaysText();
    void aClickChooses();
    void thePickerWorksByKeyboard();
    void thePickerPutsItWhereTheCursorIs();

private:
    QString written() const { return property("messageInput", "text"); }
    bool offered(bool wanted = true) {
        return eventually([&] { return (ui_->find(QStringLiteral("completionList")) != nullptr) == wanted; });
    }
    bool joinPeople() {
        if (!join())
            return false;
        script_->link()->showPeople({QStringLiteral("Ada"), QStringLiteral("Adam"), QStringLiteral("Robin")});
        return true;
    }
};

void ClientUiWriteTest::aPersonIsCompleted() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("hi @"));
    QVERIFY(offered());
    // Robin is who writes.
    QCOMPARE(ui_->find(QStringLiteral("completionList"))->property("count").toInt(), 2);
    ui_->key(Qt::Key_Down);
    QQuickItem* const input = ui_->find(QStringLiteral("messageInput"));
    const QString spoken = QAccessible::queryAccessibleInterface(input)->text(QAccessible::Description);
    QVERIFY2(spoken.contains(QStringLiteral("Adam")), qPrintable(spoken));
    ui_->key(Qt::Key_Return);
    QCOMPARE(written(), QStringLiteral("hi @Adam "));
    QVERIFY(offered(false));
    QVERIFY(script_->link()->said().isEmpty());
    QVERIFY(isFocused(QStringLiteral("messageInput")));
}

void ClientUiWriteTest::enterSendsWhenNothingIsOffered() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("@zoe"));
    QVERIFY(offered(false));
    ui_->key(Qt::Key_Return);
    QVERIFY(eventually([&] { return script_->link()->said().size() == 1; }));
}

void ClientUiWriteTest::escapeOnlyDismissesTheSuggestions() {
    QVERIFY(joinPeople());
    script_->link()->hear(
        ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("well?"), QStringLiteral("m1")));
    ui_->room().reply(QStringLiteral("m1"));
    ui_->type(QStringLiteral("@ad"));
    QVERIFY(offered());
    ui_->key(Qt::Key_Escape);
    QVERIFY(offered(false));
    QCOMPARE(ui_->room().draft()->purpose(), models::Draft::Reply);
    ui_->key(Qt::Key_Escape);
    QCOMPARE(ui_->room().draft()->purpose(), models::Draft::Message);
}

void ClientUiWriteTest::anEmojiIsCompletedAndRemembered() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("lunch? :pizz"));
    QVERIFY(offered());
    ui_->key(Qt::Key_Tab);
    QCOMPARE(written(), QStringLiteral("lunch? 🍕"));
    QCOMPARE(ui_->chat().preferences()->recentEmoji(), QStringList{QStringLiteral("🍕")});
}

void ClientUiWriteTest::aWrittenNameBecomesItsEmoji() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("lunch? :pizza:"));
    QVERIFY(eventually([&] { return written() == QStringLiteral("lunch? 🍕"); }));
    ui_->type(QStringLiteral(" at 12:30:"));
    QVERIFY(offered(false));
    QCOMPARE(written(), QStringLiteral("lunch? 🍕 at 12:30:"));
}

void ClientUiWriteTest::aPastedNameStaysText() {
    QVERIFY(joinPeople());
    ui_->find(QStringLiteral("messageInput"))->setProperty("text", QStringLiteral("std:pizza::pizza:"));
    ui_->find(QStringLiteral("messageInput"))->setProperty("text", QStringLiteral(":pizza:"));
    ui_->type(QStringLiteral("!"));
    QVERIFY(ui_->layOut());
    QVERIFY(written().contains(QStringLiteral(":pizza:")));
}

void ClientUiWriteTest::aClickChooses() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("@"));
    QVERIFY(offered());
    QVERIFY(ui_->click(QStringLiteral("completion1")));
    QCOMPARE(written(), QStringLiteral("@Adam "));
    QVERIFY(isFocused(QStringLiteral("messageInput")));
}

void ClientUiWriteTest::thePickerWorksByKeyboard() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("a"));
    ui_->key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(eventually([&] { return isFocused(QStringLiteral("emojiSearch")); }));
    ui_->key(Qt::Key_Right);
    QCOMPARE(property("emojiPreview", "text"), QStringLiteral("smiley"));
    ui_->key(Qt::Key_PageDown);
    QCOMPARE(property("emojiPreview", "text"), QStringLiteral("wave"));
    ui_->type(QStringLiteral("rocket"));
    QCOMPARE(property("emojiPreview", "text"), QStringLiteral("rocket"));
    ui_->key(Qt::Key_Return);
    QVERIFY(eventually([&] { return isFocused(QStringLiteral("messageInput")); }));
    QCOMPARE(written(), QStringLiteral("a🚀"));
    // The next time it comes first.
    ui_->key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(eventually([&] { return isFocused(QStringLiteral("emojiSearch")); }));
    QCOMPARE(property("emojiPreview", "text"), QStringLiteral("rocket"));
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually([&] { return isFocused(QStringLiteral("messageInput")); }));
    QCOMPARE(written(), QStringLiteral("a🚀"));
}

void ClientUiWriteTest::thePickerPutsItWhereTheCursorIs() {
    QVERIFY(joinPeople());
    ui_->type(QStringLiteral("ab"));
    ui_->key(Qt::Key_Left);
    QVERIFY(ui_->click(QStringLiteral("emojiButton")));
    QVERIFY(eventually([&] { return isFocused(QStringLiteral("emojiSearch")); }));
    ui_->type(QStringLiteral("zzzz nothing"));
    ui_->key(Qt::Key_Return);
    QVERIFY(isFocused(QStringLiteral("emojiSearch")));
    ui_->find(QStringLiteral("emojiSearch"))->setProperty("text", QStringLiteral("tada"));
    ui_->key(Qt::Key_Return);
    QVERIFY(eventually([&] { return written() == QStringLiteral("a🎉b"); }));
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiWriteTest)
#include "tst_client_ui_write.moc"
