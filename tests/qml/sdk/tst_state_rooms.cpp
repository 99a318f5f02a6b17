// The client in several rooms, on a link that does what the test says.
#include "sdk/StateCase.h"

using namespace chinwag;
using namespace chinwag::test;
using sdk::Client;
using sdk::MessageState;
using State = Client::State;

class StateRoomsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesManyRooms() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby, kitchen});
        QCOMPARE(script.link()->rooms(), QStringList({kitchen, lobby}));
        client.publish(lobby, QStringLiteral("to the lobby"));
        client.publish(kitchen, QStringLiteral("to the kitchen"));
        QCoreApplication::processEvents();
        // What is open is written to, whatever the other one does.
        QSignalSpy opened(&client, &Client::roomOpened);
        script.link()->in(QStringLiteral("kitchen")).openRoom();
        QCOMPARE(opened.size(), 1);
        QVERIFY(client.isOpen(kitchen));
        QVERIFY(!client.isOpen(lobby));
        QCOMPARE(script.link()->said().size(), 1);
        QCOMPARE(script.link()->said().at(0).room, kitchen);
        script.link()->in(QStringLiteral("lobby")).openRoom();
        QCOMPARE(script.link()->said().size(), 2);
        QCOMPARE(script.link()->said().at(1).room, lobby);
        QSignalSpy heard(&client, &Client::received);
        script.link()->in(QStringLiteral("kitchen")).hear(QStringLiteral("Ada"), QStringLiteral("soup"));
        QCOMPARE(heard.at(0).at(0).toString(), kitchen);
    }

    void roomsGoOnEachWhereItStood() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby, kitchen});
        script.link()->accept();
        client.publish(lobby, QStringLiteral("to the lobby"));
        client.publish(kitchen, QStringLiteral("to the kitchen"));
        QVERIFY(eventually([&] { return script.link()->said().size() == 2; }));
        sdk::Resume resume;
        resume.known = true;
        resume.offset = 7;
        script.link()->in(QStringLiteral("lobby")).setResume(resume);
        resume.offset = 9;
        script.link()->in(QStringLiteral("kitchen")).setResume(resume);
        script.link()->refuse(test::lost());
        client.retryNow();
        QCOMPARE(script.link()->in(QStringLiteral("lobby")).resumed().offset, 7U);
        QCOMPARE(script.link()->in(QStringLiteral("kitchen")).resumed().offset, 9U);
        // Only where something may be missing nobody knows what arrived.
        QSignalSpy changes(&client, &Client::messageChanged);
        script.link()->in(QStringLiteral("lobby")).openRoom(false);
        script.link()->in(QStringLiteral("kitchen")).openRoom(true);
        QCOMPARE(changes.at(0).at(1).value<MessageState>(), MessageState::Failed);
        QCOMPARE(script.link()->said().size(), 1);
        QCOMPARE(script.link()->said().at(0).room, kitchen);
    }

    void roomsAreEnteredAndLeftOnTheWay() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        client.enter(kitchen);
        QCOMPARE(script.link()->rooms(), QStringList({lobby, kitchen}));
        script.link()->in(QStringLiteral("kitchen")).openRoom();
        client.enter(kitchen); // it is open
        QCOMPARE(script.link()->rooms().size(), 2);
        script.link()->refuse(test::lost());
        client.publish(kitchen, QStringLiteral("never sent"));
        client.exit(kitchen);
        QVERIFY(!client.hasUnsent());
        client.enter(QStringLiteral("chat:attic"));
        client.retryNow();
        QCOMPARE(script.link()->rooms(), QStringList({QStringLiteral("chat:attic"), lobby}));
    }

    void theServerBringsARoom() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        const QString direct = QStringLiteral("chat:direct#ada,robin");
        script.link()->in(QStringLiteral("direct#ada,robin")).openRoom();
        QVERIFY(client.isOpen(direct));
        client.publish(direct, QStringLiteral("hi"));
        QVERIFY(eventually([&] { return script.link()->said().size() == 1; }));
        // And one is in it from then on.
        script.link()->refuse(test::lost());
        client.retryNow();
        QVERIFY(script.link()->rooms().contains(direct));
    }

    void aClosedRoomDoesNotEndTheConnection() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby, kitchen});
        QSignalSpy closed(&client, &Client::roomClosed);
        script.link()->in(QStringLiteral("kitchen")).closeRoom(QStringLiteral("members only"));
        script.link()->in(QStringLiteral("lobby")).openRoom();
        script.link()->acceptWithoutRooms();
        QCOMPARE(client.state(), State::Connected);
        QCOMPARE(closed.at(0).at(1).toString(), QStringLiteral("members only"));
        const auto id = client.publish(kitchen, QStringLiteral("let me in"));
        QCoreApplication::processEvents();
        QVERIFY(script.link()->said().isEmpty());
        QVERIFY(!client.ask({sdk::MessageRequest::Kind::Redact, kitchen, QStringLiteral("m1"), {}}));
        // It is asked once more, and then what waited is sent.
        client.enter(kitchen);
        script.link()->in(QStringLiteral("kitchen")).openRoom();
        QCOMPARE(script.link()->said().at(0).id, id);
    }

    void aChatThatLetsUsInNowhereIsNone() {
        test::LinkScript script;
        Client client(script.maker(), quick());
        client.connectTo(somewhere(), {lobby});
        script.link()->closeRoom(QStringLiteral("members only"));
        script.link()->acceptWithoutRooms();
        QCOMPARE(client.state(), State::Disconnected);
        QCOMPARE(client.fault().kind, sdk::Fault::Kind::Rejected);
        QCOMPARE(client.fault().text, QStringLiteral("members only"));
        // Later it is a matter of that room.
        client.retryNow();
        script.link()->accept();
        script.link()->closeRoom(QStringLiteral("out"));
        QCOMPARE(client.state(), State::Connected);
        script.link()->refuse(test::lost());
        client.retryNow();
        script.link()->closeRoom(QStringLiteral("out"));
        script.link()->acceptWithoutRooms();
        QCOMPARE(client.state(), State::Connected);
    }

    void whatAUserSaysElsewhereIsTheirOwn() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        sdk::Destination destination = somewhere();
        // {"alg":"none"} . {"sub":"robin"} . nothing that anybody verifies here
        destination.token = QStringLiteral("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.x");
        client.connectTo(destination, {lobby});
        script.link()->accept();
        QCOMPARE(client.user(), QStringLiteral("robin"));
        QCOMPARE(script.link()->roomsAsked(), 1);
        QSignalSpy heard(&client, &Client::received);
        auto publication = test::ScriptedLink::said(QStringLiteral("Robin"), QStringLiteral("by phone"));
        publication.user = QStringLiteral("robin");
        script.link()->hear(publication);
        QVERIFY(heard.at(0).at(1).value<sdk::Publication>().own);
        publication.user = QStringLiteral("ada");
        script.link()->hear(publication);
        QVERIFY(!heard.at(1).at(1).value<sdk::Publication>().own);
        client.markRead(lobby, QStringLiteral("m1"));
        QCOMPARE(script.link()->read().value(lobby), QStringLiteral("m1"));
        // Of somebody anonymous nobody keeps what was read.
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        client.markRead(lobby, QStringLiteral("m1"));
        QVERIFY(script.link()->read().isEmpty());
    }
};

QTEST_GUILESS_MAIN(StateRoomsTest)
#include "tst_state_rooms.moc"
