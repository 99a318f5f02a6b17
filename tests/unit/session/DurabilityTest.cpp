// What clients are told of a store that is slow, or takes something not after all.
#include "HeldStore.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "auth/TokenVerifier.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "hub/Subscription.h"
#include "session/CentrifugeSession.h"

#include <QTest>

#include <chrono>
#include <optional>

using namespace chinwag;
using namespace chinwag::test;

namespace {

// A server of one worker with its disk.
struct Machine {
    Machine() { start(); }
    void start() {
        store.emplace(disk);
        hub.emplace(std::vector<hub::Mailbox*>{&mailbox}, usualNamespaces());
        error = hub->keepIn(*store);
    }
    void settle() {
        while (!mailbox.deliveries.empty() || !mailbox.tasks.empty()) {
            fanout.deliver(mailbox.deliveries);
            for (const auto& task : std::exchange(mailbox.tasks, {}))
                task();
        }
    }
    std::size_t heard(const RecordingLink& link) const { return link.messages().size(); }

    HeldDisk disk;
    RecordingMailbox mailbox;
    std::optional<HeldStore> store;
    std::optional<hub::Hub> hub;
    std::optional<hub::StoreError> error;
    hub::Fanout fanout{0};
    session::CentrifugeSettings settings;
    auth::TokenVerifier verifier{auth::TokenRules()};
    session::TokenGate tokens{verifier};
};

struct Client {
    explicit Client(Machine& on) : machine(on), session(*on.hub, on.settings, on.tokens, link, 0) {
        say("{\"id\":1,\"connect\":{}}");
        say("{\"id\":2,\"subscribe\":{\"channel\":\"chat:a\"}}");
        link.frames.clear();
    }
    void say(std::string_view line) {
        session.onText(line);
        machine.settle();
    }
    void publish(const char* text) {
        say(std::string("{\"id\":7,\"publish\":{\"channel\":\"chat:a\",\"data\":{\"text\":\"") + text +
            "\"}}}");
    }
    // All it was told since it was last asked.
    QByteArray told() {
        QByteArray out;
        for (const auto& message : link.messages())
            out += QByteArray::fromStdString(message) + '\n';
        link.frames.clear();
        return out;
    }

    Machine& machine;
    RecordingLink link;
    session::CentrifugeSession session;
};

constexpr const char* acknowledged = "{\"id\":7,\"publish\":{}}";
constexpr const char* refused = "{\"id\":7,\"error\":";
constexpr const char* insufficient = "\"unsubscribe\":{\"code\":2500";

} // namespace

class DurabilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlowStoreHoldsNobodyUp() {
        Machine machine;
        Client alice(machine);
        Client bob(machine);
        alice.publish("one");
        alice.publish("two");
        const auto heard = bob.told();
        QVERIFY2(heard.contains("\"one\"") && heard.contains("\"two\""), heard);
        QVERIFY(!alice.told().contains(acknowledged));
        machine.store->commit(1);
        machine.settle();
        QCOMPARE(alice.told().count(acknowledged), 1);
        QCOMPARE(machine.store->waiting(), std::size_t{1});
    }

    void whatIsLostIsNotToldOn() {
        Machine machine;
        Client alice(machine);
        Client bob(machine);
        alice.publish("kept");
        alice.publish("lost");
        const auto before = machine.hub->channel("chat:a")->currentPosition();
        machine.store->commit(1);
        machine.store->fail(1);
        machine.settle();
        const auto toAlice = alice.told();
        QVERIFY2(toAlice.contains(acknowledged) && toAlice.contains(refused), toAlice);
        QVERIFY2(toAlice.contains(insufficient), toAlice);
        QVERIFY(bob.told().contains(insufficient));
        bob.say("{\"id\":8,\"subscribe\":{\"channel\":\"chat:a\",\"recover\":true,\"offset\":2,\"epoch\":\"" +
                before.epoch + "\"}}");
        const auto back = bob.told();
        QVERIFY2(back.contains("\"was_recovering\":true") && !back.contains("\"recovered\":true"), back);
        QVERIFY2(!back.contains("lost") && !back.contains(QByteArray::fromStdString(before.epoch)), back);
        QCOMPARE(machine.hub->channel("chat:a")->history({{}, 10, false}).publications.size(),
                 std::size_t{0});
        machine.hub->publish("chat:a", hub::Message{"{\"text\":\"next\"}"}, {});
        machine.settle();
        QVERIFY(bob.told().contains("\"offset\":1"));
        QVERIFY(!alice.told().contains("next"));
    }

    // However many of a stream are lost: those who are there by then have missed nothing.
    void aStreamBeginsAnewOnce() {
        Machine machine;
        Client alice(machine);
        for (int i = 0; i < 3; ++i)
            alice.publish("lost");
        machine.store->fail(2);
        machine.settle();
        QCOMPARE(alice.told().count(insufficient), 1);
        alice.say("{\"id\":8,\"subscribe\":{\"channel\":\"chat:a\"}}");
        const auto position = machine.hub->channel("chat:a")->currentPosition();
        machine.store->fail(1);
        machine.settle();
        QVERIFY(!alice.told().contains(insufficient));
        QCOMPARE(machine.hub->channel("chat:a")->currentPosition().epoch, position.epoch);
    }

    void whoComesInBetweenIsNotSentAwayTwice() {
        Machine machine;
        RecordingLink other;
        const hub::Subscription stays(*machine.hub, "chat:a", 0, other);
        machine.hub->publish("chat:a", hub::Message{"{\"text\":\"lost\"}"}, {});
        machine.settle();
        machine.store->fail(1);
        for (const auto& task : std::exchange(machine.mailbox.tasks, {}))
            task(); // the stream has begun anew, and nobody knows it yet
        Client late(machine);
        QVERIFY(!late.told().contains(insufficient));
    }

    void aChannelThatNobodyIsInBeginsAnewToo() {
        Machine machine;
        machine.hub->publish("chat:a", hub::Message{"{\"text\":\"lost\"}"}, {});
        const auto before = machine.hub->channel("chat:a")->currentPosition();
        machine.hub->dropDispensable(0);
        machine.store->fail(1);
        machine.settle();
        const auto after = machine.hub->channel("chat:a")->currentPosition();
        QVERIFY(after.epoch != before.epoch);
        QCOMPARE(after.offset, std::uint64_t{0});
    }

    // It was unknown to clients of before a crash what the disk has; nobody may forget that.
    void aChannelThatIsNotUsedAfterACrashStillBeginsAnew() {
        Machine machine;
        machine.hub->publish("chat:a", hub::Message{"{\"text\":\"kept\"}"}, {});
        machine.store->commit();
        machine.hub->publish("chat:a", hub::Message{"{\"text\":\"on its way\"}"}, {});
        const auto before = machine.hub->channel("chat:a")->currentPosition();
        machine.start(); // it has crashed
        machine.store->setPositions(machine.hub->positions(), [](const auto&) {});
        machine.store->close();
        machine.start();
        QVERIFY(machine.store->stoppedCleanly());
        QVERIFY(machine.hub->channel("chat:a")->currentPosition().epoch != before.epoch);
    }

    void whatAUserPublishedBeforeAStartIsRecognised() {
        Machine machine;
        keep(machine, 1, "anna", "too-old", std::chrono::minutes(6));
        keep(machine, 2, "anna", "outbox-1", std::chrono::minutes(1));
        keep(machine, 3, "", "nobody's", std::chrono::minutes(1));
        machine.start();
        QVERIFY(!machine.error);
        QCOMPARE(positionOf(machine, "anna", "outbox-1"), std::uint64_t{2});
        QCOMPARE(machine.hub->channel("chat:a")->currentPosition().offset, std::uint64_t{0});
        QCOMPARE(positionOf(machine, "bert", "outbox-1"), std::uint64_t{1}); // of the new stream
        QCOMPARE(positionOf(machine, "anna", "too-old"), std::uint64_t{2});
        QCOMPARE(positionOf(machine, "", "nobody's"), std::uint64_t{3});
    }

private:
    static void keep(Machine& machine, std::uint64_t offset, const std::string& user,
                     const std::string& clientId, std::chrono::milliseconds ago) {
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch());
        auto one = std::make_shared<hub::StoredPublication>();
        one->channel = "chat:a";
        one->epoch = "before";
        one->offset = offset;
        one->time = (now - ago).count();
        one->data = "{}";
        one->id = "m" + std::to_string(offset);
        one->user = user;
        one->clientId = clientId;
        machine.store->append(one, [](const auto&) {});
        machine.store->commit();
    }
    static std::uint64_t positionOf(Machine& machine, const std::string& user, const std::string& clientId) {
        std::optional<hub::PublishResult> result;
        hub::Message message{"{\"text\":\"x\"}"};
        message.idempotencyKey = hub::keyOf(user, clientId);
        machine.hub->publish("chat:a", std::move(message),
                             [&](hub::PublishResult r) { result = std::move(r); });
        machine.store->commit();
        return std::get<protocol::StreamPosition>(result.value()).offset;
    }
};

QTEST_GUILESS_MAIN(DurabilityTest)
#include "DurabilityTest.moc"
