#include "hub/HistoryRing.h"

#include <QTest>

#include <deque>
#include <memory>
#include <random>
#include <string>

using chinwag::hub::HistoryRing;
using chinwag::hub::Publication;
using chinwag::hub::PublicationRef;

namespace {

PublicationRef publication(std::uint64_t offset, std::size_t size = 10) {
    auto out = std::make_shared<Publication>();
    out->offset = offset;
    out->time = static_cast<std::int64_t>(offset) * 10;
    out->data.assign(size, 'f');
    return out;
}

HistoryRing filled(HistoryRing::Limits limits, std::uint64_t count) {
    HistoryRing ring(limits);
    for (std::uint64_t offset = 1; offset <= count; ++offset)
        ring.append(publication(offset));
    return ring;
}

QList<quint64> offsets(const std::vector<PublicationRef>& publications) {
    QList<quint64> out;
    for (const auto& one : publications)
        out += one->offset;
    return out;
}

} // namespace

class HistoryRingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // With room for five of the ten.
    void answersAllOrNothing_data() {
        QTest::addColumn<quint64>("since");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QList<quint64>>("expected");
        QTest::newRow("the latest") << quint64{10} << true << QList<quint64>{};
        QTest::newRow("one missed") << quint64{9} << true << QList<quint64>{10};
        QTest::newRow("all that is left") << quint64{5} << true << QList<quint64>{6, 7, 8, 9, 10};
        QTest::newRow("one too many") << quint64{4} << false << QList<quint64>{};
        QTest::newRow("from the beginning") << quint64{0} << false << QList<quint64>{};
    }

    void answersAllOrNothing() {
        QFETCH(quint64, since);
        QFETCH(bool, known);
        QFETCH(QList<quint64>, expected);
        const auto ring = filled({5, 10'000}, 10);
        std::vector<PublicationRef> out;
        QCOMPARE(ring.since(since, 10, out), known);
        QCOMPARE(offsets(out), expected);
        QCOMPARE(ring.size(), std::size_t{5});
        QCOMPARE(ring.bytes(), std::size_t{50});
    }

    void appendsToWhatIsThere() {
        const auto ring = filled({5, 10'000}, 3);
        std::vector<PublicationRef> out{publication(99)};
        QVERIFY(ring.since(1, 3, out));
        const QList<quint64> expected{99, 2, 3};
        QCOMPARE(offsets(out), expected);
    }

    void anEmptyOneMissesNothingFromTheBeginning() {
        const HistoryRing ring({5, 100});
        std::vector<PublicationRef> out;
        QVERIFY(ring.since(0, 0, out));
        QVERIFY(!ring.since(1, 0, out));
        QVERIFY(out.empty());
    }

    void bytesAreALimitToo() {
        auto ring = filled({100, 35}, 10);
        QCOMPARE(ring.size(), std::size_t{3});
        ring.append(publication(11, 30));
        QCOMPARE(ring.size(), std::size_t{1});
        QCOMPARE(ring.bytes(), std::size_t{30});
    }

    void theNewestIsKeptHoweverLarge() {
        auto ring = filled({100, 35}, 3);
        ring.append(publication(4, 1000));
        std::vector<PublicationRef> out;
        QVERIFY(ring.since(3, 4, out));
        QCOMPARE(offsets(out), QList<quint64>{4});
        ring.append(publication(5, 10));
        QCOMPARE(ring.size(), std::size_t{1});
        QCOMPARE(ring.bytes(), std::size_t{10});
    }

    // What was there and is too old is missed by whoever has not seen it, and by nobody else.
    void whatIsTooOldIsGone() {
        auto ring = filled({5, 10'000}, 4); // at the times 10, 20, 30, 40
        ring.dropOlderThan(30);
        QCOMPARE(ring.size(), std::size_t{2});
        std::vector<PublicationRef> out;
        QVERIFY(!ring.since(1, 4, out));
        QVERIFY(ring.since(2, 4, out));
        QCOMPARE(offsets(out), (QList<quint64>{3, 4}));
        ring.dropOlderThan(41);
        QCOMPARE(ring.size(), std::size_t{0});
        QCOMPARE(ring.bytes(), std::size_t{0});
        QVERIFY(!ring.since(3, 4, out));
        QVERIFY(ring.since(4, 4, out));
        QVERIFY(!ring.since(5, 4, out));
    }

    void keepsNothingWithoutRoom() {
        const auto ring = filled({0, 10'000}, 4);
        QCOMPARE(ring.size(), std::size_t{0});
    }

    void letsGoOfWhatItDrops() {
        const auto watched = publication(1);
        HistoryRing ring({1, 100});
        ring.append(watched);
        QCOMPARE(watched.use_count(), 2L);
        ring.append(publication(2));
        QCOMPARE(watched.use_count(), 1L);
    }

    void behavesAsASimpleQueueDoes() {
        std::mt19937 random(3); // NOLINT(cert-msc51-cpp): repeatable on purpose
        constexpr HistoryRing::Limits limits{37, 1000};
        HistoryRing ring(limits);
        std::deque<PublicationRef> model;
        std::size_t bytes = 0;
        for (std::uint64_t offset = 1; offset <= 5000; ++offset) {
            const auto one = publication(offset, 1 + random() % 80);
            ring.append(one);
            model.push_back(one);
            bytes += one->bytes();
            while (model.size() > limits.publications || (bytes > limits.bytes && model.size() > 1)) {
                bytes -= model.front()->bytes();
                model.pop_front();
            }
            QCOMPARE(ring.size(), model.size());
            QCOMPARE(ring.bytes(), bytes);
            std::vector<PublicationRef> out;
            QVERIFY(ring.since(model.front()->offset - 1, offset, out));
            QVERIFY(std::equal(out.begin(), out.end(), model.begin(), model.end()));
        }
    }
};

QTEST_APPLESS_MAIN(HistoryRingTest)
#include "HistoryRingTest.moc"
