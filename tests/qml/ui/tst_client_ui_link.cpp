// The user interface when the connection breaks, when one goes elsewhere, and in any shape of window.
#include "ClientUiCase.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

namespace chinwag::test {

using models::ChatController;
using models::TimelineModel;

class ClientUiLinkTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void writesWhileOffline();
    void failedMessagesAreSentAgainOrDiscarded();
    void countsDownAndTriesNow();
    void aKickIsExplained();
    void goesToAnotherRoom();
    void leavesAndComesAgain();
    void changesItsLook();
    void showsWhoIsThereAndWhoWrites();
    void readsThePastAsOneScrolls();
    void fitsIntoAnyWidth_data();
    void fitsIntoAnyWidth();
    void everyControlHasANameAndAPlaceInTheOrder();
    void anAddressThatNothingOpensIsNamed();
};

// As on this platform, which opens none.
void ClientUiLinkTest::anAddressThatNothingOpensIsNamed() {
    QVERIFY(join());
    const QString address = QStringLiteral("https://chat.example.org/floor-plan");
    ui_->chat().openAddress(QStringLiteral("file:///etc/passwd")); // which is none
    QCOMPARE(ui_->room().timeline()->count(), 0);
    ui_->chat().openAddress(address);
    MessageGuard::take(); // Qt says so, too
    QVERIFY(newest(TimelineModel::NoticeRole).toBool());
    QVERIFY(newest(TimelineModel::TextRole).toString().contains(address));
}

void ClientUiLinkTest::writesWhileOffline() {
    QVERIFY(join());
    script_->link()->refuse(lost());
    QVERIFY(ui_->find(QStringLiteral("banner")));
    ui_->type(QStringLiteral("in the dark"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
    ui_->chat().retryNow();
    script_->link()->accept();
    QVERIFY(eventually([this] { return script_->link()->said().size() == 1; }));
    script_->link()->echo(0);
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Delivered);
    QVERIFY(!ui_->find(QStringLiteral("banner")));
}

void ClientUiLinkTest::failedMessagesAreSentAgainOrDiscarded() {
    QVERIFY(join());
    QVERIFY(say(QStringLiteral("first")));
    QVERIFY(say(QStringLiteral("second")));
    script_->link()->refuse(lost());
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
    ui_->chat().retryNow();
    script_->link()->accept(false); // whether they arrived is not known
    QVERIFY(script_->link()->said().isEmpty());
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("discardButton")) != nullptr; }));
    const auto count = ui_->room().timeline()->count();
    QVERIFY(ui_->click(QStringLiteral("discardButton")));
    QCOMPARE(ui_->room().timeline()->count(), count - 1);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("resendButton")) != nullptr; }));
    QVERIFY(eventually([this] {
        // The layout moves for a moment after the other has gone.
        return ui_->click(QStringLiteral("resendButton")) && script_->link()->said().size() == 1;
    }));
    script_->link()->echo(0);
    QVERIFY(!ui_->chat().hasUnsent());
    QVERIFY(!ui_->find(QStringLiteral("resendButton")));
}

void ClientUiLinkTest::countsDownAndTriesNow() {
    QVERIFY(join());
    script_->link()->refuse(lost());
    QCOMPARE(ui_->chat().link(), ChatController::Waiting);
    QCOMPARE(ui_->chat().secondsToRetry(), 3'600);
    QVERIFY(eventually([this] { return ui_->chat().secondsToRetry() < 3'600; }));
    QVERIFY(ui_->click(QStringLiteral("bannerRetry")));
    QCOMPARE(ui_->chat().link(), ChatController::Connecting);
    QVERIFY(!ui_->find(QStringLiteral("bannerRetry"))->isEnabled());
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
    script_->link()->accept();
    QVERIFY(!ui_->find(QStringLiteral("banner")));
}

void ClientUiLinkTest::aKickIsExplained() {
    QVERIFY(join());
    script_->link()->refuse(kicked());
    QVERIFY(ui_->chat().fault().contains(QLatin1String("moderator")));
    QVERIFY(ui_->chat().fault().contains(QLatin1String("spam")));
    QCOMPARE(property("bannerRetry", "text"), QStringLiteral("Come back"));
    QVERIFY(ui_->click(QStringLiteral("bannerRetry")));
    script_->link()->accept();
    QCOMPARE(ui_->chat().link(), ChatController::Online);
    script_->link()->refuse(kicked());
    QVERIFY(ui_->click(QStringLiteral("bannerLeave")));
    QVERIFY(ui_->find(QStringLiteral("connectPage")));
}

void ClientUiLinkTest::goesToAnotherRoom() {
    QVERIFY(join());
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("here"));
    QVERIFY(ui_->click(QStringLiteral("joinButton")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("roomDialogField")); }));
    ui_->type(QStringLiteral("no room"));
    ui_->key(Qt::Key_Return);
    QVERIFY(!property("roomDialogField", "fault").isEmpty());
    QCOMPARE(script_->made(), 1);
    for (int i = 0; i < 8; ++i)
        ui_->key(Qt::Key_Backspace);
    ui_->type(QStringLiteral("#attic"));
    ui_->key(Qt::Key_Return);
    // It is one more room, on the same connection.
    QCOMPARE(script_->made(), 1);
    QCOMPARE(script_->link()->rooms().last(), QStringLiteral("chat:attic"));
    QCOMPARE(ui_->room().timeline()->count(), 0);
    script_->link()->in(QStringLiteral("attic")).openRoom();
    QVERIFY(eventually([this] { return focusName() == QStringLiteral("messageInput"); }));
    QCOMPARE(ui_->window().title(), QStringLiteral("#attic – Chinwag"));
}

void ClientUiLinkTest::leavesAndComesAgain() {
    QVERIFY(join());
    ui_->key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(ui_->find(QStringLiteral("connectPage")));
    QCOMPARE(ui_->chat().link(), ChatController::Offline);
    QCOMPARE(ui_->chat().fault(), QString());
    QCOMPARE(ui_->chat().preferences()->recentServers(), QStringList{QStringLiteral("localhost")});
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->made(), 2);
}

void ClientUiLinkTest::changesItsLook() {
    QVERIFY(join());
    ui_->chat().preferences()->setTheme(models::Preferences::Light);
    QVERIFY(ui_->window().color().lightnessF() > 0.8);
    ui_->chat().preferences()->setTheme(models::Preferences::Dark);
    QVERIFY(ui_->window().color().lightnessF() < 0.2);
}

void ClientUiLinkTest::showsWhoIsThereAndWhoWrites() {
    QVERIFY(join());
    QVERIFY(!ui_->find(QStringLiteral("peopleButton")));
    script_->link()->showPeople({QStringLiteral("Ada"), QStringLiteral("Robin"), QString()});
    QCOMPARE(property("peopleButton", "count"), QStringLiteral("3"));
    QVERIFY(ui_->click(QStringLiteral("peopleButton")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("peopleList")); }));
    QCOMPARE(property("peopleList", "count"), QStringLiteral("3"));
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually([this] { return focusName() == QStringLiteral("messageInput"); }));

    script_->link()->showTyping(QStringLiteral("Ada"));
    QCOMPARE(property("typingLine", "text"), QStringLiteral("Ada is writing…"));
    script_->link()->showTyping(QStringLiteral("Bob"));
    QCOMPARE(property("typingLine", "text"), QStringLiteral("Ada and Bob are writing…"));
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("done"));
    QCOMPARE(property("typingLine", "text"), QStringLiteral("Bob is writing…"));
    ui_->type(QStringLiteral("hm"));
    QCOMPARE(script_->link()->typingTold(), 1);
    script_->link()->refuse(lost());
    QCOMPARE(property("typingLine", "text"), QString());
    QVERIFY(!ui_->find(QStringLiteral("peopleButton")));
}

void ClientUiLinkTest::readsThePastAsOneScrolls() {
    QVERIFY(join());
    sdk::Page latest;
    for (int i = 0; i < 50; ++i)
        latest.messages.append(ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("line %1").arg(i),
                                                  QStringLiteral("m%1").arg(i)));
    latest.more = true;
    latest.latest = true;
    script_->link()->give(latest);
    QVERIFY(ui_->layOut());
    QCOMPARE(script_->link()->olderAsked(), 0);
    QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    timeline->forceActiveFocus();
    QVERIFY(eventually([this] {
        ui_->key(Qt::Key_PageUp);
        return script_->link()->olderAsked() == 1;
    }));
    sdk::Page older;
    older.messages.append(
        ScriptedLink::said(QStringLiteral("Bob"), QStringLiteral("first"), QStringLiteral("m")));
    script_->link()->give(older);
    QCOMPARE(ui_->room().timeline()->count(), 51);
    QVERIFY(!ui_->room().hasOlder());
    // And the end is where it was.
    QCOMPARE(newest(TimelineModel::TextRole).toString(), QStringLiteral("line 49"));
}

void ClientUiLinkTest::fitsIntoAnyWidth_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(360, 640);
    QTest::newRow("narrowest") << QSize(340, 420);
    QTest::newRow("window") << QSize(800, 600);
    QTest::newRow("wide") << QSize(1920, 1000);
}

void ClientUiLinkTest::fitsIntoAnyWidth() {
    QFETCH(const QSize, size);
    QVERIFY(join(size));
    script_->link()->hear(QString(32, u'W'), QStringLiteral("word ").repeated(100));
    script_->link()->hear(QStringLiteral("Ada"), QString(500, u'x'));
    script_->link()->hear(QStringLiteral("Ada"),
                          QString(QStringLiteral("https://a.example/") + QString(300, u'y')));
    QVERIFY(say(QStringLiteral("word ").repeated(60)));
    sdk::Publication answer =
        ScriptedLink::said(QString(32, u'W'), QStringLiteral("word ").repeated(90), QStringLiteral("m1"));
    script_->link()->hear(answer);
    answer = ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("yes"), QStringLiteral("m2"));
    answer.replyTo = QStringLiteral("m1");
    answer.edited = true;
    script_->link()->hear(answer);
    answer.kind = sdk::Publication::Kind::Redacted;
    answer.id = QStringLiteral("m3");
    script_->link()->hear(answer);
    for (int i = 0; i < 3; ++i)
        script_->link()->showTyping(QString(32, QChar(u'X' + i)));
    script_->link()->showPeople({QString(32, u'W')});
    QVERIFY(ui_->layOut());
    script_->link()->refuse(kicked());
    QVERIFY(ui_->layOut());
    QList<QQuickItem*> outside;
    const double width = size.width();
    collect(
        ui_->window().contentItem(),
        [width](QQuickItem* item) {
            const QRectF rect = item->mapRectToScene(item->boundingRect());
            const bool text = item->inherits("QQuickText") || item->inherits("QQuickTextEdit");
            return text && (rect.left() < -0.5 || rect.right() > width + 0.5);
        },
        outside);
    for (const QQuickItem* const item : outside)
        qInfo() << "outside:" << item << item->property("text").toString().left(60);
    QVERIFY(outside.isEmpty());
    // Lines of text do not grow longer than eyes can follow.
    QVERIFY(ui_->find(QStringLiteral("composer"))->width() <= 800);
}

void ClientUiLinkTest::everyControlHasANameAndAPlaceInTheOrder() {
    QVERIFY(join());
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("hello"));
    script_->link()->refuse(kicked());
    QVERIFY(eventually([this] {
        return ui_->layOut() && ui_->find(QStringLiteral("bannerRetry")) &&
               ui_->find(QStringLiteral("bannerLeave"));
    }));
    QList<QQuickItem*> controls;
    const auto isControl = [](QQuickItem* item) {
        return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextArea") ||
               item->inherits("QQuickTextField");
    };
    collect(ui_->window().contentItem(), isControl, controls);
    QVERIFY(controls.size() >= 5);
    for (QQuickItem* const control : controls) {
        QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(control);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(control->objectName()));
        QVERIFY2(control->activeFocusOnTab(), qPrintable(accessible->text(QAccessible::Name)));
    }
    // Tab goes around: from the composer, through all of them, back to it.
    QSet<QQuickItem*> seen;
    for (int i = 0; i < 20 && !seen.contains(ui_->window().activeFocusItem()); ++i) {
        seen.insert(ui_->window().activeFocusItem());
        ui_->key(Qt::Key_Tab);
    }
    for (QQuickItem* const control : controls) {
        if (control->isEnabled())
            QVERIFY2(seen.contains(control), qPrintable(control->objectName()));
    }
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiLinkTest)
#include "tst_client_ui_link.moc"
