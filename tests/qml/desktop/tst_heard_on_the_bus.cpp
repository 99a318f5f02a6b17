// What is said in a room, as it comes to the desktop's notification service; and the way back, from a click
// to the room.
#include "desktop/Attention.h"
#include "desktop/BusNotifier.h"
#include "desktop/FakeNotifications.h"
#include "desktop/PrivateBus.h"
#include "support/ScriptedLink.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

namespace chinwag::test {

using desktop::Attention;
using desktop::BusNotifier;
using models::ChatController;
using models::Preferences;

class HeardOnTheBusTest : public QObject {
    Q_OBJECT

    PrivateBus bus_;
    FakeNotifications service_{{QStringLiteral("actions"), QStringLiteral("body-markup")}};

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(!bus_.address().isEmpty());
        QVERIFY(service_.appear(bus_.address()));
    }

    void aMentionArrivesAndLeadsToItsRoom() {
        LinkScript script;
        ChatController chat(script.maker(), std::make_unique<Preferences>(nullptr));
        BusNotifier notifier;
        Attention attention(chat, notifier);
        chat.form()->setAddress(QStringLiteral("localhost"));
        chat.form()->setNick(QStringLiteral("Robin"));
        chat.form()->setRoom(QStringLiteral("lobby"));
        chat.enter();
        script.link()->accept();
        const QString lobby = chat.room()->channel();

        script.link()->hear(QStringLiteral("Ada"), QStringLiteral("nothing for anybody"));
        script.link()->hear(QStringLiteral("Ada"), QStringLiteral("@Robin: 1 < 2"));
        QVERIFY(eventually([&] { return !service_.shown().isEmpty(); }));
        const auto told = service_.shown().constFirst();
        QCOMPARE(told.program, QStringLiteral("Chinwag"));
        QCOMPARE(told.title, QStringLiteral("Ada in #lobby"));
        QCOMPARE(told.body, QStringLiteral("@Robin: 1 &lt; 2"));

        // The next one names the first: its answer has been heard by then.
        script.link()->hear(QStringLiteral("Ada"), QStringLiteral("@Robin?"));
        QVERIFY(eventually([&] { return service_.shown().size() == 2; }));
        QCOMPARE(service_.shown().constLast().replaces, told.id);
        QVERIFY(chat.join(QStringLiteral("attic")).isEmpty());
        QVERIFY(chat.room()->channel() != lobby);
        QSignalSpy wanted(&attention, &Attention::wanted);
        Q_EMIT service_.ActivationToken(told.id, QStringLiteral("token-1"));
        Q_EMIT service_.ActionInvoked(told.id, QStringLiteral("default"));
        QVERIFY(eventually([&] { return wanted.size() == 1; }));
        QCOMPARE(wanted.constFirst().constFirst().toString(), QStringLiteral("token-1"));
        QCOMPARE(chat.room()->channel(), lobby);

        // Whoever looks at the room needs none any more.
        chat.setWatching(true);
        QVERIFY(eventually([&] { return service_.closed() == QList<uint>{told.id}; }));
    }
};

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::HeardOnTheBusTest)
#include "tst_heard_on_the_bus.moc"
