// Who comes in or subscribes and has missed more than is remembered waits for the store: what happens
// meanwhile.
#include "HeldStore.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "auth/TokenSigner.h"
#include "auth/TokenVerifier.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "session/CentrifugeSession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <optional>
#include <string>

using namespace chinwag;
using namespace chinwag::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* secret = "a secret of at least thirty-two bytes";
constexpr int said = 5; // messages that the store has of chat:a, and that nobody remembers any more

// A server of one worker that has been started again.
struct Machine {
    Machine() {
        start();
        for (int i = 1; i <= said; ++i)
            hub->publish("chat:a", hub::Message{R"({"text":")" + std::to_string(i) + R"("})"}, {});
        store->setPositions(hub->positions(), [](const auto&) {});
        store->close();
        start();
        epoch = hub->channel("chat:a")->currentPosition().epoch;
    }
    void start() {
        mailbox.deliveries.clear();
        mailbox.tasks.clear();
        store.emplace(disk);
        hub.emplace(std::vector<hub::Mailbox*>{&mailbox}, usualNamespaces());
        hub->keepIn(*store);
    }
    // The store's answers are among what is to be done.
    void settle() {
        while (!mailbox.deliveries.empty() || !mailbox.tasks.empty()) {
            fanout.deliver(mailbox.deliveries);
            for (const auto& task : std::exchange(mailbox.tasks, {}))
                task();
        }
    }
    std::string since(int offset) const {
        return R"("recover":true,"offset":)" + std::to_string(offset) + ",\"epoch\":\"" + epoch + "\"";
    }

    HeldDisk disk;
    RecordingMailbox mailbox;
    std::optional<HeldStore> store;
    std::optional<hub::Hub> hub;
    hub::Fanout fanout{0};
    session::CentrifugeSettings settings;
    auth::TokenVerifier verifier{
        {false, auth::TokenKeys({std::get<auth::TokenKey>(auth::TokenKey::fromSecret(secret))}), {}, {}, {}}};
    session::TokenGate tokens{verifier};
    std::string epoch;
};

struct Client {
    explicit Client(Machine& on) : session(*on.hub, on.settings, on.tokens, link, 0) {}
    void say(const std::string& text) { session.onText(text); }
    void connect() {
        say(R"({"id":1,"connect":{}})");
        id = told().front()[u"connect"_s][u"client"_s].toString().toStdString();
    }
    // What it was told since it was last asked, line by line.
    std::vector<QJsonObject> told() {
        std::vector<QJsonObject> out;
        for (const auto& message : link.messages()) {
            for (const auto& line : QByteArray::fromStdString(message).split('\n'))
                out.push_back(QJsonDocument::fromJson(line).object());
        }
        link.frames.clear();
        return out;
    }

    RecordingLink link;
    session::CentrifugeSession session;
    std::string id;
};

QList<int> offsets(const QJsonValue& publications) {
    QList<int> out;
    for (const auto& one : publications.toArray())
        out.append(one.toObject()[u"offset"_s].toInt());
    return out;
}

} // namespace

class MissedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerSubscribedItToIsReadFromTheStore() {
        Machine machine;
        Client one(machine);
        one.say(R"({"id":1,"connect":{"subs":{"chat:a":{)" + machine.since(2) +
                "}}}}\n{\"id\":2,\"subscribe\":{\"channel\":\"chat:b\"}}");
        one.say(R"({"id":3,"presence_stats":{"channel":"chat:b"}})");
        one.say("{}"); // counts as one that waits, too
        QVERIFY(one.told().empty());
        machine.settle();
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{3});
        const auto sub = told[0][u"connect"_s][u"subs"_s][u"chat:a"_s];
        QCOMPARE(offsets(sub[u"publications"_s]), QList<int>({3, 4, 5}));
        QVERIFY(sub[u"recovered"_s].toBool() && sub[u"was_recovering"_s].toBool());
        QCOMPARE(sub[u"offset"_s].toInt(), said);
        QCOMPARE(told[1][u"id"_s].toInt(), 2);
        QVERIFY(told[1][u"subscribe"_s].isObject());
        QCOMPARE(told[2][u"presence_stats"_s][u"num_clients"_s].toInt(), 1);
    }

    void whatIsThereAllAtOnceWaitsForNothing() {
        Machine machine;
        Client one(machine);
        one.say(R"({"id":1,"connect":{"subs":{"chat:a":{)" + machine.since(said) + "}}}}");
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(told[0][u"connect"_s][u"subs"_s][u"chat:a"_s][u"recovered"_s].toBool());
    }

    void nobodyIsSubscribedWhereItMayNotBe_data() {
        QTest::addColumn<QByteArray>("channel");
        QTest::newRow("private") << QByteArray("chat:$a");
        QTest::newRow("private, by its first character") << QByteArray("$chat:a");
        QTest::newRow("of other users") << QByteArray("chat:a#anna");
        QTest::newRow("without a namespace") << QByteArray("nowhere:a");
        QTest::newRow("no name") << QByteArray("");
    }
    void nobodyIsSubscribedWhereItMayNotBe() {
        QFETCH(const QByteArray, channel);
        Machine machine;
        Client one(machine);
        one.say(R"({"id":1,"connect":{"subs":{")" + channel.toStdString() + R"(":{"recover":true}}}})");
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(told[0][u"connect"_s][u"client"_s].isString());
        QVERIFY(!told[0][u"connect"_s].toObject().contains(u"subs"_s));
    }

    // An application may know it by its user as soon as it has said who it is.
    void commandsOfTheServerWaitAsWell() {
        Machine machine;
        Client one(machine);
        auth::TokenClaims claims;
        claims.user = "anna";
        one.say(R"({"id":1,"connect":{"token":")" + auth::signToken(secret, claims, {}, {}) +
                R"(","subs":{"chat:a":{)" + machine.since(0) + "}}}}");
        // It comes before the store's answer.
        auto answers = std::exchange(machine.mailbox.tasks, {});
        QCOMPARE(machine.hub->clients().tell({"anna"}, hub::SubscribeClient{"chat:c"}), std::size_t{1});
        machine.settle();
        QVERIFY(one.told().empty());
        machine.mailbox.tasks = std::move(answers);
        machine.settle();
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{2});
        QVERIFY(told[0][u"connect"_s].isObject());
        QCOMPARE(told[1][u"push"_s][u"channel"_s].toString(), u"chat:c"_s);
    }

    void whoSaysTooMuchMeanwhileIsSentAway() {
        Machine machine;
        Client one(machine);
        one.say(R"({"id":1,"connect":{"subs":{"chat:a":{)" + machine.since(2) + "}}}}");
        const std::string ping = R"({"id":2,"ping":{}})" + std::string(60'000, ' ');
        for (int i = 0; i < 4; ++i)
            one.say(ping);
        QVERIFY(!one.link.closed);
        one.say(ping);
        QVERIFY(one.link.closed == protocol::CloseCode::TooManyRequests);
        machine.settle();
        QVERIFY(one.told().empty());
        QCOMPARE(machine.hub->subscriberCount("chat:a"), std::size_t{0});
    }

    void whoUnsubscribesMeanwhileIsNotSubscribed() {
        Machine machine;
        Client one(machine);
        one.connect();
        one.say(R"({"id":2,"subscribe":{"channel":"chat:a",)" + machine.since(2) + "}}");
        QVERIFY(one.told().empty());
        one.say(R"({"id":3,"unsubscribe":{"channel":"chat:a"}})");
        auto told = one.told();
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told[0][u"id"_s].toInt(), 2);
        QVERIFY(told[0][u"error"_s][u"temporary"_s].toBool());
        QCOMPARE(told[1][u"id"_s].toInt(), 3);
        machine.settle();
        QVERIFY(one.told().empty());
        QCOMPARE(machine.hub->subscriberCount("chat:a"), std::size_t{0});
        one.say(R"({"id":4,"subscribe":{"channel":"chat:a",)" + machine.since(2) + "}}");
        machine.settle();
        told = one.told();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(offsets(told[0][u"subscribe"_s][u"publications"_s]), QList<int>({3, 4, 5}));
    }

    void whoAsksTwiceIsToldSo() {
        Machine machine;
        Client one(machine);
        one.connect();
        one.say(R"({"id":2,"subscribe":{"channel":"chat:a",)" + machine.since(2) + "}}");
        one.say(R"({"id":3,"subscribe":{"channel":"chat:a"}})");
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0][u"error"_s][u"code"_s].toInt(), 105);
        machine.settle();
        QVERIFY(one.told()[0][u"subscribe"_s][u"recovered"_s].toBool());
    }

    void whoIsUnsubscribedByTheServerMeanwhileIsTold() {
        Machine machine;
        Client one(machine);
        one.connect();
        one.say(R"({"id":2,"subscribe":{"channel":"chat:a",)" + machine.since(2) + "}}");
        const auto answers = std::exchange(machine.mailbox.tasks, {}); // come later
        command(machine, one, hub::UnsubscribeClient{"chat:a"});
        machine.mailbox.tasks = answers;
        machine.settle();
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told[0][u"push"_s][u"unsubscribe"_s][u"code"_s].toInt(), 2000);
        QCOMPARE(told[1][u"id"_s].toInt(), 2);
        QCOMPARE(machine.hub->subscriberCount("chat:a"), std::size_t{0});
    }

    // A subscribe push has no publications: SDKs read none there.
    void whomTheServerSubscribesIsToldWhatItMissed() {
        Machine machine;
        Client one(machine);
        one.connect();
        hub::SubscribeClient wanted{
            "chat:a", "", {}, R"({"a":1})", protocol::StreamPosition{3, machine.epoch}};
        command(machine, one, wanted);
        const auto told = one.told();
        QCOMPARE(told.size(), std::size_t{3});
        const auto subscribe = told[0][u"push"_s][u"subscribe"_s].toObject();
        QCOMPARE(subscribe[u"offset"_s].toInt(), 3);
        QCOMPARE(subscribe[u"data"_s][u"a"_s].toInt(), 1);
        QVERIFY(subscribe[u"recoverable"_s].toBool() && !subscribe.contains(u"publications"_s));
        QCOMPARE(told[1][u"push"_s][u"pub"_s][u"offset"_s].toInt(), 4);
        QCOMPARE(told[2][u"push"_s][u"pub"_s][u"offset"_s].toInt(), 5);
        QCOMPARE(told[2][u"push"_s][u"channel"_s].toString(), u"chat:a"_s);
    }

    // Who names no epoch takes any.
    void anyEpochIsRecoveredFrom() {
        Machine machine;
        Client one(machine);
        one.connect();
        one.say(R"({"id":2,"subscribe":{"channel":"chat:a","recover":true,"offset":1}})");
        machine.settle();
        const QJsonValue reply = one.told().front()[u"subscribe"_s];
        QVERIFY(reply[u"recovered"_s].toBool());
        QCOMPARE(offsets(reply[u"publications"_s]), QList<int>({2, 3, 4, 5}));
        one.say(R"({"id":3,"history":{"channel":"chat:a","limit":2,"since":{"offset":1}}})");
        machine.settle();
        QCOMPARE(offsets(one.told().front()[u"history"_s][u"publications"_s]), QList<int>({2, 3}));
    }

private:
    static void command(Machine& machine, const Client& to, const hub::ClientCommand& command) {
        QCOMPARE(machine.hub->clients().tell({"", to.id}, command), std::size_t{1});
        machine.settle();
    }
};

QTEST_GUILESS_MAIN(MissedTest)
#include "MissedTest.moc"
