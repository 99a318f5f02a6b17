// The list of rooms: what is new where, and how one gets from one to the other.
#include "ClientUiCase.h"

#include <QJsonArray>
#include <QTest>

namespace chinwag::test {

using models::Room;
using models::RoomsModel;

class ClientUiRoomsTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsNewElsewhere();
    void beginsWhereOneHasStoppedReading();
    void whatFitsIsSeen();
    void keysLeadFromRoomToRoom();
    void findsARoom();
    void pinsMutesAndLeaves();
    void leavingAsksWhenSomethingWouldBeLost();
    void aRefusalIsShownInItsRoom();
    void isAPageOfItsOwnWhereItIsNarrow();
    void oneMayBeInNoRoom();
    void theServerListsRooms();
    void talksToSomebody();
    void foldsWhatOneDoesNotWantToHear();
    void staffLooksAfterPeople();

private:
    bool joinThree(QSize size = {960, 720});
    bool joinAs(const char* claims);
    bool openProfileOf(int index);
    QQuickItem* row(const QString& title) const;
    QString shown() const { return ui_->chat().room()->title(); }
    void hear(const char* room, const QString& text, const QString& id = {});
    bool openMenuOf(const QString& title);
};

bool ClientUiRoomsTest::joinThree(QSize size) {
    if (!join(size))
        return false;
    for (const char* const name : {"attic", "kitchen"}) {
        if (!ui_->chat().join(QLatin1String(name)).isEmpty())
            return false;
        script_->link()->in(QLatin1String(name)).openRoom();
    }
    ui_->chat().show(QStringLiteral("chat:hall-4"));
    return ui_->layOut() && eventually([this] { return ui_->chat().isWatching(); });
}

// The row of that room in the list that is shown.
QQuickItem* ClientUiRoomsTest::row(const QString& title) const {
    QQuickItem* const list = ui_->find(QStringLiteral("roomsView"));
    if (list == nullptr)
        return nullptr;
    QList<QQuickItem*> found;
    collect(
        list, [&](QQuickItem* item) { return item->property("title").toString() == title; }, found);
    return found.isEmpty() ? nullptr : found.first();
}

void ClientUiRoomsTest::hear(const char* room, const QString& text, const QString& id) {
    script_->link()->in(QLatin1String(room)).hear(ScriptedLink::said(QStringLiteral("Ada"), text, id));
}

bool ClientUiRoomsTest::openMenuOf(const QString& title) {
    QQuickItem* const list = ui_->find(QStringLiteral("roomsView"));
    if (!ui_->layOut() || list == nullptr || row(title) == nullptr)
        return false;
    list->forceActiveFocus();
    list->setProperty("currentIndex", row(title)->property("index"));
    ui_->key(Qt::Key_Menu);
    return eventually([this] { return ui_->find(QStringLiteral("partItem")); });
}

void ClientUiRoomsTest::showsWhatIsNewElsewhere() {
    QVERIFY(joinThree());
    hear("attic", QStringLiteral("dust everywhere"));
    hear("attic", QStringLiteral("@Robin, look"));
    hear("hall-4", QStringLiteral("here"));
    QVERIFY(ui_->layOut());
    const QQuickItem* const attic = row(QStringLiteral("#attic"));
    QVERIFY(attic);
    QCOMPARE(attic->property("unread").toInt(), 2);
    QCOMPARE(attic->property("mentions").toInt(), 1);
    QVERIFY(attic->property("preview").toString().contains(QLatin1String("@Robin, look")));
    // What one looks at is not new.
    QCOMPARE(row(QStringLiteral("#hall-4"))->property("unread").toInt(), 0);
    QCOMPARE(ui_->window().title(), QStringLiteral("(2) #hall-4 – Chinwag"));
    ui_->chat().show(QStringLiteral("chat:attic"));
    QVERIFY(eventually([this] { return ui_->chat().unread() == 0; }));
    QCOMPARE(ui_->window().title(), QStringLiteral("#attic – Chinwag"));
}

void ClientUiRoomsTest::beginsWhereOneHasStoppedReading() {
    QVERIFY(joinThree());
    for (int i = 0; i < 30; ++i)
        hear("attic", QStringLiteral("line %1").arg(i), QStringLiteral("m%1").arg(i));
    ui_->chat().show(QStringLiteral("chat:attic"));
    ui_->chat().show(QStringLiteral("chat:hall-4"));
    for (int i = 30; i < 90; ++i)
        hear("attic", QStringLiteral("line %1").arg(i), QStringLiteral("m%1").arg(i));
    const int unread = ui_->chat().unread();
    QVERIFY(unread >= 60);
    ui_->chat().show(QStringLiteral("chat:attic"));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("unreadLine")); }));
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    QVERIFY(eventually([&] { return !timeline->property("arriving").toBool(); }));
    QVERIFY(ui_->layOut());
    const double top = ui_->find(QStringLiteral("unreadLine"))->mapToItem(timeline, QPointF()).y();
    QVERIFY2(top >= 0 && top < timeline->height() / 2, qPrintable(QString::number(top)));
    // Its end is not in sight, so it is not read.
    QCOMPARE(ui_->chat().unread(), unread);
    QVERIFY(ui_->click(QStringLiteral("jumpButton")));
    QVERIFY(eventually([this] { return ui_->chat().unread() == 0; }));
}

void ClientUiRoomsTest::whatFitsIsSeen() {
    QVERIFY(joinThree());
    hear("attic", QStringLiteral("one"));
    hear("attic", QStringLiteral("two"));
    ui_->chat().show(QStringLiteral("chat:attic"));
    QVERIFY(eventually([this] { return ui_->chat().unread() == 0; }));
    QVERIFY(ui_->find(QStringLiteral("unreadLine")));
    ui_->chat().show(QStringLiteral("chat:hall-4"));
    ui_->chat().show(QStringLiteral("chat:attic"));
    QVERIFY(ui_->layOut());
    QVERIFY(!ui_->find(QStringLiteral("unreadLine")));
}

void ClientUiRoomsTest::keysLeadFromRoomToRoom() {
    QVERIFY(joinThree());
    ui_->room().setPinned(true); // the first of the list
    QCOMPARE(shown(), QStringLiteral("#hall-4"));
    ui_->key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown(), QStringLiteral("#attic"));
    ui_->key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown(), QStringLiteral("#kitchen"));
    ui_->key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown(), QStringLiteral("#hall-4"));
    ui_->key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown(), QStringLiteral("#kitchen"));
    QCOMPARE(focusName(), QStringLiteral("messageInput"));
    // What is said to oneself comes before what is only new.
    ui_->chat().show(QStringLiteral("chat:hall-4"));
    hear("attic", QStringLiteral("@Robin"));
    hear("kitchen", QStringLiteral("soup"));
    ui_->key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), QStringLiteral("#attic"));
    ui_->key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), QStringLiteral("#kitchen"));
    ui_->key(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), QStringLiteral("#kitchen"));
}

void ClientUiRoomsTest::findsARoom() {
    QVERIFY(joinThree());
    ui_->key(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(eventually([this] { return focusName() == QLatin1String("roomSearch"); }));
    ui_->type(QStringLiteral("kit"));
    QCOMPARE(ui_->chat().rooms()->count(), 1);
    ui_->key(Qt::Key_Return);
    QCOMPARE(shown(), QStringLiteral("#kitchen"));
    QCOMPARE(ui_->chat().rooms()->count(), 3);
    QVERIFY(eventually([this] { return focusName() == QLatin1String("messageInput"); }));
    ui_->key(Qt::Key_K, Qt::ControlModifier);
    ui_->type(QStringLiteral("nothing"));
    QVERIFY(ui_->find(QStringLiteral("noRooms")));
    ui_->key(Qt::Key_Escape);
    QVERIFY(!ui_->find(QStringLiteral("noRooms")));
    // From the line to the list, and to a room.
    ui_->key(Qt::Key_Down);
    QVERIFY(isFocused(QStringLiteral("roomsView")));
    ui_->key(Qt::Key_Down);
    ui_->key(Qt::Key_Return);
    QCOMPARE(ui_->chat().room()->channel(), ui_->chat().rooms()->channelAt(1));
}

void ClientUiRoomsTest::pinsMutesAndLeaves() {
    QVERIFY(joinThree());
    QVERIFY(openMenuOf(QStringLiteral("#kitchen")));
    QVERIFY(ui_->click(QStringLiteral("pinItem")));
    QCOMPARE(ui_->chat().rooms()->channelAt(0), QStringLiteral("chat:kitchen"));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("partItem")); }));
    QVERIFY(openMenuOf(QStringLiteral("#kitchen")));
    QVERIFY(ui_->click(QStringLiteral("muteItem")));
    hear("kitchen", QStringLiteral("soup"));
    QCOMPARE(ui_->chat().unread(), 0);
    QCOMPARE(row(QStringLiteral("#kitchen"))->property("unread").toInt(), 1);
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("partItem")); }));
    QVERIFY(openMenuOf(QStringLiteral("#kitchen")));
    QVERIFY(ui_->click(QStringLiteral("partItem")));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("dialogGo")); }));
    QVERIFY(ui_->click(QStringLiteral("dialogGo")));
    QCOMPARE(ui_->chat().rooms()->count(), 2);
    QVERIFY(!script_->link()->rooms().contains(QStringLiteral("chat:kitchen")));
    QCOMPARE(shown(), QStringLiteral("#hall-4"));
}

void ClientUiRoomsTest::leavingAsksWhenSomethingWouldBeLost() {
    QVERIFY(joinThree());
    ui_->type(QStringLiteral("half a sentence"));
    QVERIFY(ui_->click(QStringLiteral("menuButton")));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("partRoomItem")); }));
    QVERIFY(ui_->click(QStringLiteral("partRoomItem")));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("dialogGo")); }));
    QVERIFY(ui_->find(QStringLiteral("dialogGo"))->property("dangerous").toBool());
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually([this] { return focusName() == QLatin1String("messageInput"); }));
    QCOMPARE(property("messageInput", "text"), QStringLiteral("half a sentence"));
    QCOMPARE(ui_->chat().rooms()->count(), 3);
}

void ClientUiRoomsTest::aRefusalIsShownInItsRoom() {
    QVERIFY(joinThree());
    QVERIFY(!ui_->find(QStringLiteral("refusal")));
    script_->link()->in(QStringLiteral("hall-4")).closeRoom(QStringLiteral("Members only."));
    QVERIFY(ui_->find(QStringLiteral("refusal")));
    QVERIFY(row(QStringLiteral("#hall-4"))->property("closed").toBool());
    QVERIFY(ui_->click(QStringLiteral("refusalKnock")));
    script_->link()->openRoom();
    QVERIFY(!ui_->find(QStringLiteral("refusal")));
    // The others are not concerned.
    script_->link()->closeRoom(QStringLiteral("Members only."));
    ui_->chat().show(QStringLiteral("chat:attic"));
    QVERIFY(!ui_->find(QStringLiteral("refusal")));
    QCOMPARE(ui_->chat().link(), models::ChatController::Online);
}

void ClientUiRoomsTest::isAPageOfItsOwnWhereItIsNarrow() {
    QVERIFY(joinThree({360, 640}));
    QVERIFY(!ui_->find(QStringLiteral("roomsView")));
    hear("attic", QStringLiteral("dust"));
    QCOMPARE(property("roomsButton", "unread"), QStringLiteral("1"));
    QVERIFY(ui_->click(QStringLiteral("roomsButton")));
    QVERIFY(eventually([this] { return row(QStringLiteral("#attic")) != nullptr; }));
    const QQuickItem* const attic = row(QStringLiteral("#attic"));
    QVERIFY(eventually([&] { return attic->mapToScene(QPointF()).x() > -1; }));
    QVERIFY(attic->mapRectToScene(attic->boundingRect()).right() <= 360);
    QTest::mouseClick(&ui_->window(), Qt::LeftButton, Qt::NoModifier,
                      attic->mapToScene(QPointF(60, 20)).toPoint());
    QCOMPARE(shown(), QStringLiteral("#attic"));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("roomsView")); }));
    QVERIFY(eventually([this] { return focusName() == QLatin1String("messageInput"); }));
    // A window that grows has a place for it.
    ui_->window().resize(900, 640);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("roomsPanel")); }));
}

void ClientUiRoomsTest::oneMayBeInNoRoom() {
    QVERIFY(join());
    ui_->chat().part(QStringLiteral("chat:hall-4"));
    QVERIFY(ui_->layOut());
    QCOMPARE(shown(), QString());
    QVERIFY(!ui_->find(QStringLiteral("composer")));
    QVERIFY(ui_->find(QStringLiteral("noRooms")));
    QCOMPARE(ui_->window().title(), QStringLiteral("Chinwag"));
    QVERIFY(ui_->click(QStringLiteral("emptyJoin")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("roomDialogField")); }));
    ui_->type(QStringLiteral("attic"));
    ui_->key(Qt::Key_Return);
    script_->link()->in(QStringLiteral("attic")).openRoom();
    QVERIFY(ui_->find(QStringLiteral("composer")));
}

// With a token that says so; nobody verifies it here.
bool ClientUiRoomsTest::joinAs(const char* claims) {
    const auto part = [](const QByteArray& json) {
        return QString::fromLatin1(
            json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    ui_->chat().form()->setToken(part("{\"alg\":\"none\"}") + u'.' + part(claims) + QStringLiteral(".x"));
    if (!join())
        return false;
    script_->link()->showPeople(
        QList<sdk::Person>{{QStringLiteral("Ada"), QStringLiteral("ada"), QStringLiteral("c1")},
                           {QStringLiteral("Bob"), QString(), QStringLiteral("c2")},
                           {QStringLiteral("Robin"), QStringLiteral("robin"), QStringLiteral("c3")}});
    return true;
}

// By keys, from the list of people.
bool ClientUiRoomsTest::openProfileOf(int index) {
    if (!ui_->click(QStringLiteral("peopleButton")) ||
        !eventually([this] { return isFocused(QStringLiteral("peopleList")); }))
        return false;
    for (int i = 0; i < index; ++i)
        ui_->key(Qt::Key_Down);
    ui_->key(Qt::Key_Return);
    return eventually([this] { return ui_->find(QStringLiteral("profileName")); });
}

void ClientUiRoomsTest::theServerListsRooms() {
    QVERIFY(join());
    QVERIFY(ui_->click(QStringLiteral("joinButton")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("roomDialogField")); }));
    QVERIFY(eventually([this] { return script_->link()->calls().size() == 1; }));
    QJsonArray rooms;
    for (const char* const name : {"lobby", "press"})
        rooms.append(
            QJsonObject{{QStringLiteral("channel"), QString(QStringLiteral("chat:") + QLatin1String(name))},
                        {QStringLiteral("people"), 7}});
    script_->link()->calls().last().answer({{QStringLiteral("rooms"), rooms}}, {});
    QVERIFY(ui_->layOut());
    QVERIFY(ui_->find(QStringLiteral("directoryList")));
    ui_->key(Qt::Key_Down);
    QVERIFY(isFocused(QStringLiteral("directoryList")));
    ui_->key(Qt::Key_Down);
    ui_->key(Qt::Key_Return);
    QCOMPARE(shown(), QStringLiteral("#press"));
    QVERIFY(script_->link()->rooms().contains(QStringLiteral("chat:press")));
}

void ClientUiRoomsTest::talksToSomebody() {
    QVERIFY(joinAs("{\"sub\":\"robin\"}"));
    QVERIFY(openProfileOf(0));
    QCOMPARE(property("profileName", "text"), QStringLiteral("Ada"));
    QVERIFY(!ui_->find(QStringLiteral("kickButton")));
    QVERIFY(ui_->click(QStringLiteral("talkButton")));
    const auto& call = script_->link()->calls().last();
    QCOMPARE(call.method, QStringLiteral("chat.direct"));
    QCOMPARE(call.parameters[QStringLiteral("user")].toString(), QStringLiteral("ada"));
    // The server brings us into the room, and then answers.
    const QString channel = QStringLiteral("chat:direct#ada,robin");
    script_->link()->in(QStringLiteral("direct#ada,robin")).openRoom();
    call.answer({{QStringLiteral("channel"), channel}}, {});
    QCOMPARE(shown(), QStringLiteral("ada"));
    QVERIFY(eventually([this] { return focusName() == QLatin1String("messageInput"); }));
    QVERIFY(say(QStringLiteral("psst")));
    QCOMPARE(script_->link()->said().last().room, channel);
    // One that is put away comes back with what is said there.
    ui_->chat().part(channel);
    QCOMPARE(ui_->chat().rooms()->count(), 1);
    QVERIFY(script_->link()->rooms().isEmpty() || shown() == QLatin1String("#hall-4"));
    hear("direct#ada,robin", QStringLiteral("what?"));
    QCOMPARE(ui_->chat().rooms()->count(), 2);
    QCOMPARE(ui_->chat().mentions(), 1);
}

void ClientUiRoomsTest::foldsWhatOneDoesNotWantToHear() {
    QVERIFY(joinAs("{\"sub\":\"robin\"}"));
    auto message = ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("blah"), QStringLiteral("m1"));
    message.user = QStringLiteral("ada");
    script_->link()->hear(message);
    QVERIFY(openProfileOf(0));
    QVERIFY(ui_->click(QStringLiteral("ignoreButton")));
    QVERIFY(ui_->click(QStringLiteral("closeProfile")));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("profileName")); }));
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("closePeople")); }));
    QVERIFY(ui_->find(QStringLiteral("showIgnored")));
    QVERIFY(ui_->click(QStringLiteral("showIgnored")));
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("showIgnored")); }));
}

void ClientUiRoomsTest::staffLooksAfterPeople() {
    script_->setStaff(true);
    QVERIFY(joinAs("{\"sub\":\"robin\"}"));
    QVERIFY(ui_->chat().isStaff());
    QVERIFY(openProfileOf(1));
    QVERIFY(ui_->click(QStringLiteral("muteButton")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("sanctionReason")); }));
    QVERIFY(ui_->find(QStringLiteral("time10"))->property("primary").toBool());
    QVERIFY(ui_->click(QStringLiteral("time60")));
    QVERIFY(ui_->find(QStringLiteral("time60"))->property("primary").toBool());
    QVERIFY(!ui_->find(QStringLiteral("time10"))->property("primary").toBool());
    QVERIFY(ui_->click(QStringLiteral("sanctionReason")));
    ui_->type(QStringLiteral("spam"));
    ui_->key(Qt::Key_Return);
    const auto& call = script_->link()->calls().last();
    QCOMPARE(call.method, QStringLiteral("chat.mute"));
    QCOMPARE(call.parameters[QStringLiteral("minutes")].toInt(), 60);
    QCOMPARE(call.parameters[QStringLiteral("client")].toString(), QStringLiteral("c2"));
    QCOMPARE(call.parameters[QStringLiteral("reason")].toString(), QStringLiteral("spam"));
    call.answer({}, {});
    QVERIFY(newest(models::TimelineModel::NoticeRole).toBool());
    QVERIFY(newest(models::TimelineModel::TextRole).toString().contains(QLatin1String("Bob")));
    // What others have said can be taken back, too.
    script_->link()->hear(
        ScriptedLink::said(QStringLiteral("Bob"), QStringLiteral("spam"), QStringLiteral("m1")));
    QVERIFY(ui_->layOut());
    ui_->find(QStringLiteral("timeline"))->forceActiveFocus();
    ui_->key(Qt::Key_Up);
    ui_->key(Qt::Key_Menu);
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("redactItem")); }));
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiRoomsTest)
#include "tst_client_ui_rooms.moc"
