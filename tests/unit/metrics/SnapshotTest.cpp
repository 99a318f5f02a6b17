#include "metrics/Snapshot.h"
#include "metrics/ProcessStats.h"

#include <QFile>
#include <QTemporaryFile>
#include <QTest>

#include <array>
#include <thread>

using namespace chinwag::metrics;
using namespace std::chrono_literals;

class SnapshotTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noWorkersAreZeros() {
        const auto sum = takeSnapshot({}, {});
        QCOMPARE(sum.openWebSockets, 0);
        QCOMPARE(sum.messagesIn, 0U);
        QCOMPARE(sum.request.count(), 0U);
    }

    void factsArePassedOn() {
        const auto sum = takeSnapshot({}, {"1.2", "6.4", std::chrono::system_clock::time_point(5s), 7, 2});
        QCOMPARE(sum.facts.version, std::string("1.2"));
        QCOMPARE(sum.facts.qtVersion, std::string("6.4"));
        QVERIFY(sum.facts.started.time_since_epoch() == 5s);
        QCOMPARE(sum.facts.rooms, 7U);
        QCOMPARE(sum.facts.workers, 2U);
    }

    /// Each number has a value of its own, so that none can be taken for another.
    void workersAreAddedUp() {
        std::array<WorkerMetrics, 2> workers;
        fill(workers[0], 1);
        fill(workers[1], 1000);
        const std::array<const WorkerMetrics*, 2> pointers{&workers.front(), &workers.back()};
        const auto sum = takeSnapshot(pointers, {});
        QCOMPARE(sum.openWebSockets, 1001);
        QCOMPARE(sum.openSecureWebSockets, 2002);
        QCOMPARE(sum.openHttp, 3003);
        QCOMPARE(sum.queueBytes, 4004);
        QCOMPARE(sum.acceptedConnections, 5005U);
        QCOMPARE(sum.acceptedWebSockets, 6006U);
        QCOMPARE(sum.messagesIn, 7007U);
        QCOMPARE(sum.messageBytesIn, 8008U);
        QCOMPARE(sum.deliveries, 9009U);
        QCOMPARE(sum.bytesIn, 10010U);
        QCOMPARE(sum.bytesOut, 11011U);
        QCOMPARE(sum.httpRequests, 12012U);
        QCOMPARE(sum.aborts, 13013U);
        QCOMPARE(sum.httpAnswers, (std::array<std::uint64_t, 6>{0, 0, 14014, 0, 15015, 0}));
        QCOMPARE(sum.refusals[static_cast<std::size_t>(Refusal::Origin)], 2U);
        QCOMPARE(sum.closings[static_cast<std::size_t>(Closing::Slow)], 2U);
    }

    void histogramsAreAddedUp() {
        std::array<WorkerMetrics, 2> workers;
        workers[0].fanout.record(5us);
        workers[1].fanout.record(10us);
        workers[1].fanout.record(11us);
        workers[0].fanout.record(60s);
        workers[1].handshake.record(-1s);
        const std::array<const WorkerMetrics*, 2> pointers{&workers.front(), &workers.back()};
        const auto sum = takeSnapshot(pointers, {});
        QCOMPARE(sum.fanout.count(), 4U);
        QCOMPARE(sum.fanout.buckets.front(), 2U);
        QCOMPARE(sum.fanout.buckets[1], 1U);
        QCOMPARE(sum.fanout.buckets.back(), 1U);
        QCOMPARE(sum.fanout.sumNanoseconds, 60'000'026'000U);
        QCOMPARE(sum.fanout.quantile(0.25), 5e-6);  // in the middle of the first bucket
        QCOMPARE(sum.fanout.quantile(0.75), 25e-6); // at the end of the second
        QCOMPARE(sum.fanout.quantile(0.99), 10.0);  // over all bounds
        QCOMPARE(sum.request.quantile(0.5), 0.0);
        // A clock that ran backwards must not make the sum wrap.
        QCOMPARE(sum.handshake.count(), 1U);
        QCOMPARE(sum.handshake.sumNanoseconds, 0U);
    }

    void anotherThreadMayCountMeanwhile() {
        constexpr std::uint64_t messages = 100'000;
        WorkerMetrics worker;
        const std::array<const WorkerMetrics*, 1> pointers{&worker};
        std::thread counting([&worker] {
            for (std::uint64_t i = 0; i < messages; ++i)
                worker.messagesIn.add();
        });
        std::uint64_t last = 0;
        while (last < messages) {
            const auto now = takeSnapshot(pointers, {}).messagesIn;
            QVERIFY(now >= last);
            last = now;
        }
        counting.join();
        QCOMPARE(last, messages);
    }

    void theProcessIsMeasured() {
        const auto before = readProcessStats();
        QVERIFY(before.cpuSeconds.value_or(-1) >= 0);
        QVERIFY(before.residentBytes.value_or(0) > 100'000);
        QVERIFY(before.virtualBytes.value_or(0) >= before.residentBytes.value_or(0));
        QVERIFY(before.maxDescriptors.value_or(0) >= before.openDescriptors.value_or(0));
        QVERIFY(before.threads.value_or(0) >= 1);

        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(readProcessStats().openDescriptors.value_or(0), before.openDescriptors.value_or(0) + 1);
    }

private:
    static void fill(WorkerMetrics& worker, std::int64_t factor) {
        const auto count = static_cast<std::uint64_t>(factor);
        worker.openWebSockets.add(factor);
        worker.openSecureWebSockets.add(2 * factor);
        worker.openHttp.add(3 * factor);
        worker.queueBytes.add(4 * factor);
        worker.acceptedConnections.add(5 * count);
        worker.acceptedWebSockets.add(6 * count);
        worker.messagesIn.add(7 * count);
        worker.messageBytesIn.add(8 * count);
        worker.deliveries.add(9 * count);
        worker.bytesIn.add(10 * count);
        worker.bytesOut.add(11 * count);
        worker.httpRequests.add(12 * count);
        worker.aborts.add(13 * count);
        worker.httpAnswers[2].add(14 * count);
        worker.httpAnswers[4].add(15 * count);
        worker.refused(Refusal::Origin);
        worker.closed(Closing::Slow);
    }
};

QTEST_APPLESS_MAIN(SnapshotTest)
#include "SnapshotTest.moc"
