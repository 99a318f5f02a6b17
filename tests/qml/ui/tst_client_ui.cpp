// The whole user interface, driven by keys and clicks, on a connection that does what the test says.
#include "ClientUiCase.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

namespace chinwag::test {

using models::ChatController;
using models::TimelineModel;

// Whether a text field ever had a picture in it, if only for a moment: it would have been fetched.
class PictureWatch : public QObject {
    Q_OBJECT

public:
    explicit PictureWatch(QQuickItem* edit) : edit_(edit) {
        connect(edit, SIGNAL(textChanged()), this, SLOT(look()));
    }

    QString shown() const {
        QString shown;
        QMetaObject::invokeMethod(edit_, "getText", Q_RETURN_ARG(QString, shown), Q_ARG(int, 0),
                                  Q_ARG(int, 1'000));
        return shown;
    }
    bool hasSeenOne() const { return seen_; }

public Q_SLOTS:
    void look() { seen_ = seen_ || shown().contains(QChar::ObjectReplacementCharacter); }

private:
    QQuickItem* edit_;
    bool seen_ = false;
};

class ClientUiTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void theFormIsFilledInByKeyboard();
    void theFormSaysWhatIsWrong();
    void escapeCancelsConnecting();
    void aFirstRefusalStaysOnTheForm();
    void enterSendsAndShiftEnterDoesNot();
    void nothingIsNotSent();
    void theComposerGrowsToSixLines();
    void tooMuchIsToldBeforeItIsSent();
    void markupStaysText();
    void markupStaysTextWhileItIsEdited();
    void staysAtTheEndWhileThere();
    void doesNotMoveWhileReadingAndOffersAWayBack();
    void keysMoveTheTimeline();
};

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
    QCOMPARE(script_->link()->rooms(), QStringList{QStringLiteral("chat:attic")});
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
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("cancelButton")); }));
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
    QCOMPARE(ui_->room().timeline()->count(), 0);
    ui_->key(Qt::Key_Enter);
    QCOMPARE(newest(TimelineModel::TextRole).toString(), QStringLiteral("one\ntwo"));
    QCOMPARE(property("messageInput", "text"), QString());
    QVERIFY(eventually([this] { return script_->link()->said().size() == 1; }));
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Sending);
    script_->link()->echo(0);
    QCOMPARE(newest(TimelineModel::StateRole).toInt(), TimelineModel::Delivered);
    QCOMPARE(ui_->room().timeline()->count(), 1);
}

void ClientUiTest::nothingIsNotSent() {
    QVERIFY(join());
    ui_->key(Qt::Key_Return);
    ui_->type(QStringLiteral("   "));
    ui_->key(Qt::Key_Return);
    QVERIFY(ui_->click(QStringLiteral("sendButton")));
    QCOMPARE(ui_->room().timeline()->count(), 0);
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
    QVERIFY(eventually([&] { return composer->height() > one * 1.5; }));
    write(6);
    QVERIFY(eventually([&] { return composer->height() > one * 2.5; }));
    const double six = composer->height();
    write(40);
    QVERIFY(ui_->layOut());
    QVERIFY(eventually([&] { return composer->height() == six; }));
}

void ClientUiTest::tooMuchIsToldBeforeItIsSent() {
    QVERIFY(join());
    QQuickItem* const input = ui_->find(QStringLiteral("messageInput"));
    QVERIFY(!ui_->find(QStringLiteral("counter")));
    input->setProperty("text", QString(4'000, u'x'));
    QVERIFY(ui_->find(QStringLiteral("counter")));
    QVERIFY(ui_->find(QStringLiteral("sendButton"))->isEnabled());
    input->setProperty("text", QString(4'001, u'x'));
    QVERIFY(property("counter", "text").contains(QLatin1String("1 character")));
    QVERIFY(!ui_->find(QStringLiteral("sendButton"))->isEnabled());
    ui_->key(Qt::Key_Return);
    QCOMPARE(ui_->room().timeline()->count(), 0);
    // It is characters that count, not units of their encoding.
    input->setProperty("text", QStringLiteral("😀").repeated(4'000));
    QVERIFY(ui_->find(QStringLiteral("sendButton"))->isEnabled());
    input->setProperty("text", QStringLiteral("😀").repeated(4'001));
    QVERIFY(!ui_->find(QStringLiteral("sendButton"))->isEnabled());
}

void ClientUiTest::markupStaysText() {
    QVERIFY(join());
    const QString nasty = QStringLiteral("<b>bold</b> <img src='http://evil.example/x.png'>");
    script_->link()->hear(QStringLiteral("<i>Ada</i>"), nasty);
    script_->link()->hear(QStringLiteral("Ada"), QString(nasty + QStringLiteral(" https://a.example")));
    const auto textEdits = [](QQuickItem* item) { return item->inherits("QQuickTextEdit"); };
    QList<QQuickItem*> edits;
    QVERIFY(eventually([&] {
        edits.clear();
        collect(ui_->find(QStringLiteral("timeline")), textEdits, edits);
        return edits.size() == 2;
    }));
    for (QQuickItem* const edit : edits) {
        QString shown;
        QVERIFY(QMetaObject::invokeMethod(edit, "getText", Q_RETURN_ARG(QString, shown), Q_ARG(int, 0),
                                          Q_ARG(int, 1'000)));
        QVERIFY2(shown.startsWith(nasty), qPrintable(shown));
    }
}

void ClientUiTest::markupStaysTextWhileItIsEdited() {
    QVERIFY(join());
    const QString plain = QStringLiteral("<img src='http://evil.example/x.png'>");
    sdk::Publication message = ScriptedLink::said(QStringLiteral("Ada"), plain, QStringLiteral("m1"));
    script_->link()->hear(message);
    QList<QQuickItem*> edits;
    const auto textEdits = [](QQuickItem* item) { return item->inherits("QQuickTextEdit"); };
    QVERIFY(eventually([&] {
        edits.clear();
        collect(ui_->find(QStringLiteral("timeline")), textEdits, edits);
        return edits.size() == 1;
    }));
    const PictureWatch watch(edits.first());
    message.kind = sdk::Publication::Kind::Edited;
    for (const QString& text : {QString(plain + QStringLiteral(" *you*")), plain}) {
        message.text = text;
        script_->link()->hear(message);
        const QString shown = QString(text).remove(u'*');
        QVERIFY(eventually([&] { return watch.shown() == shown; }));
        QVERIFY2(!watch.hasSeenOne(), qPrintable(text));
    }
    // It would have seen one.
    QVERIFY(edits.first()->setProperty("text", QString(QChar::ObjectReplacementCharacter)));
    QVERIFY(watch.hasSeenOne());
}

void ClientUiTest::staysAtTheEndWhileThere() {
    QVERIFY(join());
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    for (int round = 0; round < 5; ++round) {
        hearMany(20);
        QVERIFY(ui_->layOut());
        QVERIFY(eventually([&] { return qAbs(timeline->property("below").toDouble()) < 2; }));
    }
    // Also when the banner takes room, and when the window changes.
    script_->link()->refuse(lost());
    ui_->window().resize(500, 500);
    QVERIFY(eventually(
        [&] { return timeline->width() == 500 && qAbs(timeline->property("below").toDouble()) < 2; }));
    QVERIFY(!ui_->find(QStringLiteral("jumpButton")));
}

void ClientUiTest::doesNotMoveWhileReadingAndOffersAWayBack() {
    QVERIFY(join());
    hearMany(100);
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    QVERIFY(eventually([&] { return qAbs(timeline->property("below").toDouble()) < 2; }));
    ui_->key(Qt::Key_PageUp);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("jumpButton")) != nullptr; }));
    const double below = timeline->property("below").toDouble();
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("news"));
    script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("more news"));
    // What is read stays in place, so the distance to the end grows.
    QVERIFY(eventually([&] { return timeline->property("below").toDouble() > below + 20; }));
    QCOMPARE(property("jumpButton", "unseen"), QStringLiteral("2"));
    QVERIFY(ui_->click(QStringLiteral("jumpButton")));
    QVERIFY(eventually([&] { return qAbs(timeline->property("below").toDouble()) < 2; }));
    QVERIFY(!ui_->find(QStringLiteral("jumpButton")));
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
}

void ClientUiTest::keysMoveTheTimeline() {
    QVERIFY(join());
    hearMany(100);
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    const auto isAtEnd = [&] { return qAbs(timeline->property("below").toDouble()) < 2; };
    QVERIFY(eventually(isAtEnd));
    ui_->key(Qt::Key_PageUp);
    QVERIFY(!isAtEnd());
    ui_->key(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(eventually(isAtEnd));
    ui_->key(Qt::Key_PageUp);
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually(isAtEnd));
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiTest)
#include "tst_client_ui.moc"
