#include "hub/Fanout.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "hub/Hub.h"
#include "hub/Subscription.h"

#include <QTest>

#include <optional>
#include <string>

using chinwag::hub::Fanout;
using chinwag::hub::Hub;
using chinwag::hub::Subscription;
using namespace chinwag::test;

namespace {

using Messages = std::vector<std::string>;

// A hub with one worker.
struct House {
    RecordingMailbox mailbox;
    Hub hub{{&mailbox}, usualNamespaces()};
    Fanout fanout{0};

    std::uint64_t deliver() { return fanout.deliver(mailbox.deliveries); }
};

} // namespace

class FanoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyoneGetsTheSameBytesOnce() {
        House house;
        RecordingLink alice;
        RecordingLink bob;
        const Subscription a(house.hub, "chat:a", 0, alice);
        const Subscription b(house.hub, "chat:a", 0, bob);
        house.hub.publishPlain(a.channel(), "1");
        house.hub.publishPlain(a.channel(), "2");
        QCOMPARE(house.deliver(), std::uint64_t{4});
        const Messages expected{"1", "2"};
        QVERIFY(alice.messages() == expected);
        QVERIFY(bob.messages() == expected);
        QCOMPARE(alice.frames.size(), std::size_t{1});
        QCOMPARE(alice.frames[0].messages(), std::uint32_t{2});
        QCOMPARE(static_cast<const void*>(alice.frames[0].bytes().data()),
                 static_cast<const void*>(bob.frames[0].bytes().data()));
        QVERIFY(house.mailbox.deliveries.empty());
    }

    void nothingToDeliverIsNothing() {
        House house;
        QCOMPARE(house.deliver(), std::uint64_t{0});
    }

    void channelsAreApart() {
        House house;
        RecordingLink alice;
        RecordingLink bob;
        const Subscription a(house.hub, "chat:a", 0, alice);
        const Subscription b(house.hub, "chat:b", 0, bob);
        for (const char* text : {"1", "2", "3"}) {
            house.hub.publishPlain(a.channel(), std::string("a") + text);
            house.hub.publishPlain(b.channel(), std::string("b") + text);
        }
        QCOMPARE(house.deliver(), std::uint64_t{6});
        const Messages ofA{"a1", "a2", "a3"};
        const Messages ofB{"b1", "b2", "b3"};
        QVERIFY(alice.messages() == ofA);
        QVERIFY(bob.messages() == ofB);
    }

    // What was published before somebody joined is not theirs, also when it is still in the inbox.
    void whoJoinsInTheMiddleGetsWhatComesAfter() {
        House house;
        RecordingLink alice;
        RecordingLink late;
        RecordingLink latest;
        const Subscription a(house.hub, "chat:a", 0, alice);
        house.hub.publishPlain(a.channel(), "1");
        house.hub.publishPlain(a.channel(), "2");
        const Subscription l(house.hub, "chat:a", 0, late);
        house.hub.publishPlain(a.channel(), "3");
        const Subscription last(house.hub, "chat:a", 0, latest);
        QCOMPARE(house.deliver(), std::uint64_t{4});
        const Messages all{"1", "2", "3"};
        QVERIFY(alice.messages() == all);
        QVERIFY(late.messages() == Messages{"3"});
        QVERIFY(latest.messages().empty());
        house.hub.publishPlain(a.channel(), "4");
        QCOMPARE(house.deliver(), std::uint64_t{3});
        QVERIFY(latest.messages() == Messages{"4"});
    }

    void whoLeftGetsNothing() {
        House house;
        RecordingLink alice;
        RecordingLink gone;
        const Subscription a(house.hub, "chat:a", 0, alice);
        std::optional<Subscription> g(std::in_place, house.hub, "chat:a", 0U, gone);
        house.hub.publishPlain(a.channel(), "1");
        g.reset();
        QCOMPARE(house.deliver(), std::uint64_t{1});
        QVERIFY(gone.frames.empty());
    }

    // The inbox may hold mail for a channel that nobody is in any more.
    void aChannelThatEmptiedIsLeftInPeace() {
        House house;
        RecordingLink link;
        std::optional<Subscription> only(std::in_place, house.hub, "chat:a", 0U, link);
        house.hub.publishPlain(only->channel(), "1");
        only.reset();
        QCOMPARE(house.deliver(), std::uint64_t{0});
        const Subscription again(house.hub, "chat:a", 0, link);
        house.hub.publishPlain(again.channel(), "2");
        QCOMPARE(house.deliver(), std::uint64_t{1});
        QVERIFY(link.messages() == Messages{"2"});
    }

    void aLargeTurnIsCutIntoBatches() {
        House house;
        RecordingLink link;
        const Subscription a(house.hub, "chat:a", 0, link);
        const std::string text(100, 't');
        for (int i = 0; i < 2000; ++i)
            house.hub.publishPlain(a.channel(), text);
        QCOMPARE(house.deliver(), std::uint64_t{2000});
        QCOMPARE(link.messages().size(), std::size_t{2000});
        QVERIFY(link.frames.size() > 1);
        std::uint32_t counted = 0;
        for (const auto& frame : link.frames) {
            QVERIFY(frame.bytes().size() <= 64 * 1024);
            counted += frame.messages();
        }
        QCOMPARE(counted, std::uint32_t{2000});
    }

    void aMessageLargerThanABatchGoesAlone() {
        House house;
        RecordingLink link;
        const Subscription a(house.hub, "chat:a", 0, link);
        const std::string large(200 * 1024, 'L');
        house.hub.publishPlain(a.channel(), "before");
        house.hub.publishPlain(a.channel(), large);
        house.hub.publishPlain(a.channel(), "after");
        QCOMPARE(house.deliver(), std::uint64_t{3});
        QCOMPARE(link.frames.size(), std::size_t{3});
        QCOMPARE(link.frames[1].bytes().size(), large.size() + 10);
    }
};

QTEST_APPLESS_MAIN(FanoutTest)
#include "FanoutTest.moc"
