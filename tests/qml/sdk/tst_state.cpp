// The client on a link that does what the test says.
#include "sdk/StateCase.h"

using namespace chinwag;
using namespace chinwag::test;
using sdk::Client;
using sdk::MessageState;
using State = Client::State;

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
        QVERIFY(eventually([&] { return script.made() == 2; }));
        QCOMPARE(client.state(), State::Connecting);
        // Also when the server is still away.
        script.link()->refuse(test::lost());
        QVERIFY(eventually([&] { return script.made() == 3; }));
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
        QVERIFY(eventually([&] { return script.link()->said().size() == 2; }));
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
        QVERIFY(eventually([&] { return script.link()->said().size() == 1; }));
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
        QVERIFY(eventually([&] { return changes.size() == 1; }));
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

    // Whoever waits for an answer hears that there will be none.
    void whatWasAskedIsRefusedWithTheConnection() {
        using sdk::MessageRequest;
        LinkScript script;
        sdk::Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        QStringList refusals;
        const auto note = [&refusals, &client](const QJsonObject&, const QString& refusal) {
            refusals.append(refusal);
            // What is asked for in the meantime goes nowhere.
            QVERIFY(!client.call(QStringLiteral("chat.again"), {}, &client, {}));
        };
        QSignalSpy answered(&client, &sdk::Client::answered);
        QVERIFY(client.call(QStringLiteral("chat.one"), {}, &client, note));
        QVERIFY(client.call(QStringLiteral("chat.two"), {}, &client, note));
        {
            QObject gone;
            QVERIFY(client.call(QStringLiteral("chat.three"), {}, &gone, note));
        }
        const MessageRequest edit{MessageRequest::Kind::Edit, lobby, QStringLiteral("m1"),
                                  QStringLiteral("b")};
        const MessageRequest done{MessageRequest::Kind::Redact, lobby, QStringLiteral("m2"), {}};
        QVERIFY(client.ask(done));
        script.link()->answer({});
        QVERIFY(client.ask(edit));
        const auto late = script.link()->calls().first();
        script.link()->refuse(lost());
        QCOMPARE(refusals.size(), 2);
        QVERIFY2(refusals.first().contains(QLatin1String("connection")), qPrintable(refusals.first()));
        QCOMPARE(answered.size(), 2);
        QCOMPARE(answered.first().at(1).toString(), QString());
        QVERIFY(answered.last().at(0).value<MessageRequest>() == edit);
        QVERIFY(!answered.last().at(1).toString().isEmpty());
        late.answer({}, {}); // nobody waits for it any more
        client.retryNow();
        script.link()->accept();
        script.link()->refuse(lost());
        QCOMPARE(refusals.size(), 2);
        QCOMPARE(answered.size(), 2);
    }

    void whatWasAskedElsewhereIsForgotten() {
        using sdk::MessageRequest;
        LinkScript script;
        sdk::Client client(script.maker(), slow());
        client.connectTo(somewhere(), {lobby});
        script.link()->accept();
        QSignalSpy answered(&client, &sdk::Client::answered);
        QVERIFY(client.ask({MessageRequest::Kind::Redact, lobby, QStringLiteral("m1"), {}}));
        client.connectTo(somewhere("elsewhere"), {lobby});
        script.link()->accept();
        QVERIFY(client.ask({MessageRequest::Kind::Redact, lobby, QStringLiteral("m2"), {}}));
        client.leave();
        QVERIFY(answered.isEmpty());
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
        QVERIFY(eventually([&] { return link.isNull(); }));
    }
};

QTEST_GUILESS_MAIN(StateTest)
#include "tst_state.moc"
