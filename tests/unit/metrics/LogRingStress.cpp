// Many threads log while others read: a page has no gap and is in order, and the newest is there in the end.
#include "Check.h"
#include "metrics/LogRing.h"

#include <cstddef>
#include <string>
#include <thread>
#include <vector>

using chinwag::metrics::LogQuery;
using chinwag::metrics::LogRing;
using chinwag::metrics::LogSeverity;
using chinwag::test::check;

namespace {

constexpr std::size_t writers = 4;
constexpr std::size_t readers = 2;
constexpr std::size_t entriesEach = 5'000;
constexpr std::size_t readsEach = 200;

void write(LogRing& ring) {
    for (std::size_t i = 0; i < entriesEach; ++i)
        ring.add({0, {}, LogSeverity::Info, "chinwag.stress", std::string(i % 700, 'x')});
}

void read(const LogRing& ring) {
    LogQuery query;
    query.limit = 300;
    for (std::size_t i = 0; i < readsEach; ++i) {
        const auto page = ring.find(query);
        for (std::size_t place = 1; place < page.entries.size(); ++place)
            check(page.entries[place].seq + 1 == page.entries[place - 1].seq, "a page has no gap");
        query.before = page.next;
    }
}

} // namespace

int main() {
    LogRing ring;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < writers; ++i)
        threads.emplace_back([&ring] { write(ring); });
    for (std::size_t i = 0; i < readers; ++i)
        threads.emplace_back([&ring] { read(ring); });
    for (auto& thread : threads)
        thread.join();
    check(ring.find({}).entries.front().seq == writers * entriesEach, "nothing was left out");
    return 0;
}
