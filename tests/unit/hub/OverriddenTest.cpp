// A subscription that differs from what its channel does for others.
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "hub/Subscription.h"

#include <QTest>

using namespace chinwag::hub;
using namespace chinwag::test;

namespace {

constexpr const char* shown = "chat:a"; // where everybody is present and announced
constexpr const char* remembered = "feed:a";

Namespaces namespaces() {
    Namespaces all = usualNamespaces();
    all.set("feed", ChannelOptions());
    return all;
}

struct Bench {
    RecordingMailbox mailbox;
    Hub hub{{&mailbox}, namespaces()};
    Fanout fanout{0};
    RecordingLink link;
    RecordingLink curious;
};

SubscriptionRequest request(const char* client) {
    SubscriptionRequest request;
    request.dialect = Dialect::Centrifuge;
    request.info = {client, client, {}, {}};
    return request;
}

} // namespace

class OverriddenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsNotShownIsNotPresent() {
        Bench bench;
        auto hidden = request("ghost");
        hidden.isShown = false;
        const Subscription one(bench.hub, shown, 0, bench.link, hidden);
        const Subscription other(bench.hub, shown, 0, bench.link, request("anna"));
        QCOMPARE(one.channel().presence().size(), std::size_t(1));
        QCOMPARE(one.channel().presence().front().client, std::string("anna"));
        QVERIFY(one.seesPresence());
        QCOMPARE(one.info().client, std::string("ghost")); // what it says is still its own
    }

    void whoIsShownIsPresentAnywhere() {
        Bench bench;
        auto visible = request("anna");
        visible.isShown = true;
        std::optional<Subscription> one(std::in_place, bench.hub, remembered, 0U, bench.link, visible);
        const Subscription other(bench.hub, remembered, 0, bench.link, request("bert"));
        QCOMPARE(other.channel().presence().size(), std::size_t(1));
        QVERIFY(one->seesPresence());
        QVERIFY(!other.seesPresence());
        one.reset();
        QVERIFY(other.channel().presence().empty());
    }

    void whoIsNotAnnouncedComesAndGoesUnheard() {
        Bench bench;
        auto asks = request("anna");
        asks.joinLeave = true;
        const Subscription listener(bench.hub, shown, 0, bench.curious, asks);
        {
            auto quiet = request("ghost");
            quiet.isAnnounced = false;
            const Subscription one(bench.hub, shown, 0, bench.link, quiet);
        }
        bench.fanout.deliver(bench.mailbox.deliveries);
        QVERIFY(bench.curious.messages().empty());
        { const Subscription one(bench.hub, shown, 0, bench.link, request("bert")); }
        bench.fanout.deliver(bench.mailbox.deliveries);
        QCOMPARE(bench.curious.messages().size(), std::size_t(2));
    }

    void whoIsAnnouncedIsSoAnywhere() {
        Bench bench;
        auto asks = request("anna");
        asks.joinLeave = true;
        const Subscription listener(bench.hub, remembered, 0, bench.curious, asks);
        auto loud = request("bert");
        loud.isAnnounced = true;
        {
            const Subscription one(bench.hub, remembered, 0, bench.link, loud);
            const Subscription other(bench.hub, remembered, 0, bench.link, request("cid"));
        }
        bench.fanout.deliver(bench.mailbox.deliveries);
        QCOMPARE(bench.curious.messages().size(), std::size_t(2));
        QVERIFY(bench.curious.messages()[0].find("bert") != std::string::npos);
    }

    void whatIsRememberedIsRecoveredByWhoAsks() {
        Bench bench;
        const Subscription stays(bench.hub, remembered, 0, bench.link, request("anna"));
        const auto start = stays.channel().currentPosition();
        bench.hub.publish(remembered, Message{"1"}, {});
        auto back = request("bert");
        back.since = start;
        const auto joined = Subscription(bench.hub, remembered, 0, bench.link, back).takeJoined();
        QVERIFY(joined.recovered);
        QCOMPARE(joined.missed.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(OverriddenTest)
#include "OverriddenTest.moc"
