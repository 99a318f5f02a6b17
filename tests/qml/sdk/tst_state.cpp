// The client on a link that does what the test says.
#include "support/ScriptedLink.h"

#include <QSignalSpy>
#include <QTest>

using namespace chinwag;
using sdk::Client;
using sdk::MessageState;
using State = Client::State;

namespace {

constexpr int patienceMs = 30'000;

const QString lobby = QStringLiteral("chat:lobby");
const QString kitchen = QStringLiteral("chat:kitchen");

sdk::Destination somewhere(const char* host = "localhost") {
    return {QUrl(QStringLiteral("ws://%1:8000").arg(QLatin1String(host))), QStringLiteral("Robin")};
}

sdk::Backoff waiting(std::chrono::milliseconds time) {
    return {sdk::Backoff::Span{time, time, time}, [] { return 0.0; }};
}

// One that never gets to its next attempt within a test, and one that does at once.
sdk::Backoff slow() {
    return waiting(std::chrono::hours(1));
}
sdk::Backoff quick() {
    return waiting(std::chrono::milliseconds(1));
}

} // namespace

class StateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsAndHears() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        QCOMPARE(client.state(), State::Disconnected);
        client.connectTo(somewhere(), {lobby});
        QCOMPARE(client.state(), State::Connecting);
        QCOMPARE(script.link()->destination(), somewhere());
        script.link()->accept();
        QCOMPARE(client.state(), State::Connected);
        QSignalSpy heard(&client, &Client::received);
        script.link()->hear(QStringLiteral("Ada"), QStringLiteral("hi"));
        QCOMPARE(heard.size(), 1);
    }

    void aFirstAttemptThatFailsIsNotRepeated() {
        test::LinkScript script;
        Client client(script.maker(), quick());
        client.connectTo(somewhere(), {lobby});
        script.link()->refuse(test::lost());
        QCOMPARE(client.state(), State::Disconnected);
        QVERIFY(client.fault().isFault());
        QCOMPARE(client.untilRetry().count(), 0);
        client.retryNow();
        QCOMPARE(client.state(), State::Connecting);
        QCOMPARE(client.fault().isFault(), false);
    }

    void comesBackByItself() {
        test::LinkScript script;
        Client client(script.maker(), quick());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        script.link()->refuse(test::lost());
        QCOMPARE(client.state(), State::Waiting);
        QVERIFY(QTest::qWaitFor([&] { return script.made() == 2; }, patienceMs));
        QCOMPARE(client.state(), State::Connecting);
        // Also when the server is still away.
        script.link()->refuse(test::lost());
        QVERIFY(QTest::qWaitFor([&] { return script.made() == 3; }, patienceMs));
        script.link()->accept();
        QCOMPARE(client.state(), State::Connected);
    }

    void doesNotComeBackAfterAKick() {
        test::LinkScript script;
        Client client(script.maker(), quick());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        script.link()->refuse(test::kicked());
        QCOMPARE(client.state(), State::Disconnected);
        QCOMPARE(client.fault().kind, sdk::Fault::Kind::Kicked);
        QCOMPARE(client.untilRetry().count(), 0);
        client.retryNow();
        script.link()->accept();
        QCOMPARE(client.state(), State::Connected);
        QVERIFY(!client.fault().isFault());
    }

    void waitsAsLongAsTheServerAsks() {
        test::LinkScript script;
        Client client(script.maker(), quick());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        sdk::Fault full = test::lost();
        full.retryAfterSeconds = 600;
        script.link()->refuse(full);
        QVERIFY(client.untilRetry() > std::chrono::seconds(60));
    }

    void whatIsWrittenOfflineIsSentOnceWhenBack() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        script.link()->refuse(test::lost());
        client.publish(lobby, QStringLiteral("one"));
        client.publish(lobby, QStringLiteral("two"));
        QCoreApplication::processEvents();
        client.retryNow();
        QPointer<test::ScriptedLink> second = script.link();
        QVERIFY(second->said().isEmpty());
        second->accept();
        QCOMPARE(second->said().size(), 2);
        QCOMPARE(second->said().at(0).text, QStringLiteral("one"));
        QCOMPARE(second->said().at(1).text, QStringLiteral("two"));
        // Lost again before an echo, and nobody knows: it is not sent by itself.
        second->refuse(test::lost());
        client.retryNow();
        script.link()->accept(false);
        QVERIFY(script.link()->said().isEmpty());
        QVERIFY(client.hasUnsent());
    }

    void whatDidNotArriveIsSentAgainByItself() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        client.publish(lobby, QStringLiteral("arrived"));
        client.publish(lobby, QStringLiteral("lost"));
        QVERIFY(QTest::qWaitFor([&] { return script.link()->said().size() == 2; }, patienceMs));
        const auto said = script.link()->said();
        script.link()->refuse(test::lost());
        client.retryNow();
        // What was missed comes first, and one of the two is among it.
        QSignalSpy heard(&client, &Client::received);
        auto publication = test::ScriptedLink::said(QStringLiteral("Robin"), QStringLiteral("arrived"));
        publication.clientId = said.at(0).clientId;
        script.link()->hear(publication);
        QCOMPARE(heard.at(0).at(1).value<sdk::Publication>().ownId, said.at(0).id);
        script.link()->accept();
        QCOMPARE(script.link()->said().size(), 1);
        QCOMPARE(script.link()->said().at(0).text, QStringLiteral("lost"));
        QCOMPARE(script.link()->said().at(0).clientId, said.at(1).clientId);
        script.link()->echo(0);
        QVERIFY(!client.hasUnsent());
    }

    void theNextLinkGoesOnWhereTheLastOneStood() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        QVERIFY(!script.link()->resumed().known);
        script.link()->accept();
        sdk::Resume resume;
        resume.known = true;
        resume.offset = 7;
        script.link()->setResume(resume);
        script.link()->refuse(test::lost());
        client.retryNow();
        QCOMPARE(script.link()->resumed().offset, 7U);
        script.link()->accept();
        script.link()->setResume(resume);
        client.connectTo(somewhere("elsewhere"), {lobby});
        QVERIFY(!script.link()->resumed().known);
    }

    void aRefusedMessageFails() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        const auto id = client.publish(lobby, QStringLiteral("spam"));
        QVERIFY(QTest::qWaitFor([&] { return script.link()->said().size() == 1; }, patienceMs));
        QSignalSpy refusals(&client, &Client::messageRefused);
        script.link()->refuseMessage(0, QStringLiteral("no"));
        QCOMPARE(refusals.size(), 1);
        QVERIFY(client.resend(id));
    }

    void typingIsToldNowAndThen() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        client.tellTyping(lobby);
        script.link()->accept();
        client.tellTyping(lobby);
        client.tellTyping(lobby);
        QCOMPARE(script.link()->typingTold(), 1);
    }

    void whatWasOnItsWayFailsAndCanBeSentAgain() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        QSignalSpy changes(&client, &Client::messageChanged);
        const auto id = client.publish(lobby, QStringLiteral("hello"));
        QVERIFY(QTest::qWaitFor([&] { return changes.size() == 1; }, patienceMs));
        QCOMPARE(changes.at(0).at(1).value<MessageState>(), MessageState::Sending);
        script.link()->refuse(test::lost());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(1).at(0).toULongLong(), id);
        QCOMPARE(changes.at(1).at(1).value<MessageState>(), MessageState::Waiting);
        client.retryNow();
        script.link()->accept(false);
        QCOMPARE(changes.at(2).at(1).value<MessageState>(), MessageState::Failed);
        QVERIFY(client.resend(id));
        QVERIFY(!client.resend(id));
        QCOMPARE(script.link()->said().size(), 1);
        script.link()->echo(0);
        QVERIFY(!client.hasUnsent());
    }

    void discardedMessagesAreNotSent() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        const auto id = client.publish(lobby, QStringLiteral("oops"));
        client.discard(id);
        script.link()->accept();
        QCoreApplication::processEvents();
        QVERIFY(script.link()->said().isEmpty());
    }

    void anotherServerForgetsWhatWaits() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        client.publish(lobby, QStringLiteral("for the lobby"));
        const QPointer<test::ScriptedLink> first = script.link();
        client.connectTo(somewhere("elsewhere"), {lobby});
        QVERIFY(first->isClosed());
        script.link()->accept();
        QCoreApplication::processEvents();
        QVERIFY(script.link()->said().isEmpty());
    }

    void aLinkThatWasGivenUpIsNotHeard() {
        test::LinkScript script;
        Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        const QPointer<test::ScriptedLink> first = script.link();
        client.connectTo(somewhere("elsewhere"), {lobby});
        QSignalSpy heard(&client, &Client::received);
        first->accept();
        first->hear(QStringLiteral("Ada"), QStringLiteral("ghost"));
        first->refuse(test::kicked());
        QCOMPARE(client.state(), State::Connecting);
        QVERIFY(heard.isEmpty());
    }

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
        QVERIFY(QTest::qWaitFor([&] { return script.link()->said().size() == 2; }, patienceMs));
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
        QVERIFY(QTest::qWaitFor([&] { return script.link()->said().size() == 1; }, patienceMs));
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

    void leavingEndsEverything() {
        test::LinkScript script;
        Client client(script.maker(), quick());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        const QPointer<test::ScriptedLink> link = script.link();
        client.leave();
        QVERIFY(link->isClosed());
        QCOMPARE(client.state(), State::Disconnected);
        QVERIFY(!client.fault().isFault());
        client.retryNow();
        QCOMPARE(client.state(), State::Disconnected);
        QVERIFY(QTest::qWaitFor([&] { return link.isNull(); }, patienceMs));
    }
};

QTEST_GUILESS_MAIN(StateTest)
#include "tst_state.moc"
