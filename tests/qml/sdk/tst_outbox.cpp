#include "sdk/Outbox.h"

#include <QTest>

using chinwag::sdk::Outbox;

namespace {

const QString lobby = QStringLiteral("chat:lobby");
const QString attic = QStringLiteral("chat:attic");

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOutInOrderAndOnce() {
        Outbox outbox;
        const auto first = outbox.add(lobby, QStringLiteral("a"));
        const auto second = outbox.add(lobby, QStringLiteral("a"));
        QVERIFY(first != second);
        QCOMPARE(outbox.takeWaiting(lobby)->id, first);
        QCOMPARE(outbox.takeWaiting(lobby)->id, second);
        QVERIFY(!outbox.takeWaiting(lobby));
        QVERIFY(!outbox.isEmpty());
    }

    void whatWasOutWaitsAgainAndIsInDoubt() {
        Outbox outbox;
        const auto out = outbox.add(lobby, QStringLiteral("out"));
        const auto name = outbox.takeWaiting(lobby)->clientId;
        const auto waiting = outbox.add(lobby, QStringLiteral("waiting"));
        QCOMPARE(outbox.interrupt(), QList<quint64>{out});
        QCOMPARE(outbox.interrupt(), QList<quint64>{});
        // It goes again under the same name, and in its place.
        QCOMPARE(outbox.takeWaiting(lobby)->clientId, name);
        QCOMPARE(outbox.takeWaiting(lobby)->id, waiting);
        QVERIFY(!outbox.takeWaiting(lobby));
    }

    void whatIsInDoubtFailsWhenNobodyKnows() {
        Outbox outbox;
        const auto out = outbox.add(lobby, QStringLiteral("out"));
        QVERIFY(outbox.takeWaiting(lobby));
        const auto waiting = outbox.add(lobby, QStringLiteral("waiting"));
        outbox.interrupt();
        QCOMPARE(outbox.failDoubtful(lobby), QList<quint64>{out});
        QCOMPARE(outbox.failDoubtful(lobby), QList<quint64>{});
        QCOMPARE(outbox.takeWaiting(lobby)->id, waiting);
        QVERIFY(!outbox.takeWaiting(lobby));
    }

    void knowsItsOwn() {
        Outbox outbox;
        const Outbox other;
        const auto id = outbox.add(lobby, QStringLiteral("a"));
        const QString name = outbox.takeWaiting(lobby)->clientId;
        QVERIFY(name.toUtf8().size() <= 64);
        QCOMPARE(outbox.find(name), id);
        QCOMPARE(outbox.find(QStringLiteral("nobody's")), 0U);
        QVERIFY(outbox.remove(id));
        QCOMPARE(outbox.find(name), 0U);
        QVERIFY(outbox.isOwn(name));
        QVERIFY(!other.isOwn(name));
    }

    void onlyWhatFailedIsSentAgain() {
        Outbox outbox;
        const auto id = outbox.add(lobby, QStringLiteral("a"));
        QVERIFY(!outbox.retry(id));
        QVERIFY(!outbox.fail(id));
        QVERIFY(outbox.takeWaiting(lobby));
        QVERIFY(!outbox.retry(id));
        QVERIFY(outbox.fail(id));
        QVERIFY(outbox.retry(id));
        QVERIFY(!outbox.retry(id));
        QCOMPARE(outbox.takeWaiting(lobby)->text, QStringLiteral("a"));
        QVERIFY(!outbox.retry(99));
    }

    void receiptsRemove() {
        Outbox outbox;
        const auto id = outbox.add(lobby, QStringLiteral("a"));
        QVERIFY(outbox.takeWaiting(lobby));
        QVERIFY(outbox.remove(id));
        QVERIFY(!outbox.remove(id));
        QVERIFY(outbox.isEmpty());
        QCOMPARE(outbox.interrupt(), QList<quint64>{});
    }

    void roomsDoNotWaitForOneAnother() {
        Outbox outbox;
        const auto first = outbox.add(lobby, QStringLiteral("a"));
        const auto second = outbox.add(attic, QStringLiteral("b"));
        QCOMPARE(outbox.takeWaiting(attic)->id, second);
        QVERIFY(!outbox.takeWaiting(attic));
        QCOMPARE(outbox.takeWaiting(lobby)->id, first);
        QCOMPARE(outbox.roomOf(second), attic);
        QCOMPARE(outbox.roomOf(99), QString());
        outbox.interrupt();
        QCOMPARE(outbox.failDoubtful(attic), QList<quint64>{second});
        QCOMPARE(outbox.takeWaiting(lobby)->id, first);
        outbox.forgetRoom(attic);
        QVERIFY(!outbox.hasAny(attic));
        QVERIFY(outbox.hasAny(lobby));
        outbox.forgetRoom(lobby);
        QVERIFY(outbox.isEmpty());
    }

    void whatCouldNotBeHandedOverWaitsAgain() {
        Outbox outbox;
        const auto id = outbox.add(lobby, QStringLiteral("a"));
        QVERIFY(outbox.takeWaiting(lobby));
        outbox.putBack(id);
        QCOMPARE(outbox.takeWaiting(lobby)->id, id);
    }
};

QTEST_APPLESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
