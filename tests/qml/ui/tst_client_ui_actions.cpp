// What a person does with messages, by keys, by the menu and by the buttons beside them.
#include "ClientUiCase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

namespace chinwag::test {

using models::Draft;
using models::TimelineModel;
using sdk::MessageRequest;

class ClientUiActionsTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerQuotesAndNamesItsMessage();
    void escapeGivesUp();
    void upEditsTheLastOwnMessage();
    void aRefusedChangeIsNotLost();
    void takingBackIsAskedOnceMore();
    void aReportHasAReason();
    void somebodyIsReportedByTheirLastMessage();
    void whoHasSaidNothingHereCannotBeReported();
    void theMenuOffersWhatMayBeDone();
    void aQuoteLeadsToItsMessage();
    void thePointerBringsTools();
    void draftsWaitInTheirRooms();

private:
    bool hearTwo();
    bool openProfile(int row);
    QQuickItem* message(const QString& serverId) const;
    bool select(int stepsUp);
};

// One of Ada's and one of ours.
bool ClientUiActionsTest::hearTwo() {
    if (!join())
        return false;
    script_->link()->hear(
        ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("shall we?"), QStringLiteral("m1")));
    if (!say(QStringLiteral("yse")))
        return false;
    script_->link()->echo(0);
    return ui_->layOut();
}

// Of one on the list of people.
bool ClientUiActionsTest::openProfile(int row) {
    if (!ui_->click(QStringLiteral("peopleButton")) ||
        !eventually([this] { return isFocused(QStringLiteral("peopleList")); }))
        return false;
    for (int i = 0; i < row; ++i)
        ui_->key(Qt::Key_Down);
    ui_->key(Qt::Key_Return);
    return eventually([this] { return ui_->find(QStringLiteral("profileName")); });
}

// The line of that message, once it is there.
QQuickItem* ClientUiActionsTest::message(const QString& serverId) const {
    QList<QQuickItem*> found;
    const bool there = eventually([&] {
        found.clear();
        collect(
            ui_->find(QStringLiteral("timeline")),
            [&](QQuickItem* item) { return item->property("serverId").toString() == serverId; }, found);
        return !found.isEmpty();
    });
    return there ? found.first() : nullptr;
}

// Goes up from the newest message by keys.
bool ClientUiActionsTest::select(int stepsUp) {
    ui_->find(QStringLiteral("timeline"))->setProperty("currentIndex", -1);
    ui_->find(QStringLiteral("timeline"))->forceActiveFocus();
    for (int i = 0; i <= stepsUp; ++i)
        ui_->key(Qt::Key_Up);
    return ui_->find(QStringLiteral("timeline"))->property("currentIndex").toInt() == stepsUp;
}

void ClientUiActionsTest::anAnswerQuotesAndNamesItsMessage() {
    QVERIFY(hearTwo());
    QVERIFY(select(1));
    ui_->key(Qt::Key_R);
    QVERIFY(eventually([this] { return focusName() == QLatin1String("messageInput"); }));
    QVERIFY(property("draftQuote", "nick").contains(QLatin1String("Ada")));
    QCOMPARE(property("draftQuote", "quote"), QStringLiteral("shall we?"));
    QVERIFY(say(QStringLiteral("now")));
    QCOMPARE(script_->link()->said().last().replyTo, QStringLiteral("m1"));
    QVERIFY(!ui_->find(QStringLiteral("draftLine")));
    // It is shown as an answer before the server has it, and when it comes back.
    QCOMPARE(newest(TimelineModel::ReplyTextRole).toString(), QStringLiteral("shall we?"));
    script_->link()->echo(1);
    QCOMPARE(newest(TimelineModel::ReplyTextRole).toString(), QStringLiteral("shall we?"));
    // The next one is a message again.
    QVERIFY(say(QStringLiteral("or later")));
    QVERIFY(script_->link()->said().last().replyTo.isEmpty());
}

void ClientUiActionsTest::escapeGivesUp() {
    QVERIFY(hearTwo());
    ui_->type(QStringLiteral("half"));
    ui_->room().reply(QStringLiteral("m1"));
    QVERIFY(ui_->find(QStringLiteral("draftLine")));
    ui_->key(Qt::Key_Escape);
    QVERIFY(!ui_->find(QStringLiteral("draftLine")));
    QCOMPARE(property("messageInput", "text"), QStringLiteral("half"));
    // So does its button, and what was being written comes back.
    QVERIFY(ui_->room().editNewest());
    QCOMPARE(property("messageInput", "text"), QStringLiteral("yse"));
    QVERIFY(ui_->click(QStringLiteral("draftCancel")));
    QCOMPARE(property("messageInput", "text"), QStringLiteral("half"));
    QVERIFY(script_->link()->asked().isEmpty());
}

void ClientUiActionsTest::upEditsTheLastOwnMessage() {
    QVERIFY(hearTwo());
    ui_->key(Qt::Key_Up);
    QCOMPARE(property("messageInput", "text"), QStringLiteral("yse"));
    ui_->key(Qt::Key_Backspace);
    ui_->key(Qt::Key_Backspace);
    ui_->type(QStringLiteral("es"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->link()->asked().size(), 1);
    const MessageRequest request = script_->link()->asked().first();
    QVERIFY(request.kind == MessageRequest::Kind::Edit);
    QCOMPARE(request.text, QStringLiteral("yes"));
    QCOMPARE(request.messageId, newest(TimelineModel::ServerIdRole).toString());
    QCOMPARE(property("messageInput", "text"), QString());
    QCOMPARE(script_->link()->said().size(), 1);
    // In a text, the key moves as ever.
    ui_->type(QStringLiteral("x"));
    ui_->key(Qt::Key_Up);
    QCOMPARE(property("messageInput", "text"), QStringLiteral("x"));
}

void ClientUiActionsTest::aRefusedChangeIsNotLost() {
    QVERIFY(hearTwo());
    ui_->key(Qt::Key_Up);
    ui_->type(QStringLiteral("!"));
    ui_->key(Qt::Key_Return);
    script_->link()->answer(QStringLiteral("not yours"));
    QVERIFY(newest(TimelineModel::TextRole).toString().contains(QLatin1String("not yours")));
    QCOMPARE(property("messageInput", "text"), QStringLiteral("yse!"));
    QCOMPARE(ui_->room().draft()->purpose(), Draft::Edit);
    // Without a connection nothing changes, and the text stays where it is.
    script_->link()->refuse(kicked());
    ui_->key(Qt::Key_Return);
    QCOMPARE(property("messageInput", "text"), QStringLiteral("yse!"));
}

void ClientUiActionsTest::takingBackIsAskedOnceMore() {
    QVERIFY(hearTwo());
    QVERIFY(select(0));
    ui_->key(Qt::Key_Delete);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("dialogGo")); }));
    QVERIFY(ui_->click(QStringLiteral("dialogCancel")));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("dialogGo")); }));
    QVERIFY(script_->link()->asked().isEmpty());
    QVERIFY(select(0));
    ui_->key(Qt::Key_Delete);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("dialogGo")); }));
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->link()->asked().size(), 1);
    QVERIFY(script_->link()->asked().first().kind == MessageRequest::Kind::Redact);
    // Somebody else's cannot be taken back.
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("dialogGo")); }));
    QVERIFY(select(1));
    ui_->key(Qt::Key_Delete);
    QVERIFY(ui_->layOut());
    QVERIFY(!ui_->find(QStringLiteral("dialogGo")));
}

void ClientUiActionsTest::aReportHasAReason() {
    QVERIFY(hearTwo());
    QVERIFY(select(1));
    ui_->key(Qt::Key_Return);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("reportItem")); }));
    QVERIFY(ui_->click(QStringLiteral("reportItem")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("reportReason")); }));
    QVERIFY(!ui_->find(QStringLiteral("dialogGo"))->isEnabled());
    ui_->type(QStringLiteral("rude"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->link()->asked().size(), 1);
    QVERIFY(script_->link()->asked().first().kind == MessageRequest::Kind::Report);
    QCOMPARE(script_->link()->asked().first().text, QStringLiteral("rude"));
    QCOMPARE(script_->link()->asked().first().messageId, QStringLiteral("m1"));
    script_->link()->answer({});
    QVERIFY(newest(TimelineModel::NoticeRole).toBool());
}

void ClientUiActionsTest::somebodyIsReportedByTheirLastMessage() {
    QVERIFY(hearTwo());
    script_->link()->hear(
        ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("well?"), QStringLiteral("m2")));
    script_->link()->showPeople({QStringLiteral("Ada"), QStringLiteral("Robin")});
    QVERIFY(openProfile(0));
    QVERIFY(!ui_->find(QStringLiteral("noMessage")));
    QVERIFY(ui_->click(QStringLiteral("reportButton")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("reportReason")); }));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("peopleList")); }));
    QVERIFY(isFocused(QStringLiteral("reportReason")));
    ui_->type(QStringLiteral("pushy"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(script_->link()->asked().size(), 1);
    QVERIFY(script_->link()->asked().first().kind == MessageRequest::Kind::Report);
    QCOMPARE(script_->link()->asked().first().messageId, QStringLiteral("m2"));
    QCOMPARE(script_->link()->asked().first().text, QStringLiteral("pushy"));
    QVERIFY(eventually([this] { return focusName() == QLatin1String("messageInput"); }));
}

void ClientUiActionsTest::whoHasSaidNothingHereCannotBeReported() {
    QVERIFY(hearTwo());
    script_->link()->showPeople({QStringLiteral("Bob"), QStringLiteral("Robin")});
    QVERIFY(openProfile(0));
    QVERIFY(ui_->find(QStringLiteral("noMessage")));
    QVERIFY(!ui_->find(QStringLiteral("reportButton"))->isEnabled());
    // And nobody reports themselves.
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("profileName")); }));
    ui_->key(Qt::Key_Down);
    ui_->key(Qt::Key_Return);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("profileName")); }));
    QVERIFY(!ui_->find(QStringLiteral("reportButton")));
}

void ClientUiActionsTest::theMenuOffersWhatMayBeDone() {
    QVERIFY(hearTwo());
    QVERIFY(select(0));
    ui_->key(Qt::Key_Menu);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("copyItem")); }));
    QVERIFY(ui_->find(QStringLiteral("editItem")));
    QVERIFY(ui_->find(QStringLiteral("redactItem")));
    QVERIFY(!ui_->find(QStringLiteral("reportItem")));
    QVERIFY(ui_->click(QStringLiteral("copyItem")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("yse"));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("copyItem")); }));
    QVERIFY(select(1));
    ui_->key(Qt::Key_Menu);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("reportItem")); }));
    QVERIFY(!ui_->find(QStringLiteral("editItem")));
    QVERIFY(!ui_->find(QStringLiteral("redactItem")));
}

void ClientUiActionsTest::aQuoteLeadsToItsMessage() {
    QVERIFY(hearTwo());
    hearMany(100);
    sdk::Publication answer =
        ScriptedLink::said(QStringLiteral("Bob"), QStringLiteral("yes"), QStringLiteral("m2"));
    answer.replyTo = QStringLiteral("m1");
    script_->link()->hear(answer);
    QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    QVERIFY(eventually([&] { return qAbs(timeline->property("below").toDouble()) < 2; }));
    QVERIFY(ui_->click(QStringLiteral("quote")));
    QCOMPARE(timeline->property("shownId").toString(), QStringLiteral("m1"));
    const QQuickItem* const original = message(QStringLiteral("m1"));
    QVERIFY(original);
    QVERIFY(ui_->layOut());
    const double top = original->mapToItem(timeline, QPointF()).y();
    QVERIFY2(top >= -1 && top < timeline->height(), qPrintable(QString::number(top)));
    QVERIFY(!timeline->property("following").toBool());
}

void ClientUiActionsTest::thePointerBringsTools() {
    QVERIFY(hearTwo());
    QVERIFY(!ui_->find(QStringLiteral("replyTool")));
    const QQuickItem* const own = message(newest(TimelineModel::ServerIdRole).toString());
    QVERIFY(own);
    const QPointF at = own->mapToScene(QPointF(own->width() - 20, own->height() - 12));
    QTest::mouseMove(&ui_->window(), at.toPoint() - QPoint(3, 0));
    QTest::mouseMove(&ui_->window(), at.toPoint());
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("editTool")); }));
    QVERIFY(ui_->click(QStringLiteral("editTool")));
    QCOMPARE(property("messageInput", "text"), QStringLiteral("yse"));
}

void ClientUiActionsTest::draftsWaitInTheirRooms() {
    QVERIFY(hearTwo());
    ui_->type(QStringLiteral("to be sent"));
    QVERIFY(ui_->chat().join(QStringLiteral("hall-5")).isEmpty());
    script_->link()->in(QStringLiteral("hall-5")).openRoom();
    QCOMPARE(property("messageInput", "text"), QString());
    QVERIFY(ui_->chat().join(QStringLiteral("hall-4")).isEmpty());
    QCOMPARE(property("messageInput", "text"), QStringLiteral("to be sent"));
    // Nobody finds it after one has left.
    ui_->key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(ui_->room().draft()->text().isEmpty());
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiActionsTest)
#include "tst_client_ui_actions.moc"
