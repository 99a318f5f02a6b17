// The notifications against a service on a bus of its own.
#include "desktop/BusNotifier.h"
#include "desktop/FakeNotifications.h"
#include "desktop/PrivateBus.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

using chinwag::desktop::BusNotifier;
using chinwag::desktop::Notifier;
using namespace chinwag::test;

namespace {

const QString& lobby() {
    static const QString key = QStringLiteral("chat:lobby");
    return key;
}

} // namespace

class BusNotifierTest : public QObject {
    Q_OBJECT

    PrivateBus bus_;
    std::unique_ptr<FakeNotifications> service_;
    std::unique_ptr<BusNotifier> notifier_;

    bool begin(const QStringList& capabilities) {
        service_ = std::make_unique<FakeNotifications>(capabilities);
        if (!service_->appear(bus_.address()))
            return false;
        notifier_ = std::make_unique<BusNotifier>();
        // What it can has been said before anything is shown: one asks one after
        // the other.
        return true;
    }

    bool shows(const QString& body, qsizetype count, bool sound = false) {
        notifier_->show({lobby(), QStringLiteral("Ada in #lobby"), body, sound});
        return eventually([=, this] { return service_->shown().size() == count; });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!bus_.address().isEmpty()); }

    void cleanup() {
        notifier_.reset();
        if (service_)
            service_->vanish();
        service_.reset();
    }

    void isThereWhenTheServiceIs() {
        QVERIFY(!BusNotifier::isAvailable());
        QVERIFY(begin({}));
        QVERIFY(BusNotifier::isAvailable());
    }

    void saysWhatItIsAbout() {
        QVERIFY(begin({QStringLiteral("actions"), QStringLiteral("body-markup")}));
        QVERIFY(shows(QStringLiteral("<b>5 > 4</b>"), 1));
        const auto& shown = service_->shown().first();
        QCOMPARE(shown.program, QStringLiteral("Chinwag"));
        QCOMPARE(shown.title, QStringLiteral("Ada in #lobby"));
        QCOMPARE(shown.body, QStringLiteral("&lt;b&gt;5 &gt; 4&lt;/b&gt;"));
        QCOMPARE(shown.actions.first(), QStringLiteral("default"));
        QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("chinwag"));
        QVERIFY(shown.hints.value(QStringLiteral("suppress-sound")).toBool());
        QVERIFY(!shown.hints.contains(QStringLiteral("sound-name")));
    }

    void aSoundIsAskedFor() {
        QVERIFY(begin({}));
        QVERIFY(shows(QStringLiteral("psst"), 1, true));
        const auto& hints = service_->shown().first().hints;
        QCOMPARE(hints.value(QStringLiteral("sound-name")).toString(), QStringLiteral("message-new-instant"));
        QVERIFY(!hints.contains(QStringLiteral("suppress-sound")));
    }

    void aServiceWithoutMarkupIsGivenPlainText() {
        QVERIFY(begin({QStringLiteral("body")}));
        // The first one may go before the answer about that has come.
        QVERIFY(shows(QStringLiteral("one"), 1));
        QVERIFY(shows(QStringLiteral("1 < 2"), 2));
        QCOMPARE(service_->shown().last().body, QStringLiteral("1 < 2"));
        QVERIFY(service_->shown().last().actions.isEmpty());
    }

    void aNewerOneTakesItsPlace() {
        QVERIFY(begin({}));
        QVERIFY(shows(QStringLiteral("one"), 1));
        QVERIFY(shows(QStringLiteral("two"), 2));
        QCOMPARE(service_->shown().last().replaces, service_->shown().first().id);
    }

    void whatComesInARushIsPutTogether() {
        QVERIFY(begin({}));
        for (int i = 0; i < 50; ++i)
            notifier_->show({lobby(), QStringLiteral("Ada"), QString::number(i), false});
        QVERIFY(eventually(
            [&] { return !service_->shown().isEmpty() && service_->shown().last().body == u"49"; }));
        QCOMPARE(service_->shown().size(), 2);
        QCOMPARE(service_->shown().last().replaces, service_->shown().first().id);
    }

    void aClickSaysWhatItIsAbout() {
        QVERIFY(begin({QStringLiteral("actions")}));
        QVERIFY(shows(QStringLiteral("one"), 1));
        // The answer to the first has been heard when a second one names it.
        QVERIFY(shows(QStringLiteral("two"), 2));
        QSignalSpy activated(notifier_.get(), &Notifier::activated);
        const uint id = service_->shown().last().id;
        Q_EMIT service_->ActivationToken(id + 7, QStringLiteral("of another program"));
        Q_EMIT service_->ActionInvoked(id + 7, QStringLiteral("default"));
        Q_EMIT service_->ActivationToken(id, QStringLiteral("token-1"));
        Q_EMIT service_->ActionInvoked(id, QStringLiteral("default"));
        QVERIFY(eventually([&] { return activated.size() == 1; }));
        QCOMPARE(activated.first().at(0).toString(), lobby());
        QCOMPARE(activated.first().at(1).toString(), QStringLiteral("token-1"));
    }

    void whatWasReadIsTakenAway() {
        QVERIFY(begin({}));
        QVERIFY(shows(QStringLiteral("one"), 1));
        notifier_->withdraw(QStringLiteral("chat:other"));
        notifier_->withdraw(lobby());
        QVERIFY(eventually([&] { return service_->closed().size() == 1; }));
        QCOMPARE(service_->closed().first(), service_->shown().first().id);
        notifier_->withdraw(lobby());
        QVERIFY(shows(QStringLiteral("two"), 2));
        QCOMPARE(service_->shown().last().replaces, 0U);
        QCOMPARE(service_->closed().size(), 1);
    }

    void oneThatIsClosedIsNotReplaced() {
        QVERIFY(begin({}));
        QVERIFY(shows(QStringLiteral("one"), 1));
        QVERIFY(shows(QStringLiteral("two"), 2));
        Q_EMIT service_->NotificationClosed(service_->shown().last().id, 2);
        // Signals and calls come in the order in which they were sent; the answer
        // to this one comes behind.
        notifier_->show({QStringLiteral("chat:other"), QStringLiteral("x"), QStringLiteral("y"), false});
        QVERIFY(eventually([&] { return service_->shown().size() == 3; }));
        notifier_->withdraw(QStringLiteral("chat:other"));
        QVERIFY(eventually([&] { return service_->closed().size() == 1; }));
        QVERIFY(shows(QStringLiteral("three"), 4));
        QCOMPARE(service_->shown().last().replaces, 0U);
    }

    void withoutAServiceNothingHappens() {
        notifier_ = std::make_unique<BusNotifier>();
        notifier_->show({lobby(), QStringLiteral("Ada"), QStringLiteral("one"), false});
        notifier_->withdraw(lobby());
        QVERIFY(!BusNotifier::isAvailable());
    }
};

QTEST_GUILESS_MAIN(BusNotifierTest)
#include "tst_bus_notifier.moc"
