#include "auth/ApiDoor.h"

#include <QTest>

#include <string>

using chinwag::auth::ApiDoor;
using chinwag::auth::ApiKeys;
using Outcome = chinwag::auth::ApiDoor::Outcome;
using namespace std::chrono_literals;

namespace {

constexpr const char* first = "first-key-of-an-application";
constexpr const char* second = "second-key-of-an-application";
constexpr const char* here = "192.0.2.1";
constexpr const char* there = "192.0.2.2";

} // namespace

/// Every time is passed in: nothing here depends on how long it takes.
class ApiDoorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhichKeyItIs() {
        const ApiKeys keys({first, second});
        QVERIFY(keys.find(first) == std::optional(std::size_t{0}));
        QVERIFY(keys.find(second) == std::optional(std::size_t{1}));
        QVERIFY(!keys.find(""));
        QVERIFY(!keys.find(std::string(first) + "x"));
        QVERIFY(!keys.find(std::string(first).substr(1)));
        QVERIFY(!ApiKeys().find(""));
    }

    void withoutKeysItIsShut() {
        ApiDoor door;
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::Off);
        QVERIFY(door.enter("", here, start_).outcome == Outcome::Off);
    }

    void letsInByKey() {
        ApiDoor door({ApiKeys({first, second}), 0});
        QVERIFY(door.enter(second, here, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter("something else", here, start_).outcome == Outcome::Wrong);
        QVERIFY(door.enter("", here, start_).outcome == Outcome::Wrong);
    }

    void aKeyHasItsRate() {
        ApiDoor door({ApiKeys({first, second}), 5});
        for (int i = 0; i < 5; ++i)
            QVERIFY(door.enter(first, here, start_).outcome == Outcome::Granted);
        const auto refused = door.enter(first, there, start_);
        QVERIFY(refused.outcome == Outcome::TooOften);
        QVERIFY(refused.retryAfter > 0ms && refused.retryAfter <= 201ms);
        QVERIFY(door.enter(second, here, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter(first, here, start_ + 201ms).outcome == Outcome::Granted);
        QVERIFY(door.enter(first, here, start_ + 202ms).outcome == Outcome::TooOften);
    }

    void aHighRateIsKeptToo() {
        constexpr int rate = 5'000;
        ApiDoor door({ApiKeys({first}), rate});
        for (int i = 0; i < rate; ++i)
            QVERIFY(door.enter(first, here, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::TooOften);
        for (int i = 0; i < 4; ++i)
            QVERIFY(door.enter(first, here, start_ + 1ms).outcome == Outcome::Granted);
    }

    void guessingIsSlow() {
        ApiDoor door({ApiKeys({first}), 0});
        int guesses = 0;
        while (door.enter("wrong", here, start_).outcome == Outcome::Wrong && guesses < 1'000)
            ++guesses;
        QCOMPARE(guesses, 20);
        // Nor is it told then whether one is right.
        const auto refused = door.enter(first, here, start_);
        QVERIFY(refused.outcome == Outcome::TooWrong);
        QVERIFY(refused.retryAfter > 0ms);
        QVERIFY(door.enter(first, there, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter(first, here, start_ + refused.retryAfter).outcome == Outcome::Granted);
    }

    void whoWasRightBeforeIsNotLockedOutByANeighbour() {
        ApiDoor door({ApiKeys({first, second}), 0});
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::Granted);
        for (int i = 0; i < 100; ++i)
            door.enter("wrong", here, start_);
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter(second, here, start_).outcome == Outcome::TooWrong);
    }

    void newRulesHoldAtOnce() {
        ApiDoor door({ApiKeys({first}), 1});
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::TooOften);
        door.setRules({ApiKeys({second}), 0});
        QVERIFY(door.enter(first, here, start_).outcome == Outcome::Wrong);
        QVERIFY(door.enter(second, here, start_).outcome == Outcome::Granted);
        QVERIFY(door.enter(second, here, start_).outcome == Outcome::Granted);
        door.setRules({});
        QVERIFY(door.enter(second, here, start_).outcome == Outcome::Off);
    }

private:
    const ApiDoor::Time start_{1h};
};

QTEST_APPLESS_MAIN(ApiDoorTest)
#include "ApiDoorTest.moc"
