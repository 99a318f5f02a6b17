#include "http/ConnectionLists.h"

#include <QTest>

#include <set>
#include <string>
#include <vector>

using chinwag::http::ConnectionLists;
using chinwag::protocol::ConnectionId;
using namespace std::chrono_literals;

namespace {

const ConnectionLists::Time start{std::chrono::hours(1)};

chinwag::protocol::ConnectionListing listing(std::uint32_t slot) {
    return {{{0, slot, 1}, {0, slot + 1, 1}}, 10};
}

} // namespace

/// Every time is passed in: nothing here depends on how long it takes.
class ConnectionListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAList() {
        ConnectionLists lists;
        const auto name = lists.keep("session", listing(5), start).name;
        const auto* const found = lists.find(name, "session", start);
        QVERIFY(found != nullptr);
        QCOMPARE(found->name, name);
        QCOMPARE(found->open, std::size_t{10});
        QVERIFY(found->ids == (std::vector<ConnectionId>{{0, 5, 1}, {0, 6, 1}}));
    }

    void keepsAnEmptyListToo() {
        ConnectionLists lists;
        const auto name = lists.keep("session", {}, start).name;
        const auto* const found = lists.find(name, "session", start);
        QVERIFY(found != nullptr && found->ids.empty());
    }

    void othersAreNotFound() {
        ConnectionLists lists;
        QVERIFY(lists.find("", "", start) == nullptr);
        const auto name = lists.keep("session", listing(0), start).name;
        QVERIFY(lists.find(name, "another session", start) == nullptr);
        QVERIFY(lists.find(name, "", start) == nullptr);
        QVERIFY(lists.find("", "session", start) == nullptr);
        QVERIFY(lists.find(name + "0", "session", start) == nullptr);
        QVERIFY(lists.find("session", name, start) == nullptr);
        QVERIFY(lists.find(name, "session", start) != nullptr);
    }

    void namesDiffer() {
        std::set<std::string> names;
        ConnectionLists lists;
        for (int i = 0; i < 1'000; ++i) {
            const auto& name = lists.keep("session", {}, start).name;
            QVERIFY(!name.empty());
            names.insert(name);
        }
        QCOMPARE(names.size(), std::size_t{1'000});
    }

    void isForgottenAMinuteAfterItsLastUse() {
        ConnectionLists lists;
        const auto name = lists.keep("session", listing(0), start).name;
        auto now = start;
        for (int i = 0; i < 10; ++i) {
            now += 60s;
            QVERIFY(lists.find(name, "session", now) != nullptr);
        }
        now += 60s + 1ms;
        QVERIFY(lists.find(name, "session", now) == nullptr);
        QVERIFY(lists.find(name, "session", start) == nullptr); // it is gone and not just hidden
    }

    void somebodyElsesLookIsNoUse() {
        ConnectionLists lists;
        const auto name = lists.keep("session", listing(0), start).name;
        QVERIFY(lists.find(name, "another session", start + 40s) == nullptr);
        QVERIFY(lists.find(name, "session", start + 61s) == nullptr);
    }

    void useOfOneDoesNotProlongAnother() {
        ConnectionLists lists;
        const auto used = lists.keep("session", listing(0), start).name;
        const auto unused = lists.keep("session", listing(2), start).name;
        QVERIFY(lists.find(used, "session", start + 40s) != nullptr);
        QVERIFY(lists.find(unused, "session", start + 61s) == nullptr);
        QVERIFY(lists.find(used, "session", start + 61s) != nullptr);
    }

    void aSessionsFifthReplacesItsLongestUnused() {
        ConnectionLists lists;
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < ConnectionLists::maxPerSession; ++i)
            names.push_back(lists.keep("session", listing(i), start + std::chrono::seconds(i)).name);
        const auto other = lists.keep("another session", listing(50), start).name;
        QVERIFY(lists.find(names[0], "session", start + 5s) != nullptr); // so it is not the first to go
        const auto fifth = lists.keep("session", listing(60), start + 6s).name;
        QVERIFY(lists.find(names[1], "session", start + 7s) == nullptr);
        for (const auto& kept : {names[0], names[2], names[3], fifth})
            QVERIFY(lists.find(kept, "session", start + 7s) != nullptr);
        QVERIFY(lists.find(other, "another session", start + 7s) != nullptr);
    }

    void manySessionsDoNotTakeFromOneAnother() {
        ConnectionLists lists;
        const auto name = lists.keep("session", listing(0), start).name;
        for (int i = 0; i < 100; ++i)
            lists.keep("session" + std::to_string(i), listing(0), start);
        QVERIFY(lists.find(name, "session", start) != nullptr);
    }
};

QTEST_APPLESS_MAIN(ConnectionListsTest)
#include "ConnectionListsTest.moc"
