// The whole user interface, driven by keys and clicks, on a connection that does what the test says.
#include "support/MessageGuard.h"
#include "support/ScriptedLink.h"
#include "support/Ui.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <memory>

namespace chinwag::test {

using models::ChatController;
using models::TimelineModel;

namespace {

constexpr int patienceMs = 30'000;

// The visible items below `item` that `wanted` picks.
void collect(QQuickItem* item, const std::function<bool(QQuickItem*)>& wanted, QList<QQuickItem*>& out) {
    if (!item->isVisible())
        return;
    if (wanted(item))
        out.append(item);
    for (QQuickItem* child : item->childItems())
        collect(child, wanted, out);
}

} // namespace

class ClientUiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theFormIsFilledInByKeyboard();
    void theFormSaysWhatIsWrong();
    void escapeCancelsConnecting();
    void aFirstRefusalStaysOnTheForm();
    void enterSendsAndShiftEnterDoesNot();
    void nothingIsNotSent();
    void theComposerGrowsToSixLines();
    void tooMuchIsToldBeforeItIsSent();
    void markupStaysText();
    void staysAtTheEndWhileThere();
    void doesNotMoveWhileReadingAndOffersAWayBack();
    void keysMoveTheTimeline();
    void writesWhileOffline();
    void failedMessagesAreSentAgainOrDiscarded();
    void countsDownAndTriesNow();
    void aKickIsExplained();
    void goesToAnotherRoom();
    void leavesAndComesAgain();
    void changesItsLook();
    void fitsIntoAnyWidth_data();
    void fitsIntoAnyWidth();
    void everyControlHasANameAndAPlaceInTheOrder();

private:
    bool join(QSize size = {960, 720});
    bool say(const QString& text);
    bool isFocused(const QString& name) const;
    QString focusName() const;
    QVariant newest(int role) const;
    void hearMany(int count);
    QString property(const char* item, const char* name) const;

    std::unique_ptr<MessageGuard> guard_;
    std::unique_ptr<LinkScript> script_;
    std::unique_ptr<Ui> ui_;
};

void ClientUiTest::init() {
    guard_ = std::make_unique<MessageGuard>();
    script_ = std::make_unique<LinkScript>();
    const sdk::Backoff::Span hour{std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1)};
    ui_ = std::make_unique<Ui>(script_->maker(), sdk::Backoff(hour, [] { return 0.5; }));
}

void ClientUiTest::cleanup() {
    ui_.reset();
    const QStringList complaints = MessageGuard::take();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    guard_.reset();
}

bool ClientUiTest::join(QSize size) {
    if (!ui_->show(size))
        return false;
    ui_->enter(QStringLiteral("localhost"), QStringLiteral("Robin"), QStringLiteral("hall-4"));
    script_->link()->accept();
    return QTest::qWaitFor([this] { return isFocused(QStringLiteral("messageInput")); }, patienceMs);
}

// Says it and waits until the link has it.
bool ClientUiTest::say(const QString& text) {
    ui_->type(text);
    ui_->key(Qt::Key_Return);
    return QTest::qWaitFor(
        [&] { return !script_->link()->said().isEmpty() && script_->link()->said().last().text == text; },
        patienceMs);
}

// True when the item of that name, or something in it, has the focus.
bool ClientUiTest::isFocused(const QString& name) const {
    for (const QQuickItem* item = ui_->window().activeFocusItem(); item; item = item->parentItem()) {
        if (item->objectName() == name)
            return true;
    }
    return false;
}

QString ClientUiTest::focusName() const {
    for (const QQuickItem* item = ui_->window().activeFocusItem(); item; item = item->parentItem()) {
        if (!item->objectName().isEmpty())
            return item->objectName();
    }
    return {};
}

QVariant ClientUiTest::newest(int role) const {
    const TimelineModel& timeline = *ui_->chat().timeline();
    return timeline.data(timeline.index(0), role);
}

void ClientUiTest::hearMany(int count) {
    for (int i = 0; i < count; ++i)
        script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("line %1").arg(i));
}

QString ClientUiTest::property(const char* item, const char* name) const {
    const QQuickItem* const found = ui_->find(QString::fromLatin1(item));
    return found ? found->property(name).toString() : QStringLiteral("no such item");
}

void ClientUiTest::theFormIsFilledInByKeyboard() {
    QVERIFY(ui_->show());
    QCOMPARE(focusName(), QStringLiteral("addressField"));
    ui_->type(QStringLiteral("localhost:9000"));
    ui_->key(Qt::Key_Tab);
    QCOMPARE(focusName(), QStringLiteral("nickField"));
    ui_->type(QStringLiteral("Robin"));
    ui_->key(Qt::Key_Tab);
    QCOMPARE(focusName(), QStringLiteral("roomField"));
    ui_->type(QStringLiteral("attic"));
    ui_->key(Qt::Key_Tab);
    QCOMPARE(focusName(), QStringLiteral("connectButton"));
    ui_->key(Qt::Key_Return);
    QVERIFY(script_->link());
    QCOMPARE(script_->link()->destination().server, QUrl(QStringLiteral("ws://localhost:9000")));
    QCOMPARE(script_->link()->destination().nick, QStringLiteral("Robin"));
    QCOMPARE(script_->link()->destination().room, QStringLiteral("attic"));
    script_->link()->accept();
    QVERIFY(ui_->find(QStringLiteral("chatPage")));
    QVERIFY(!ui_->find(QStringLiteral("connectPage")));
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
}

void ClientUiTest::theFormSaysWhatIsWrong() {
    QVERIFY(ui_->show());
    ui_->type(QStringLiteral("localhost"));
    ui_->key(Qt::Key_Return);
    QVERIFY(!script_->link());
    QCOMPARE(property("addressField", "fault"), QString());
    QVERIFY(property("nickField", "fault").startsWith(QLatin1String("Choose a nickname")));
    // The first mistake has the focus; mending it takes the words back.
    QCOMPARE(focusName(), QStringLiteral("nickField"));
    ui_->type(QStringLiteral("R"));
    QCOMPARE(property("nickField", "fault"), QString());
    ui_->key(Qt::Key_Return);
    QVERIFY(script_->link());
}

void ClientUiTest::escapeCancelsConnecting() {
    QVERIFY(ui_->show());
    ui_->enter(QStringLiteral("localhost"), QStringLiteral("Robin"), QString());
    QVERIFY(ui_->find(QStringLiteral("cancelButton")));
    ui_->key(Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([this] { return !ui_->find(QStringLiteral("cancelButton")); }, patienceMs));
    QCOMPARE(ui_->chat().link(), ChatController::Offline);
}

void ClientUiTest::aFirstRefusalStaysOnTheForm() {
    QVERIFY(ui_->show());
    ui_->enter(QStringLiteral("localhost"), QStringLiteral("Robin"), QString());
    script_->link()->refuse({sdk::Fault::Kind::Rejected, QStringLiteral("Not with that hat."), false, 0});
    QCOMPARE(property("connectFault", "text"), QStringLiteral("Not with that hat."));
    QVERIFY(ui_->click(QStringLiteral("connectButton")));
    QVERIFY(!ui_->find(QStringLiteral("connectFault")));
    QCOMPARE(script_->made(), 2);
}

void ClientUiTest::enterSendsAndShiftEnterDoesNot() {
    QVERIFY(join());
    ui_->type(QStringLiteral("one"));
    ui_->key(Qt::Key_Return, Qt::ShiftModifier);
    ui_->type(QStringLiteral("two"));
    QCOMPARE(ui_->chat().timeline()->count(), 0);
    ui_->key(Qt::Key_Enter);
    QCOMPARE(newest(TimelineModel::TextRole).toString(), QStringLiteral("one\ntwo"));
    QCOMPARE(property("messageInput", "text"), QString());
    QVERIFY(QTest::qWaitFor([this] { return script_->link()->said().size() == 1; }, patienceMs));
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Sending);
    script_->link()->echo(0);
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Delivered);
    QCOMPARE(ui_->chat().timeline()->count(), 1);
}

void ClientUiTest::nothingIsNotSent() {
    QVERIFY(join());
    ui_->key(Qt::Key_Return);
    ui_->type(QStringLiteral("   "));
    ui_->key(Qt::Key_Return);
    QVERIFY(ui_->click(QStringLiteral("sendButton")));
    QCOMPARE(ui_->chat().timeline()->count(), 0);
}

void ClientUiTest::theComposerGrowsToSixLines() {
    QVERIFY(join());
    const QQuickItem* const composer = ui_->find(QStringLiteral("composer"));
    const double one = composer->height();
    const auto write = [this](int lines) {
        ui_->find(QStringLiteral("messageInput"))
            ->setProperty("text", QStringLiteral("x\n").repeated(lines - 1));
    };
    write(3);
    QVERIFY(QTest::qWaitFor([&] { return composer->height() > one * 1.5; }, patienceMs));
    write(6);
    QVERIFY(QTest::qWaitFor([&] { return composer->height() > one * 2.5; }, patienceMs));
    const double six = composer->height();
    write(40);
    QTest::qWait(0);
    QVERIFY(QTest::qWaitFor([&] { return composer->height() == six; }, patienceMs));
}

void ClientUiTest::tooMuchIsToldBeforeItIsSent() {
    QVERIFY(join());
    QQuickItem* const input = ui_->find(QStringLiteral("messageInput"));
    QVERIFY(!ui_->find(QStringLiteral("counter")));
    // "Robin: " takes seven of the 65,536.
    input->setProperty("text", QString(65'529, u'x'));
    QVERIFY(ui_->find(QStringLiteral("counter")));
    QVERIFY(ui_->find(QStringLiteral("sendButton"))->isEnabled());
    input->setProperty("text", QString(65'530, u'x'));
    QVERIFY(property("counter", "text").contains(QLatin1String("1 byte")));
    QVERIFY(!ui_->find(QStringLiteral("sendButton"))->isEnabled());
    ui_->key(Qt::Key_Return);
    QCOMPARE(ui_->chat().timeline()->count(), 0);
    // It is bytes that count, not characters.
    input->setProperty("text", QString(22'000, QChar(0x20AC)));
    QVERIFY(!ui_->find(QStringLiteral("sendButton"))->isEnabled());
}

void ClientUiTest::markupStaysText() {
    QVERIFY(join());
    const QString nasty = QStringLiteral("<b>bold</b> <img src='http://evil.example/x.png'>");
    script_->link()->hear(QStringLiteral("<i>Ada</i>"), nasty);
    script_->link()->hear(QStringLiteral("Ada"), QString(nasty + QStringLiteral(" https://a.example")));
    const auto textEdits = [](QQuickItem* item) { return item->inherits("QQuickTextEdit"); };
    QList<QQuickItem*> edits;
    QVERIFY(QTest::qWaitFor(
        [&] {
            edits.clear();
            collect(ui_->find(QStringLiteral("timeline")), textEdits, edits);
            return edits.size() == 2;
        },
        patienceMs));
    for (QQuickItem* const edit : edits) {
        QString shown;
        QVERIFY(QMetaObject::invokeMethod(edit, "getText", Q_RETURN_ARG(QString, shown), Q_ARG(int, 0),
                                          Q_ARG(int, 1'000)));
        QVERIFY2(shown.startsWith(nasty), qPrintable(shown));
    }
}

void ClientUiTest::staysAtTheEndWhileThere() {
    QVERIFY(join());
    for (int round = 0; round < 5; ++round) {
        hearMany(20);
        QTest::qWait(0);
    }
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    QVERIFY(QTest::qWaitFor([&] { return qAbs(timeline->property("below").toDouble()) < 2; }, patienceMs));
    // Also when the banner takes room, and when the window changes.
    script_->link()->refuse(lost());
    ui_->window().resize(500, 500);
    QVERIFY(QTest::qWaitFor(
        [&] { return timeline->width() == 500 && qAbs(timeline->property("below").toDouble()) < 2; },
        patienceMs));
    QVERIFY(!ui_->find(QStringLiteral("jumpButton")));
}

void ClientUiTest::doesNotMoveWhileReadingAndOffersAWayBack() {
    QVERIFY(join());
    hearMany(100);
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    QVERIFY(QTest::qWaitFor([&] { return qAbs(timeline->property("below").toDouble()) < 2; }, patienceMs));
    ui_->key(Qt::Key_PageUp);
    QVERIFY(
        QTest::qWaitFor([this] { return ui_->find(QStringLiteral("jumpButton")) != nullptr; }, patienceMs));
    const double below = timeline->property("below").toDouble();
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("news"));
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("more news"));
    // What is read stays in place, so the distance to the end grows.
    QVERIFY(QTest::qWaitFor([&] { return timeline->property("below").toDouble() > below + 20; }, patienceMs));
    QCOMPARE(property("jumpButton", "unseen"), QStringLiteral("2"));
    QVERIFY(ui_->click(QStringLiteral("jumpButton")));
    QVERIFY(QTest::qWaitFor([&] { return qAbs(timeline->property("below").toDouble()) < 2; }, patienceMs));
    QVERIFY(!ui_->find(QStringLiteral("jumpButton")));
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
}

void ClientUiTest::keysMoveTheTimeline() {
    QVERIFY(join());
    hearMany(100);
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    const auto isAtEnd = [&] { return qAbs(timeline->property("below").toDouble()) < 2; };
    QVERIFY(QTest::qWaitFor(isAtEnd, patienceMs));
    ui_->key(Qt::Key_PageUp);
    QVERIFY(!isAtEnd());
    ui_->key(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor(isAtEnd, patienceMs));
    ui_->key(Qt::Key_PageUp);
    ui_->key(Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor(isAtEnd, patienceMs));
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
}

void ClientUiTest::writesWhileOffline() {
    QVERIFY(join());
    script_->link()->refuse(lost());
    QVERIFY(ui_->find(QStringLiteral("banner")));
    ui_->type(QStringLiteral("in the dark"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
    ui_->chat().retryNow();
    script_->link()->accept();
    QVERIFY(QTest::qWaitFor([this] { return script_->link()->said().size() == 1; }, patienceMs));
    script_->link()->echo(0);
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Delivered);
    QVERIFY(!ui_->find(QStringLiteral("banner")));
}

void ClientUiTest::failedMessagesAreSentAgainOrDiscarded() {
    QVERIFY(join());
    QVERIFY(say(QStringLiteral("first")));
    QVERIFY(say(QStringLiteral("second")));
    script_->link()->refuse(lost());
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Failed);
    ui_->chat().retryNow();
    script_->link()->accept();
    QVERIFY(script_->link()->said().isEmpty());
    QVERIFY(QTest::qWaitFor([this] { return ui_->find(QStringLiteral("discardButton")) != nullptr; },
                            patienceMs));
    const auto count = ui_->chat().timeline()->count();
    QVERIFY(ui_->click(QStringLiteral("discardButton")));
    QCOMPARE(ui_->chat().timeline()->count(), count - 1);
    QVERIFY(
        QTest::qWaitFor([this] { return ui_->find(QStringLiteral("resendButton")) != nullptr; }, patienceMs));
    QVERIFY(QTest::qWaitFor(
        [this] {
            // The layout moves for a moment after the other has gone.
            return ui_->click(QStringLiteral("resendButton")) && script_->link()->said().size() == 1;
        },
        patienceMs));
    script_->link()->echo(0);
    QVERIFY(!ui_->chat().hasUnsent());
    QVERIFY(!ui_->find(QStringLiteral("resendButton")));
}

void ClientUiTest::countsDownAndTriesNow() {
    QVERIFY(join());
    script_->link()->refuse(lost());
    QCOMPARE(ui_->chat().link(), ChatController::Waiting);
    QCOMPARE(ui_->chat().secondsToRetry(), 3'600);
    QVERIFY(QTest::qWaitFor([this] { return ui_->chat().secondsToRetry() < 3'600; }, patienceMs));
    QVERIFY(ui_->click(QStringLiteral("bannerRetry")));
    QCOMPARE(ui_->chat().link(), ChatController::Connecting);
    QVERIFY(!ui_->find(QStringLiteral("bannerRetry"))->isEnabled());
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
    script_->link()->accept();
    QVERIFY(!ui_->find(QStringLiteral("banner")));
}

void ClientUiTest::aKickIsExplained() {
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

void ClientUiTest::goesToAnotherRoom() {
    QVERIFY(join());
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("here"));
    QVERIFY(ui_->click(QStringLiteral("roomButton")));
    QVERIFY(QTest::qWaitFor([this] { return isFocused(QStringLiteral("roomDialogField")); }, patienceMs));
    ui_->type(QStringLiteral("no room"));
    ui_->key(Qt::Key_Return);
    QVERIFY(!property("roomDialogField", "fault").isEmpty());
    QCOMPARE(script_->made(), 1);
    for (int i = 0; i < 8; ++i)
        ui_->key(Qt::Key_Backspace);
    ui_->type(QStringLiteral("#attic"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->made(), 2);
    QCOMPARE(script_->link()->destination().room, QStringLiteral("attic"));
    QCOMPARE(ui_->chat().timeline()->count(), 0);
    script_->link()->accept();
    QVERIFY(QTest::qWaitFor([this] { return focusName() == QStringLiteral("messageInput"); }, patienceMs));
    QCOMPARE(ui_->window().title(), QStringLiteral("#attic – Chinwag"));
}

void ClientUiTest::leavesAndComesAgain() {
    QVERIFY(join());
    ui_->key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(ui_->find(QStringLiteral("connectPage")));
    QCOMPARE(ui_->chat().link(), ChatController::Offline);
    QCOMPARE(ui_->chat().fault(), QString());
    QCOMPARE(ui_->chat().preferences()->recentServers(), QStringList{QStringLiteral("localhost")});
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->made(), 2);
}

void ClientUiTest::changesItsLook() {
    QVERIFY(join());
    ui_->chat().preferences()->setTheme(models::Preferences::Light);
    QVERIFY(ui_->window().color().lightnessF() > 0.8);
    ui_->chat().preferences()->setTheme(models::Preferences::Dark);
    QVERIFY(ui_->window().color().lightnessF() < 0.2);
}

void ClientUiTest::fitsIntoAnyWidth_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(360, 640);
    QTest::newRow("narrowest") << QSize(340, 420);
    QTest::newRow("window") << QSize(800, 600);
    QTest::newRow("wide") << QSize(1920, 1000);
}

void ClientUiTest::fitsIntoAnyWidth() {
    QFETCH(const QSize, size);
    QVERIFY(join(size));
    script_->link()->hear(QString(32, u'W'), QStringLiteral("word ").repeated(100));
    script_->link()->hear(QStringLiteral("Ada"), QString(500, u'x'));
    script_->link()->hear(QStringLiteral("Ada"),
                          QString(QStringLiteral("https://a.example/") + QString(300, u'y')));
    QVERIFY(say(QStringLiteral("word ").repeated(60)));
    script_->link()->refuse(kicked());
    QTest::qWait(50);
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

void ClientUiTest::everyControlHasANameAndAPlaceInTheOrder() {
    QVERIFY(join());
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("hello"));
    script_->link()->refuse(kicked());
    QTest::qWait(20);
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

QTEST_MAIN(chinwag::test::ClientUiTest)
#include "tst_client_ui.moc"
