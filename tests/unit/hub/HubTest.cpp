#include "hub/Hub.h"
#include "Bytes.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "hub/Fanout.h"
#include "hub/Inbox.h"
#include "hub/Subscription.h"

#include <QTest>

#include <memory>
#include <optional>

using chinwag::hub::ChannelHistory;
using chinwag::hub::ChannelOptions;
using chinwag::hub::Dialect;
using chinwag::hub::Fanout;
using chinwag::hub::Hub;
using chinwag::hub::Inbox;
using chinwag::hub::Message;
using chinwag::hub::Namespaces;
using chinwag::hub::PublishResult;
using chinwag::hub::Subscription;
using chinwag::hub::SubscriptionRequest;
using chinwag::protocol::StreamPosition;
using namespace chinwag::test;

namespace {

// A hub of one worker whose namespace `room` has the options of the test.
struct Room {
    explicit Room(const ChannelOptions& options) : hub({&mailbox}, withRoom(options)) {}

    static Namespaces withRoom(const ChannelOptions& options) {
        Namespaces namespaces = usualNamespaces();
        namespaces.set("room", options);
        return namespaces;
    }

    // Nothing is stored here, so the answer is there at once.
    StreamPosition say(std::string_view channel, Message message) {
        std::optional<PublishResult> result;
        hub.publish(channel, std::move(message),
                    [&result](PublishResult given) { result = std::move(given); });
        return std::get<StreamPosition>(result.value());
    }

    RecordingMailbox mailbox;
    Hub hub;
    Fanout fanout{0};
};

ChannelOptions recovering() {
    ChannelOptions options;
    options.recover = true;
    return options;
}

SubscriptionRequest from(StreamPosition since) {
    SubscriptionRequest request;
    request.dialect = Dialect::Centrifuge;
    request.since = std::move(since);
    return request;
}

QByteArray texts(const ChannelHistory& history) {
    QByteArray out;
    for (const auto& publication : history.publications)
        out += (out.isEmpty() ? "" : " ") + QByteArray::fromStdString(publication->data);
    return out;
}

} // namespace

class HubTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChannelLivesAsLongAsItHasASubscriber() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox}, usualNamespaces());
        RecordingLink link;
        QCOMPARE(hub.channelCount(), std::size_t{0});
        std::optional<Subscription> first(std::in_place, hub, "a", 0U, link);
        std::optional<Subscription> second(std::in_place, hub, "a", 0U, link);
        const Subscription other(hub, "b", 0, link);
        QCOMPARE(hub.channelCount(), std::size_t{2});
        QCOMPARE(&first->channel(), &second->channel());
        first.reset();
        QCOMPARE(hub.channelCount(), std::size_t{2});
        second.reset();
        QCOMPARE(hub.channelCount(), std::size_t{1});
    }

    void offsetsCountUpInEachChannel() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox}, usualNamespaces());
        RecordingLink link;
        const Subscription a(hub, "chat:a", 0, link);
        const Subscription b(hub, "chat:b", 0, link);
        QCOMPARE(hub.publishPlain(a.channel(), "1").offset, std::uint64_t{1});
        QCOMPARE(hub.publishPlain(a.channel(), "2").offset, std::uint64_t{2});
        QCOMPARE(hub.publishPlain(b.channel(), "1").offset, std::uint64_t{1});
    }

    void onlyWorkersWithSubscribersGetMail() {
        RecordingMailbox first;
        RecordingMailbox second;
        Hub hub({&first, &second}, usualNamespaces());
        RecordingLink link;
        const Subscription a(hub, "chat:a", 1, link);
        std::optional<Subscription> onFirst(std::in_place, hub, "chat:a", 0U, link);
        hub.publishPlain(a.channel(), "both");
        onFirst.reset();
        hub.publishPlain(a.channel(), "one");
        QCOMPARE(first.deliveries.size(), std::size_t{1});
        QCOMPARE(second.deliveries.size(), std::size_t{2});
        QCOMPARE(first.deliveries[0].publication, second.deliveries[0].publication);
    }

    void theFrameIsEncodedOnce() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox}, usualNamespaces());
        RecordingLink link;
        const Subscription a(hub, "chat:a", 0, link);
        hub.publishPlain(a.channel(), "Alice: Hello");
        QCOMPARE(bytes(mailbox.deliveries[0].publication->frame(Dialect::Plain)), QByteArray("\x81\x0C"
                                                                                             "Alice: Hello"));
    }

    void historyIsKeptWithinItsLimits() {
        ChannelOptions options = recovering();
        options.history = {3, 1000};
        Room room(options);
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link);
        const auto epoch = a.channel().history({}).position.epoch;
        for (const char* text : {"1", "2", "3", "4"})
            room.say(a.channel().name(), Message{text});
        const auto history = a.channel().history({{}, 10, false});
        QCOMPARE(history.position.offset, std::uint64_t{4});
        QCOMPARE(history.publications.size(), std::size_t{3});
        QCOMPARE(history.publications.front()->offset, std::uint64_t{2});
        QVERIFY(!Subscription(room.hub, "room:a", 0, link, from({0, epoch})).takeJoined().recovered);
        const auto joined = Subscription(room.hub, "room:a", 0, link, from({1, epoch})).takeJoined();
        QVERIFY(joined.recovered);
        QCOMPARE(joined.missed.size(), std::size_t{3});
    }

    void historyIsReadBothWaysFromAPosition() {
        Room room({});
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link);
        for (const char* text : {"1", "2", "3", "4"})
            room.say(a.channel().name(), Message{text});
        const auto epoch = a.channel().history({}).position.epoch;
        QCOMPARE(texts(a.channel().history({StreamPosition{1, epoch}, 2, false})), QByteArray("2 3"));
        QCOMPARE(texts(a.channel().history({StreamPosition{4, epoch}, 2, true})), QByteArray("3 2"));
        QCOMPARE(texts(a.channel().history({{}, 3, true})), QByteArray("4 3 2"));
        QCOMPARE(texts(a.channel().history({{}, 0, false})), QByteArray());
        QVERIFY(!a.channel().history({StreamPosition{1, "other"}, 2, false}).sameEpoch);
    }

    void anotherEpochOrAPositionAheadRecoversNothing() {
        Room room(recovering());
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link);
        room.say(a.channel().name(), Message{"1"});
        const auto epoch = a.channel().history({}).position.epoch;
        for (const auto& since : {StreamPosition{1, "other"}, StreamPosition{2, epoch}}) {
            const auto joined = Subscription(room.hub, "room:a", 0, link, from(since)).takeJoined();
            QVERIFY(!joined.recovered);
            QVERIFY(joined.missed.empty());
        }
        const auto joined = Subscription(room.hub, "room:a", 0, link, from({1, epoch})).takeJoined();
        QVERIFY(joined.recovered);
        QVERIFY(joined.missed.empty());
    }

    void whoIsThereIsKnownWhileItIs() {
        ChannelOptions options;
        options.presence = true;
        Room room(options);
        RecordingLink link;
        SubscriptionRequest request;
        request.info = {"client", "user", {}, {}};
        std::optional<Subscription> a(std::in_place, room.hub, "room:a", 0U, link, request);
        const Subscription b(room.hub, "room:a", 0, link);
        QCOMPARE(b.channel().presence().size(), std::size_t{1});
        QVERIFY(b.channel().presence().front() == request.info);
        a.reset();
        QVERIFY(b.channel().presence().empty());
    }

    // Those who are there hear of it, the one who comes does not, and nobody who did not ask.
    void comingAndGoingIsToldToThoseWhoAsked() {
        ChannelOptions options;
        options.joinLeave = true;
        Room room(options);
        RecordingLink curious;
        RecordingLink other;
        SubscriptionRequest request{Dialect::Centrifuge, true, {"1", {}, {}, {}}, {}};
        const Subscription a(room.hub, "room:a", 0, curious, request);
        const Subscription b(room.hub, "room:a", 0, other,
                             {Dialect::Centrifuge, false, {"2", {}, {}, {}}, {}});
        {
            const Subscription brief(room.hub, "room:a", 0, other,
                                     {Dialect::Centrifuge, false, {"3", {}, {}, {}}, {}});
        }
        room.fanout.deliver(room.mailbox.deliveries);
        const auto heard = curious.messages();
        QCOMPARE(heard.size(), std::size_t{3});
        QVERIFY(heard[0].find("\"join\":{\"info\":{\"user\":\"\",\"client\":\"2\"}}") != std::string::npos);
        QVERIFY(heard[1].find("\"join\":{\"info\":{\"user\":\"\",\"client\":\"3\"}}") != std::string::npos);
        QVERIFY(heard[2].find("\"leave\":{\"info\":{\"user\":\"\",\"client\":\"3\"}}") != std::string::npos);
        QVERIFY(other.messages().empty());
    }

    void historyIsKeptForTheOnesWhoComeBack() {
        Room room({});
        RecordingLink link;
        std::optional<Subscription> a(std::in_place, room.hub, "room:a", 0U, link);
        room.say(a->channel().name(), Message{"1"});
        a.reset();
        room.hub.dropDispensable();
        QCOMPARE(room.hub.channelCount(), std::size_t{1});
        QCOMPARE(room.hub.channel("room:a")->history({}).position.offset, std::uint64_t{1});
    }

    // Also where nothing was said: it came back to the same stream, and missed nothing.
    void whoComesBackSoonIsAwaited() {
        Room room(recovering());
        RecordingLink link;
        const auto position = Subscription(room.hub, "room:a", 0, link).takeJoined().position;
        room.hub.dropDispensable();
        QVERIFY(Subscription(room.hub, "room:a", 0, link, from(position)).takeJoined().recovered);
    }

    // Anybody can leave something behind in a room of a new name.
    void whatNobodyIsInIsBounded() {
        Room room({});
        RecordingLink link;
        for (const char* name : {"room:1", "room:2", "room:3"}) {
            const Subscription a(room.hub, name, 0, link);
            room.say(a.channel().name(), Message{std::string(1000, '1')});
        }
        const Subscription stays(room.hub, "room:1", 0, link);
        room.hub.dropDispensable(2100);
        QCOMPARE(room.hub.channelCount(), std::size_t{2});
        QCOMPARE(room.hub.channel("room:3")->history({}).position.offset, std::uint64_t{1});
        QCOMPARE(room.hub.channel("room:2")->history({}).position.offset, std::uint64_t{0});
    }

    void whatIsPublishedByNameReachesSubscribersWithItsTags() {
        Room room({});
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link, {Dialect::Centrifuge, false, {}, {}});
        Message message{"1"};
        message.tags = "{\"k\":\"v\"}";
        QCOMPARE(room.say("room:a", message).offset, std::uint64_t{1});
        room.fanout.deliver(room.mailbox.deliveries);
        QCOMPARE(link.messages().size(), std::size_t{1});
        QVERIFY(link.messages()[0].find("\"offset\":1,\"tags\":{\"k\":\"v\"}") != std::string::npos);
    }

    // Nobody is there: it is kept for the one who comes.
    void whatIsPublishedToNobodyIsRemembered() {
        Room room(recovering());
        const auto position = room.say("room:a", Message{"1"});
        room.hub.dropDispensable();
        QVERIFY(room.hub.channel("room:a")->history({}).position == position);
    }

    void whatSkipsTheHistoryTakesNoOffset() {
        Room room(recovering());
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link, {Dialect::Centrifuge, false, {}, {}});
        room.say("room:a", Message{"1"});
        Message passing{"2"};
        passing.skipHistory = true;
        QVERIFY(room.say("room:a", passing) == StreamPosition{});
        QCOMPARE(room.say("room:a", Message{"3"}).offset, std::uint64_t{2});
        QCOMPARE(texts(a.channel().history({{}, 9, false})), QByteArray("1 3"));
        room.fanout.deliver(room.mailbox.deliveries);
        const auto heard = link.messages();
        QCOMPARE(heard.size(), std::size_t{3});
        QVERIFY(heard[1].find("\"data\":2") != std::string::npos);
        QVERIFY(heard[1].find("offset") == std::string::npos);
    }

    void theSameKeyIsPublishedOnceInAChannel() {
        Room room({});
        const auto publish = [&room](const char* channel, const char* key) {
            Message message{"1"};
            message.idempotencyKey = key;
            return room.say(channel, message);
        };
        const auto first = publish("room:a", "k");
        QCOMPARE(publish("room:a", "other").offset, std::uint64_t{2});
        QVERIFY(publish("room:a", "k") == first);
        QCOMPARE(publish("room:b", "k").offset, std::uint64_t{1});
        QCOMPARE(room.hub.channel("room:a")->history({}).position.offset, std::uint64_t{2});
    }

    void aVersionThatIsNotNewIsPassedOver() {
        Room room({});
        const auto publish = [&room](std::uint64_t version, const char* epoch, bool skipHistory = false) {
            Message message{"1"};
            message.version = {version, epoch};
            message.skipHistory = skipHistory;
            return room.say("room:a", message).offset;
        };
        QCOMPARE(publish(5, "e"), std::uint64_t{1});
        QCOMPARE(publish(5, "e"), std::uint64_t{0});
        QCOMPARE(publish(4, "e"), std::uint64_t{0});
        QCOMPARE(publish(7, "e", true), std::uint64_t{0});
        QCOMPARE(publish(6, "e"), std::uint64_t{0});
        QCOMPARE(publish(1, "f"), std::uint64_t{2});
        QCOMPARE(publish(0, ""), std::uint64_t{3});
        QCOMPARE(publish(1, "f"), std::uint64_t{0});
        QCOMPARE(room.hub.channel("room:a")->history({}).position.offset, std::uint64_t{3});
    }

    // Who has seen everything has missed nothing by it; who has not is told so.
    void removedHistoryLeavesThePosition() {
        Room room(recovering());
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link);
        const auto first = room.say("room:a", Message{"1"});
        const auto second = room.say("room:a", Message{"2"});
        a.channel().removeHistory();
        QVERIFY(a.channel().history({{}, 9, false}).position == second);
        QCOMPARE(texts(a.channel().history({{}, 9, false})), QByteArray());
        QVERIFY(Subscription(room.hub, "room:a", 0, link, from(second)).takeJoined().recovered);
        room.say("room:a", Message{"3"});
        QVERIFY(!Subscription(room.hub, "room:a", 0, link, from(first)).takeJoined().recovered);
        QCOMPARE(Subscription(room.hub, "room:a", 0, link, from(second)).takeJoined().missed.size(),
                 std::size_t{1});
    }

    void activeChannelsAreThoseWithSubscribers() {
        Room room(recovering());
        RecordingLink link;
        const Subscription a(room.hub, "room:a", 0, link);
        const Subscription again(room.hub, "room:a", 0, link);
        const Subscription b(room.hub, "room:b", 0, link);
        room.say("room:c", Message{"1"});
        const auto active = room.hub.activeChannels([](std::string_view name) { return name != "room:b"; });
        QCOMPARE(active.size(), std::size_t{1});
        QCOMPARE(active[0].name, std::string("room:a"));
        QCOMPARE(active[0].subscribers, std::size_t{2});
    }

    void leavingInAnyOrderKeepsTheOthers() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox}, usualNamespaces());
        RecordingLink link;
        std::vector<std::unique_ptr<Subscription>> all;
        all.reserve(6);
        for (int i = 0; i < 6; ++i)
            all.push_back(std::make_unique<Subscription>(hub, "chat:a", 0, link));
        auto& slots = all[0]->channel().subscribers(0).slots[static_cast<std::size_t>(Dialect::Plain)];
        for (const std::size_t leaving : {2U, 5U, 0U, 4U, 1U}) {
            all[leaving].reset();
            for (const auto& one : all)
                QCOMPARE(std::any_of(slots.begin(), slots.end(),
                                     [&](const auto& slot) { return slot.owner == one.get(); }),
                         one != nullptr);
        }
        QCOMPARE(slots.size(), std::size_t{1});
    }

    void onlyTheFirstIntoAnEmptyInboxWakesTheOwner() {
        Inbox<int> inbox;
        QVERIFY(inbox.push(1));
        QVERIFY(!inbox.push(2));
        std::vector<int> out;
        inbox.drain(out);
        const std::vector<int> expected{1, 2};
        QVERIFY(out == expected);
        out.clear();
        inbox.drain(out);
        QVERIFY(out.empty());
        QVERIFY(inbox.push(3));
    }
};

QTEST_APPLESS_MAIN(HubTest)
#include "HubTest.moc"
