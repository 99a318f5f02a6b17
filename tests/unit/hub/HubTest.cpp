#include "hub/Hub.h"
#include "Bytes.h"
#include "RecordingLink.h"
#include "hub/Inbox.h"
#include "hub/Subscription.h"

#include <QTest>

#include <memory>
#include <optional>

using chinwag::hub::Hub;
using chinwag::hub::Inbox;
using chinwag::hub::PublicationRef;
using chinwag::hub::Subscription;
using namespace chinwag::test;

class HubTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChannelLivesAsLongAsItHasASubscriber() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox});
        RecordingLink link;
        QCOMPARE(hub.channelCount(), std::size_t{0});
        std::optional<Subscription> first(std::in_place, hub, "chat:a", 0U, link);
        std::optional<Subscription> second(std::in_place, hub, "chat:a", 0U, link);
        const Subscription other(hub, "chat:b", 0, link);
        QCOMPARE(hub.channelCount(), std::size_t{2});
        QCOMPARE(&first->channel(), &second->channel());
        first.reset();
        QCOMPARE(hub.channelCount(), std::size_t{2});
        second.reset();
        QCOMPARE(hub.channelCount(), std::size_t{1});
    }

    void offsetsCountUpInEachChannel() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox});
        RecordingLink link;
        const Subscription a(hub, "chat:a", 0, link);
        const Subscription b(hub, "chat:b", 0, link);
        QCOMPARE(hub.publish(a.channel(), "1"), std::uint64_t{1});
        QCOMPARE(hub.publish(a.channel(), "2"), std::uint64_t{2});
        QCOMPARE(hub.publish(b.channel(), "1"), std::uint64_t{1});
    }

    void onlyWorkersWithSubscribersGetMail() {
        RecordingMailbox first;
        RecordingMailbox second;
        Hub hub({&first, &second});
        RecordingLink link;
        const Subscription a(hub, "chat:a", 1, link);
        std::optional<Subscription> onFirst(std::in_place, hub, "chat:a", 0U, link);
        hub.publish(a.channel(), "both");
        onFirst.reset();
        hub.publish(a.channel(), "one");
        QCOMPARE(first.deliveries.size(), std::size_t{1});
        QCOMPARE(second.deliveries.size(), std::size_t{2});
        QCOMPARE(first.deliveries[0].publication, second.deliveries[0].publication);
    }

    void theFrameIsEncodedOnce() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox});
        RecordingLink link;
        const Subscription a(hub, "chat:a", 0, link);
        hub.publish(a.channel(), "Alice: Hello");
        QCOMPARE(bytes(mailbox.deliveries[0].publication->plainFrame), QByteArray("\x81\x0C"
                                                                                  "Alice: Hello"));
    }

    void historyIsKeptWithinItsLimits() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox}, {3, 1000});
        RecordingLink link;
        const Subscription a(hub, "chat:a", 0, link);
        for (const char* text : {"1", "2", "3", "4"})
            hub.publish(a.channel(), text);
        std::vector<PublicationRef> out;
        QVERIFY(!a.channel().historySince(0, out));
        QVERIFY(a.channel().historySince(1, out));
        QCOMPARE(out.size(), std::size_t{3});
        QCOMPARE(out.front()->offset, std::uint64_t{2});
    }

    void leavingInAnyOrderKeepsTheOthers() {
        RecordingMailbox mailbox;
        Hub hub({&mailbox});
        RecordingLink link;
        std::vector<std::unique_ptr<Subscription>> all;
        for (int i = 0; i < 6; ++i)
            all.push_back(std::make_unique<Subscription>(hub, "chat:a", 0, link));
        auto& slots = all[0]->channel().subscribers(0).slots;
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
