// Durable channels at random: publishing, leaving, coming back, slow and full disks, restarts, crashes.
#include "StreamModel.h"

#include <QTest>

#include <random>

using chinwag::test::StreamModel;
using chinwag::test::StreamTally;

namespace {

constexpr int fixedSeeds = 60;
constexpr int steps = 800;

} // namespace

class DurableStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promisesHold_data() {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= fixedSeeds; ++seed)
            QTest::addRow("seed %u", seed) << seed;
        // The name of the row says which one it was.
        const uint fresh = std::random_device()();
        QTest::addRow("fresh seed %u", fresh) << fresh;
    }
    void promisesHold() {
        QFETCH(uint, seed);
        StreamModel model(seed);
        for (int i = 0; i < steps && model.fault().empty(); ++i) {
            model.step();
            QVERIFY2(
                model.fault().empty(),
                qPrintable(QStringLiteral("step %1: %2").arg(i).arg(QString::fromStdString(model.fault()))));
        }
        model.finish();
        QVERIFY2(model.fault().empty(), model.fault().c_str());
        add(model.tally());
    }

    // Otherwise nothing was proved.
    void allOfItHappened() {
        QVERIFY(all_.acknowledged > 1'000);
        QVERIFY(all_.refused > 100);
        QVERIFY(all_.recovered > 100);
        QVERIFY(all_.recoveredFromDisk > 10);
        QVERIFY(all_.notRecovered > 100);
        QVERIFY(all_.restarts > 100);
        QVERIFY(all_.crashes > 100);
        QVERIFY(all_.lostSeats > 100);
    }

private:
    void add(const StreamTally& one) {
        all_.acknowledged += one.acknowledged;
        all_.refused += one.refused;
        all_.recovered += one.recovered;
        all_.recoveredFromDisk += one.recoveredFromDisk;
        all_.notRecovered += one.notRecovered;
        all_.restarts += one.restarts;
        all_.crashes += one.crashes;
        all_.lostSeats += one.lostSeats;
    }

    StreamTally all_;
};

QTEST_GUILESS_MAIN(DurableStreamTest)
#include "DurableStreamTest.moc"
