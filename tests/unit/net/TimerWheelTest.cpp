#include "net/TimerWheel.h"

#include <QTest>

#include <functional>
#include <memory>
#include <random>
#include <utility>
#include <vector>

using chinwag::net::Deadline;
using chinwag::net::SteadyTime;
using chinwag::net::TimerWheel;
using namespace std::chrono_literals;

namespace {

// Time that passes only when a test says so. It does not start at a full tick.
const SteadyTime start{1h + 37ms};

class Recorder : public Deadline {
public:
    explicit Recorder(std::function<void()> then = {}) : then_(std::move(then)) {}

    void onDeadline() override {
        ++fired;
        if (then_)
            then_();
    }

    int fired = 0;

private:
    std::function<void()> then_;
};

} // namespace

class TimerWheelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverEarlyAndAtMostATickLate_data() {
        QTest::addColumn<int>("offset"); // of the time when it is scheduled, in ms
        QTest::addColumn<int>("delay");
        for (const int offset : {0, 1, 63, 99, 100, 151}) {
            for (const int delay : {0, 1, 99, 100, 101, 2999, 10'000, 51'200, 51'199, 51'201, 300'000})
                QTest::addRow("%d ms, %d ms after the start", delay, offset) << offset << delay;
        }
    }

    void neverEarlyAndAtMostATickLate() {
        QFETCH(int, offset);
        QFETCH(int, delay);
        TimerWheel wheel(start);
        Recorder recorder;
        const SteadyTime scheduled = start + std::chrono::milliseconds(offset);
        wheel.advance(scheduled);
        wheel.schedule(recorder, scheduled, std::chrono::milliseconds(delay));
        const SteadyTime due = scheduled + std::chrono::milliseconds(delay);
        for (SteadyTime now = scheduled; recorder.fired == 0; now += 1ms) {
            QVERIFY2(now <= due + TimerWheel::tick, "more than a tick late");
            wheel.advance(now);
            QVERIFY2(recorder.fired == 0 || now >= due, "early");
        }
        QVERIFY(!recorder.isScheduled());
        wheel.advance(due + 10min);
        QCOMPARE(recorder.fired, 1);
    }

    void aNewDeadlineReplacesTheOld() {
        TimerWheel wheel(start);
        Recorder recorder;
        wheel.schedule(recorder, start, 1s);
        wheel.schedule(recorder, start, 5s);
        wheel.advance(start + 4s);
        QCOMPARE(recorder.fired, 0);
        wheel.advance(start + 6s);
        QCOMPARE(recorder.fired, 1);
    }

    void aCancelledOneDoesNotFire() {
        TimerWheel wheel(start);
        Recorder recorder;
        wheel.schedule(recorder, start, 1s);
        QVERIFY(recorder.isScheduled());
        recorder.cancel();
        recorder.cancel();
        QVERIFY(!recorder.isScheduled());
        wheel.advance(start + 1min);
        QCOMPARE(recorder.fired, 0);
    }

    void oneThatIsDestroyedIsForgotten() {
        TimerWheel wheel(start);
        Recorder before;
        Recorder after;
        wheel.schedule(before, start, 1s);
        {
            Recorder gone;
            wheel.schedule(gone, start, 1s);
            wheel.schedule(after, start, 1s);
        }
        wheel.advance(start + 2s);
        QCOMPARE(before.fired, 1);
        QCOMPARE(after.fired, 1);
    }

    void aDeadlineMayOutliveTheWheel() {
        Recorder recorder;
        {
            TimerWheel wheel(start);
            wheel.schedule(recorder, start, 1s);
        }
        QVERIFY(!recorder.isScheduled());
    }

    void manyInOneSlotFireOnceEach() {
        TimerWheel wheel(start);
        std::vector<std::unique_ptr<Recorder>> recorders;
        for (int i = 0; i < 1000; ++i) {
            recorders.push_back(std::make_unique<Recorder>());
            wheel.schedule(*recorders.back(), start, 3s);
        }
        wheel.advance(start + 4s);
        for (const auto& recorder : recorders)
            QCOMPARE(recorder->fired, 1);
    }

    void mayScheduleItselfAgain() {
        TimerWheel wheel(start);
        SteadyTime now = start;
        Recorder* self = nullptr;
        Recorder recorder([&] { wheel.schedule(*self, now, 1s); });
        self = &recorder;
        wheel.schedule(recorder, now, 1s);
        for (; now <= start + 11s; now += 10ms)
            wheel.advance(now);
        QVERIFY(recorder.fired >= 9 && recorder.fired <= 10);
        QVERIFY(recorder.isScheduled());
    }

    // For a whole round of the wheel later: the same slot, which is being fired.
    void mayScheduleIntoItsOwnSlot() {
        TimerWheel wheel(start);
        Recorder* self = nullptr;
        Recorder recorder([&] { wheel.schedule(*self, start + 1100ms, 51'200ms - 1ms); });
        self = &recorder;
        wheel.schedule(recorder, start, 1s);
        wheel.advance(start + 1100ms);
        QCOMPARE(recorder.fired, 1);
    }

    void mayCancelAndDestroyOthersThatAreDue() {
        TimerWheel wheel(start);
        auto destroyed = std::make_unique<Recorder>();
        Recorder cancelled;
        Recorder first([&] {
            cancelled.cancel();
            destroyed.reset();
        });
        Recorder last;
        wheel.schedule(first, start, 1s);
        wheel.schedule(cancelled, start, 1s);
        wheel.schedule(*destroyed, start, 1s);
        wheel.schedule(last, start, 1s);
        wheel.advance(start + 2s);
        QCOMPARE(first.fired, 1);
        QCOMPARE(cancelled.fired, 0);
        QCOMPARE(last.fired, 1);
    }

    void aLongPauseLosesNothing() {
        TimerWheel wheel(start);
        std::vector<std::unique_ptr<Recorder>> recorders;
        for (int i = 1; i <= 600; ++i) {
            recorders.push_back(std::make_unique<Recorder>());
            wheel.schedule(*recorders.back(), start, i * 1s);
        }
        wheel.advance(start + 300s + TimerWheel::tick);
        for (int i = 1; i <= 600; ++i)
            QCOMPARE(recorders[static_cast<std::size_t>(i - 1)]->fired, i <= 300 ? 1 : 0);
    }

    void timeThatDoesNotMoveFiresNothingTwice() {
        TimerWheel wheel(start);
        Recorder recorder;
        wheel.schedule(recorder, start, 0s);
        for (int i = 0; i < 3; ++i)
            wheel.advance(start + 1s);
        wheel.advance(start);
        QCOMPARE(recorder.fired, 1);
    }

    void saysNothingToWaitForWhenEmpty() {
        TimerWheel wheel(start);
        QVERIFY(!wheel.untilNext(start).has_value());
        Recorder recorder;
        wheel.schedule(recorder, start, 1s);
        QVERIFY(wheel.untilNext(start).has_value());
        recorder.cancel();
        QVERIFY(!wheel.untilNext(start).has_value());
    }

    // An owner that sleeps as long as untilNext() says, and no shorter, fires all in time.
    void sleepingAsLongAsItSaysIsEnough() {
        std::mt19937 random(7); // NOLINT(cert-msc51-cpp): repeatable on purpose
        TimerWheel wheel(start);
        std::vector<std::pair<std::unique_ptr<Recorder>, SteadyTime>> recorders;
        for (int i = 0; i < 200; ++i) {
            const std::chrono::milliseconds delay(random() % 120'000);
            recorders.emplace_back(std::make_unique<Recorder>(), start + delay);
            wheel.schedule(*recorders.back().first, start, delay);
        }
        SteadyTime now = start;
        int wakeUps = 0;
        while (const auto wait = wheel.untilNext(now)) {
            now += *wait;
            wheel.advance(now);
            for (const auto& [recorder, due] : recorders)
                QCOMPARE(recorder->fired, now > due + TimerWheel::tick ? 1 : recorder->fired);
            QVERIFY(++wakeUps < 2000);
        }
        for (const auto& [recorder, due] : recorders)
            QCOMPARE(recorder->fired, 1);
    }
};

QTEST_APPLESS_MAIN(TimerWheelTest)
#include "TimerWheelTest.moc"
