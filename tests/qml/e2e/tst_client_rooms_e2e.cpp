// Many rooms over one connection to a real server.
#include "support/Chatter.h"
#include "support/MessageGuard.h"
#include "support/Wait.h"

#include <QTest>

#include <memory>

namespace chinwag::test {

using models::ChatController;

namespace {

const QString hall = QStringLiteral("chat:hall-4");
const QString attic = QStringLiteral("chat:attic");

QStringList listOf(std::initializer_list<const char*> texts) {
    QStringList list;
    for (const char* const each : texts)
        list.append(QString::fromLatin1(each));
    return list;
}

} // namespace

class ClientRoomsE2eTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsSaidElsewhereIsCounted();
    void nothingIsLostOrDoubledInEitherRoom();
    void whatWasReadOnOneDeviceIsReadOnTheOther();
    void aDirectMessageArrivesThoughNobodyJoined();
    void staffIsWhomTheServerTakesForIt();

private:
    std::unique_ptr<MessageGuard> guard_;
    std::unique_ptr<ServerProcess> server_;
};

void ClientRoomsE2eTest::init() {
    guard_ = std::make_unique<MessageGuard>();
    server_ = std::make_unique<ServerProcess>();
}

void ClientRoomsE2eTest::cleanup() {
    server_.reset();
    const QStringList complaints = MessageGuard::take();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    guard_.reset();
}

void ClientRoomsE2eTest::whatIsSaidElsewhereIsCounted() {
    QVERIFY(server_->start());
    Chatter robin;
    QVERIFY(robin.enter(*server_));
    QVERIFY(robin.join(QStringLiteral("attic")));
    robin.chat().show(hall);
    auto ada = server_->chatter("/ws/chat?room=attic&nick=Ada");
    QVERIFY(ada.send(text("Ada: dust")));
    QVERIFY(ada.send(text("Ada: look, @robin!")));
    QVERIFY(robin.hears(attic, QStringLiteral("look, @robin!")));
    QCOMPARE(robin.room(attic)->unread(), 2);
    QCOMPARE(robin.room(attic)->mentions(), 1);
    QCOMPARE(robin.chat().unread(), 2);
    QCOMPARE(robin.room(hall)->unread(), 0);
    robin.chat().show(attic);
    QVERIFY(eventually([&] { return robin.chat().unread() == 0; }));
    QVERIFY(robin.room().people().contains(QStringLiteral("Robin")));
}

void ClientRoomsE2eTest::nothingIsLostOrDoubledInEitherRoom() {
    QVERIFY(server_->start());
    Chatter robin;
    QVERIFY(robin.enter(*server_));
    QVERIFY(robin.room().say(QStringLiteral("hall before")));
    QVERIFY(robin.join(QStringLiteral("attic")));
    QVERIFY(robin.room().say(QStringLiteral("attic before")));
    QVERIFY(robin.hasSentAll());
    server_->kill();
    QVERIFY(eventually([&] { return robin.chat().link() == ChatController::Waiting; }));
    QVERIFY(robin.room().say(QStringLiteral("attic in the dark")));
    robin.chat().show(hall);
    QVERIFY(robin.room().say(QStringLiteral("hall in the dark")));

    QVERIFY(server_->restart());
    auto inHall = server_->chatter("/ws/chat?room=hall-4&nick=Ada");
    auto inAttic = server_->chatter("/ws/chat?room=attic&nick=Ada");
    QVERIFY(inHall.send(text("Ada: hall meanwhile")));
    QVERIFY(inAttic.send(text("Ada: attic meanwhile")));
    QCOMPARE(inHall.nextMessage(), textEvent("Ada: hall meanwhile"));
    QCOMPARE(inAttic.nextMessage(), textEvent("Ada: attic meanwhile"));
    robin.chat().retryNow();
    QVERIFY(robin.isOnline());
    QVERIFY(robin.hasSentAll());
    QCOMPARE(robin.texts(hall), listOf({"hall before", "hall meanwhile", "hall in the dark"}));
    QCOMPARE(robin.texts(attic), listOf({"attic before", "attic meanwhile", "attic in the dark"}));
    QCOMPARE(inHall.nextMessage(), textEvent("Robin: hall in the dark"));
    QCOMPARE(inAttic.nextMessage(), textEvent("Robin: attic in the dark"));
    // One of the rooms was not looked at.
    QCOMPARE(robin.room(attic)->unread(), 1);

    // Once more, while it hears on both.
    QVERIFY(inAttic.send(text("Ada: attic after")));
    QVERIFY(robin.hears(attic, QStringLiteral("attic after")));
    QCOMPARE(robin.texts(attic).count(QStringLiteral("attic after")), 1);
}

void ClientRoomsE2eTest::whatWasReadOnOneDeviceIsReadOnTheOther() {
    QVERIFY(Chatter::startWithTokens(*server_));
    auto ada = server_->chatter("/ws/chat?room=attic&nick=Ada");
    Chatter desk;
    QVERIFY(desk.enter(*server_, QStringLiteral("robin")));
    QVERIFY(desk.join(QStringLiteral("attic")));
    QVERIFY(ada.send(text("Ada: read")));
    QVERIFY(desk.hears(attic, QStringLiteral("read")));
    desk.chat().show(hall);
    QVERIFY(ada.send(text("Ada: new")));
    QVERIFY(ada.send(text("Ada: newer")));
    QVERIFY(desk.hears(attic, QStringLiteral("newer")));

    // The other device finds the room, and what is new there, by itself.
    Chatter phone;
    QVERIFY(phone.enter(*server_, QStringLiteral("robin")));
    QVERIFY(phone.hears(attic, QStringLiteral("newer")));
    QVERIFY(eventually([&] { return phone.room(attic)->unread() >= 2; }));
    phone.chat().show(attic);
    QVERIFY(eventually([&] { return phone.room(attic)->unread() == 0; }));
    QVERIFY(eventually([&] { return desk.room(attic)->unread() == 0; }));
}

void ClientRoomsE2eTest::aDirectMessageArrivesThoughNobodyJoined() {
    QVERIFY(Chatter::startWithTokens(*server_));
    Chatter ada;
    Chatter robin;
    QVERIFY(ada.enter(*server_, QStringLiteral("ada")));
    QVERIFY(robin.enter(*server_, QStringLiteral("robin")));
    const QString direct = QStringLiteral("chat:direct#ada,robin");
    robin.chat().talkTo(QStringLiteral("ada"));
    QVERIFY(eventually([&] { return robin.room().channel() == direct; }));
    QVERIFY(robin.room().say(QStringLiteral("psst")));
    QVERIFY(ada.hears(direct, QStringLiteral("psst")));
    QCOMPARE(ada.room(direct)->mentions(), 1);
    QVERIFY(ada.room(direct)->isDirect());
    ada.chat().show(direct);
    QVERIFY(ada.room().say(QStringLiteral("what?")));
    QVERIFY(robin.hears(direct, QStringLiteral("what?")));
    QCOMPARE(robin.room().title(), QStringLiteral("ada"));

    // And it goes on after the server was away.
    QVERIFY(robin.hasSentAll() && ada.hasSentAll());
    server_->kill();
    QVERIFY(eventually([&] { return robin.chat().link() == ChatController::Waiting; }));
    QVERIFY(eventually([&] { return ada.chat().link() == ChatController::Waiting; }));
    QVERIFY(robin.room().say(QStringLiteral("still there?")));
    QVERIFY(server_->restart());
    robin.chat().retryNow();
    QVERIFY(robin.isOnline());
    QVERIFY(robin.hasSentAll());
    ada.chat().retryNow();
    QVERIFY(ada.hears(direct, QStringLiteral("still there?")));
    QCOMPARE(ada.texts(direct), listOf({"psst", "what?", "still there?"}));
    QCOMPARE(robin.texts(direct), listOf({"psst", "what?", "still there?"}));
}

// A server that takes everybody as they come looks at no token, so that one counts for nothing there.
void ClientRoomsE2eTest::staffIsWhomTheServerTakesForIt() {
    QVERIFY(server_->start());
    Chatter robin;
    QVERIFY(robin.enter(*server_, QStringLiteral("robin"), true));
    QVERIFY(!robin.chat().isStaff());
    ServerProcess verifying;
    QVERIFY(verifying.start(Chatter::takingTokens()));
    Chatter warden;
    QVERIFY(warden.enter(verifying, QStringLiteral("warden"), true));
    QVERIFY(warden.chat().isStaff());
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientRoomsE2eTest)
#include "tst_client_rooms_e2e.moc"
