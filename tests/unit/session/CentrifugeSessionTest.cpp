// What a session of the Centrifuge protocol does when something goes wrong that no client can bring about.
#include "session/CentrifugeSession.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "auth/TokenVerifier.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "hub/Subscription.h"

#include <QTest>

using chinwag::protocol::CloseCode;
using namespace chinwag;
using namespace chinwag::test;

namespace {

// A session of one worker, which loses what it is told to lose.
struct Conversation {
    Conversation() { say(R"({"id":1,"connect":{"name":"js","version":"5.3"}})"); }

    void say(std::string_view line) { session.onText(line); }
    // A message of an application, which the worker gets, or does not.
    void publish(const char* channel, bool arrives) {
        hub.publish(channel, hub::Message{"1"}, {});
        if (!arrives)
            mailbox.deliveries.clear();
        fanout.deliver(mailbox.deliveries);
    }
    void check() {
        hub.checkPositions();
        fanout.deliver(mailbox.deliveries);
        for (const auto& task : std::exchange(mailbox.tasks, {}))
            task();
    }
    QByteArray last() const { return QByteArray::fromStdString(link.messages().back()); }

    RecordingMailbox mailbox;
    hub::Hub hub{{&mailbox}, usualNamespaces()};
    hub::Fanout fanout{0};
    session::CentrifugeSettings settings;
    auth::TokenVerifier verifier{auth::TokenRules()};
    session::TokenGate tokens{verifier};
    RecordingLink link;
    session::CentrifugeSession session{hub, settings, tokens, link, 0};
};

constexpr const char* lost = R"("unsubscribe":{"code":2500)";

} // namespace

class CentrifugeSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoAsksIsPositioned() {
        Conversation one;
        one.say(R"({"id":2,"subscribe":{"channel":"a","positioned":true,"recoverable":true}})");
        QVERIFY2(one.last().contains(R"("positioned":true)"), one.last());
        QVERIFY2(one.last().contains(R"("epoch":)"), one.last());
        QVERIFY2(!one.last().contains(R"("recoverable":)"), one.last()); // nothing is remembered there
        one.say(R"({"id":3,"subscribe":{"channel":"b"}})");
        QVERIFY2(!one.last().contains(R"("positioned":)"), one.last());
    }

    void aGapEndsASubscriptionForNow() {
        Conversation one;
        RecordingLink other; // somebody stays, so that the channel does
        const hub::Subscription stays(one.hub, "a", 0, other);
        one.say(R"({"id":2,"subscribe":{"channel":"a","positioned":true}})");
        one.publish("a", true);
        one.check();
        QVERIFY2(!one.last().contains(lost), one.last());
        one.publish("a", false);
        one.publish("a", true);
        one.check();
        QVERIFY2(one.last().contains(lost), one.last());
        QVERIFY(!one.link.closed);
        one.say(R"({"id":3,"subscribe":{"channel":"a","positioned":true}})");
        QVERIFY2(one.last().contains(R"("offset":3)"), one.last());
        one.publish("a", true);
        one.check();
        QVERIFY2(!one.last().contains(lost), one.last());
    }

    void whoDoesNotAskIsNotLookedAfter() {
        Conversation one;
        one.say(R"({"id":2,"subscribe":{"channel":"a"}})");
        one.publish("a", false);
        one.check();
        QVERIFY2(!one.last().contains(lost), one.last());
    }

    void aRecoverableOneIsAlwaysLookedAfter() {
        Conversation one;
        one.say(R"({"id":2,"subscribe":{"channel":"chat:a"}})");
        one.publish("chat:a", false);
        one.check();
        QVERIFY2(one.last().contains(lost), one.last());
    }

    void whatTheServerMadeEndsWithTheConnection() {
        Conversation one;
        hub::CommandedClient* client = nullptr;
        one.hub.clients().run(0, clientId(one), [&client](hub::CommandedClient& found) { client = &found; });
        one.check();
        QVERIFY(client != nullptr);
        client->obey(hub::SubscribeClient{"chat:a", {}, {}});
        one.publish("chat:a", false);
        one.check();
        QVERIFY(one.link.closed == CloseCode::InsufficientState);
    }

    // Otherwise one could go on as one likes by that alone.
    void aPongThatAnswersNothingIsACommand() {
        Conversation one;
        one.link.hasty = true;
        one.link.pinged = true;
        for (int i = 0; i <= 100; ++i) {
            QVERIFY(!one.link.closed);
            one.say("{}");
        }
        QVERIFY(!one.link.closed);
        one.say("{}");
        QVERIFY(one.link.closed == CloseCode::TooManyRequests);
    }

    void aPongBeforeConnectIsNone() {
        Conversation one;
        RecordingLink link;
        session::CentrifugeSession fresh(one.hub, one.settings, one.tokens, link, 0);
        fresh.onText("{}");
        QVERIFY(link.closed == CloseCode::BadRequest);
    }

    void otherKindsAreRefused_data() {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<bool>("refused");
        QTest::newRow("of subscription") << QByteArray(R"("subscribe":{"channel":"a","type":1})") << true;
        QTest::newRow("a filter") << QByteArray(R"("subscribe":{"channel":"a","tf":{"op":"eq"}})") << true;
        QTest::newRow("of publication")
            << QByteArray(R"("publish":{"channel":"a","data":1,"type":1})") << true;
        QTest::newRow("the usual kind")
            << QByteArray(R"("subscribe":{"channel":"a","type":0,"tf":null})") << false;
    }
    void otherKindsAreRefused() {
        QFETCH(const QByteArray, command);
        QFETCH(const bool, refused);
        Conversation one;
        one.say("{\"id\":2," + command.toStdString() + "}");
        QVERIFY2(one.last().contains(R"("code":108)") == refused, one.last());
    }

    void operatorsSeeTheProgram() {
        const Conversation one;
        QCOMPARE(std::string(one.session.facts().program), std::string("js 5.3"));
    }

private:
    static std::string clientId(const Conversation& one) {
        const auto reply = one.last();
        const auto start = reply.indexOf("\"client\":\"") + 10;
        return reply.mid(start, reply.indexOf('"', start) - start).toStdString();
    }
};

QTEST_APPLESS_MAIN(CentrifugeSessionTest)
#include "CentrifugeSessionTest.moc"
