#include "net/SlotTable.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace {

struct Item {
    int number = 0;
};

using Table = chinwag::net::SlotTable<Item>;
using Name = std::pair<std::uint32_t, std::uint32_t>;

Name nameOf(const Table::Place& place) {
    return {place.slot, place.generation};
}

} // namespace

class SlotTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNothing() {
        const Table table;
        QCOMPARE(table.slotCount(), std::size_t{0});
        QVERIFY(table.find({}) == nullptr);
        QVERIFY(table.find({0, 1}) == nullptr);
        QVERIFY(table.find({0xFFFFFFFF, 0xFFFFFFFF}) == nullptr);
    }

    void findsWhatWasAdded() {
        Table table;
        std::array<Item, 3> items;
        std::array<Table::Place, 3> places;
        for (std::size_t i = 0; i < items.size(); ++i)
            places[i] = table.add(items[i]);
        QCOMPARE(table.slotCount(), items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            QVERIFY(places[i].generation != 0);
            QCOMPARE(table.find(places[i]), &items[i]);
            QCOMPARE(table.at(places[i].slot), &items[i]);
        }
        QVERIFY(table.find({places[0].slot, places[0].generation + 1}) == nullptr);
        QVERIFY(table.find({places[0].slot, 0}) == nullptr);
        QVERIFY(table.find({3, 1}) == nullptr);
    }

    void aStaleNameFindsNothing() {
        Table table;
        Item first;
        Item second;
        const auto stale = table.add(first);
        table.remove(stale);
        QVERIFY(table.find(stale) == nullptr);
        QVERIFY(table.at(stale.slot) == nullptr);
        const auto place = table.add(second);
        QCOMPARE(place.slot, stale.slot); // used again
        QVERIFY(place.generation != stale.generation);
        QVERIFY(table.find(stale) == nullptr);
        QCOMPARE(table.find(place), &second);
        QCOMPARE(table.slotCount(), std::size_t{1});
    }

    void removingAStaleNameHarmsNobody() {
        Table table;
        Item first;
        Item second;
        const auto stale = table.add(first);
        table.remove(stale);
        table.remove(stale);
        const auto place = table.add(second);
        table.remove(stale);
        table.remove({});
        table.remove({7, 1});
        QCOMPARE(table.find(place), &second);
        // Removed twice, it was not freed twice.
        Item third;
        QVERIFY(table.add(third).slot != place.slot);
    }

    void theSameItemMayHaveTwoPlaces() {
        Table table;
        Item item;
        const auto one = table.add(item);
        const auto other = table.add(item);
        table.remove(one);
        QVERIFY(table.find(one) == nullptr);
        QCOMPARE(table.find(other), &item);
    }

    /// Against a map that remembers everything: no name is given twice, no slot is wasted.
    void comingAndGoingAtRandom() {
        std::minstd_rand random(20260131); // NOLINT(cert-msc51-cpp): repeatable on purpose
        Table table;
        std::vector<Item> items(50);
        std::map<Name, Item*> open;
        std::set<Name> ever;
        std::size_t most = 0;
        for (int step = 0; step < 20'000; ++step) {
            if (open.size() < items.size() && (open.empty() || random() % 2 == 0)) {
                auto& item = items[random() % items.size()];
                const auto name = nameOf(table.add(item));
                QVERIFY(ever.insert(name).second);
                open[name] = &item;
            } else {
                const auto gone =
                    std::next(open.begin(), static_cast<std::ptrdiff_t>(random() % open.size()));
                table.remove({gone->first.first, gone->first.second});
                open.erase(gone);
            }
            most = std::max(most, open.size());
            QCOMPARE(table.slotCount(), most);
        }
        for (const auto& name : ever) {
            const auto found = open.find(name);
            QCOMPARE(table.find({name.first, name.second}), found == open.end() ? nullptr : found->second);
        }
        std::size_t taken = 0;
        for (std::size_t slot = 0; slot < table.slotCount(); ++slot)
            taken += table.at(slot) != nullptr ? 1U : 0U;
        QCOMPARE(taken, open.size());
    }
};

QTEST_APPLESS_MAIN(SlotTableTest)
#include "SlotTableTest.moc"
