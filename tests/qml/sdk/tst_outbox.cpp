#include "sdk/Outbox.h"

#include <QTest>

using chinwag::sdk::Outbox;

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOutInOrderAndOnce() {
        Outbox outbox;
        const auto first = outbox.add(QStringLiteral("a"));
        const auto second = outbox.add(QStringLiteral("a"));
        QVERIFY(first != second);
        QCOMPARE(outbox.takeWaiting()->id, first);
        QCOMPARE(outbox.takeWaiting()->id, second);
        QVERIFY(!outbox.takeWaiting());
        QVERIFY(!outbox.isEmpty());
    }

    void whatWasOutWaitsAgainAndIsInDoubt() {
        Outbox outbox;
        const auto out = outbox.add(QStringLiteral("out"));
        const auto name = outbox.takeWaiting()->clientId;
        const auto waiting = outbox.add(QStringLiteral("waiting"));
        QCOMPARE(outbox.interrupt(), QList<quint64>{out});
        QCOMPARE(outbox.interrupt(), QList<quint64>{});
        // It goes again under the same name, and in its place.
        QCOMPARE(outbox.takeWaiting()->clientId, name);
        QCOMPARE(outbox.takeWaiting()->id, waiting);
        QVERIFY(!outbox.takeWaiting());
    }

    void whatIsInDoubtFailsWhenNobodyKnows() {
        Outbox outbox;
        const auto out = outbox.add(QStringLiteral("out"));
        QVERIFY(outbox.takeWaiting());
        const auto waiting = outbox.add(QStringLiteral("waiting"));
        outbox.interrupt();
        QCOMPARE(outbox.failDoubtful(), QList<quint64>{out});
        QCOMPARE(outbox.failDoubtful(), QList<quint64>{});
        QCOMPARE(outbox.takeWaiting()->id, waiting);
        QVERIFY(!outbox.takeWaiting());
    }

    void knowsItsOwn() {
        Outbox outbox;
        const Outbox other;
        const auto id = outbox.add(QStringLiteral("a"));
        const QString name = outbox.takeWaiting()->clientId;
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
        const auto id = outbox.add(QStringLiteral("a"));
        QVERIFY(!outbox.retry(id));
        QVERIFY(!outbox.fail(id));
        QVERIFY(outbox.takeWaiting());
        QVERIFY(!outbox.retry(id));
        QVERIFY(outbox.fail(id));
        QVERIFY(outbox.retry(id));
        QVERIFY(!outbox.retry(id));
        QCOMPARE(outbox.takeWaiting()->text, QStringLiteral("a"));
        QVERIFY(!outbox.retry(99));
    }

    void receiptsRemove() {
        Outbox outbox;
        const auto id = outbox.add(QStringLiteral("a"));
        QVERIFY(outbox.takeWaiting());
        QVERIFY(outbox.remove(id));
        QVERIFY(!outbox.remove(id));
        QVERIFY(outbox.isEmpty());
        QCOMPARE(outbox.interrupt(), QList<quint64>{});
    }

    void whatCouldNotBeHandedOverWaitsAgain() {
        Outbox outbox;
        const auto id = outbox.add(QStringLiteral("a"));
        QVERIFY(outbox.takeWaiting());
        outbox.putBack(id);
        QCOMPARE(outbox.takeWaiting()->id, id);
    }
};

QTEST_APPLESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
