#include "protocol/ConnectionQuery.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

using namespace chinwag::protocol;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(chinwag::protocol::ConnectionColumn)
Q_DECLARE_METATYPE(chinwag::protocol::ConnectionQuery)

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<ConnectionColumn> allColumns() {
    std::vector<ConnectionColumn> columns;
    for (std::size_t i = 0; i < connectionColumnCount; ++i)
        columns.push_back(static_cast<ConnectionColumn>(i));
    return columns;
}

// Every column has a value of its own, so that none can be taken for another.
ConnectionInfo makeInfo() {
    ConnectionInfo info;
    info.id = {1, 22, 333};
    info.user = "u-7";
    info.client = "js 5.3";
    info.nick = "Alice \xC3\x84";
    info.address = "192.0.2.7";
    info.dialect = "plain";
    info.room = "Lobby";
    info.device = "device-1";
    info.tls = true;
    info.connectedAt = std::chrono::system_clock::time_point(1'790'000'000'123ms + 999'999ns);
    info.idle = 1'500ms;
    info.roundTripMilliseconds = 0.75;
    info.roundTripMeanMilliseconds = 0.85;
    info.roundTripWorstMilliseconds = 0.95;
    info.messagesIn = 4;
    info.messagesOut = 5;
    info.bytesIn = 6;
    info.bytesOut = 5'000'000'000;
    info.queueBytes = 8;
    info.messagesInRate = 9;
    info.messagesOutRate = 11;
    info.bytesInRate = 12;
    info.bytesOutRate = 13;
    info.drops = 14;
    info.lastError = "permission denied";
    return info;
}

ConnectionQuery anywhere(const char* text) {
    ConnectionQuery query;
    query.anywhere = text;
    return query;
}

ConnectionQuery textFilter(ConnectionColumn column, const char* text) {
    ConnectionQuery query;
    query.texts.push_back({column, text});
    return query;
}

ConnectionQuery range(ConnectionColumn column, double min, double max) {
    ConnectionQuery query;
    query.ranges.push_back({column, min, max});
    return query;
}

std::vector<ConnectionId> sorted(const std::vector<ConnectionInfo>& infos, const ConnectionQuery& query) {
    std::vector<ConnectionKey> keys;
    keys.reserve(infos.size());
    for (const auto& info : infos)
        keys.push_back(makeConnectionKey(query, info));
    sortConnections(keys, query);
    std::vector<ConnectionId> ids;
    ids.reserve(keys.size());
    for (const auto& key : keys)
        ids.push_back(key.id);
    return ids;
}

} // namespace

class ConnectionQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsHaveNames() {
        for (const auto column : allColumns()) {
            QVERIFY(!name(column).empty());
            QVERIFY(connectionColumn(name(column)) == column);
        }
        for (const char* word : {"", "ID", "Nick", "nick ", "rtt_ms", "idle_seconds", "count", "messagesIn"})
            QVERIFY2(!connectionColumn(word), word);
    }

    void columnsHoldTextOrNumbers() {
        const auto info = makeInfo();
        for (const auto column : allColumns()) {
            const auto word = std::string(name(column));
            QVERIFY2(text(info, column).empty() != isText(column), word.c_str());
            QVERIFY2(number(info, column).has_value() != isText(column), word.c_str());
        }
    }

    void columnsTellTheirOwn() {
        const auto info = makeInfo();
        QCOMPARE(text(info, ConnectionColumn::Id), std::string("1-22-333"));
        QCOMPARE(text(info, ConnectionColumn::User), info.user);
        QCOMPARE(text(info, ConnectionColumn::Client), info.client);
        QCOMPARE(text(info, ConnectionColumn::Nick), info.nick);
        QCOMPARE(text(info, ConnectionColumn::Address), info.address);
        QCOMPARE(text(info, ConnectionColumn::Dialect), std::string("plain"));
        QCOMPARE(text(info, ConnectionColumn::Room), info.room);
        const std::array<std::pair<ConnectionColumn, double>, 9> numbers{{
            {ConnectionColumn::Tls, 1},
            {ConnectionColumn::ConnectedAt, 1'790'000'000.123},
            {ConnectionColumn::Idle, 1.5},
            {ConnectionColumn::RoundTrip, 0.75},
            {ConnectionColumn::MessagesIn, 4},
            {ConnectionColumn::MessagesOut, 5},
            {ConnectionColumn::BytesIn, 6},
            {ConnectionColumn::BytesOut, 5e9},
            {ConnectionColumn::QueueBytes, 8},
        }};
        for (const auto& [column, expected] : numbers)
            QVERIFY2(number(info, column) == expected, std::string(name(column)).c_str());
        auto other = info;
        other.tls = false;
        other.roundTripMilliseconds.reset();
        QVERIFY(number(other, ConnectionColumn::Tls) == 0.0);
        QVERIFY(!number(other, ConnectionColumn::RoundTrip));
    }

    void matches_data() {
        QTest::addColumn<ConnectionQuery>("query");
        QTest::addColumn<bool>("expected");
        using Column = ConnectionColumn;
        QTest::newRow("no filter") << ConnectionQuery() << true;
        QTest::newRow("anywhere: user") << anywhere("u-7") << true;
        QTest::newRow("anywhere: client") << anywhere("js 5") << true;
        QTest::newRow("anywhere: nick") << anywhere("lic") << true;
        QTest::newRow("anywhere: address") << anywhere("192.0") << true;
        QTest::newRow("anywhere: dialect") << anywhere("plain") << true;
        QTest::newRow("anywhere: room") << anywhere("lobby") << true;
        QTest::newRow("anywhere: id") << anywhere("22-3") << true;
        QTest::newRow("anywhere: nowhere") << anywhere("bob") << false;
        QTest::newRow("anywhere: in numbers it does not look") << anywhere("5000000000") << false;
        QTest::newRow("anywhere: not over two columns") << anywhere("alice \xC3\x84"
                                                                    "192")
                                                        << false;
        QTest::newRow("anywhere: umlauts as they are") << anywhere("\xC3\x84") << true;
        QTest::newRow("anywhere: umlauts have a case") << anywhere("\xC3\xA4") << false;
        QTest::newRow("text: contained") << textFilter(Column::Nick, "alice") << true;
        QTest::newRow("text: all of it and more") << textFilter(Column::Room, "lobby2") << false;
        QTest::newRow("text: of another column") << textFilter(Column::Room, "alice") << false;
        QTest::newRow("text: nothing is in everything") << textFilter(Column::Room, "") << true;
        QTest::newRow("range: around") << range(Column::Idle, 1, 2) << true;
        QTest::newRow("range: from its lower bound") << range(Column::Idle, 1.5, infinity) << true;
        QTest::newRow("range: to its upper bound") << range(Column::Idle, -infinity, 1.5) << true;
        QTest::newRow("range: below") << range(Column::Idle, 1.501, infinity) << false;
        QTest::newRow("range: above") << range(Column::Idle, -infinity, 1.499) << false;
        QTest::newRow("range: turned round") << range(Column::Idle, 2, 1) << false;
        QTest::newRow("range: more than 32 bits") << range(Column::BytesOut, 4.9e9, 5.1e9) << true;
        QTest::newRow("range: the millisecond of a time")
            << range(Column::ConnectedAt, 1'790'000'000.123, 1'790'000'000.123) << true;
        QTest::newRow("range: a millisecond later")
            << range(Column::ConnectedAt, 1'790'000'000.124, infinity) << false;
        QTest::newRow("range: a round trip") << range(Column::RoundTrip, 0.5, 1) << true;
        QTest::newRow("range: TLS") << range(Column::Tls, 1, 1) << true;
        QTest::newRow("range: no TLS") << range(Column::Tls, 0, 0) << false;
        auto all = anywhere("alice");
        all.texts = {{Column::Room, "lob"}, {Column::Dialect, "plain"}};
        all.ranges = {{Column::MessagesIn, 4, 4}, {Column::MessagesOut, 5, 5}};
        QTest::newRow("all hold") << all << true;
        auto oneText = all;
        oneText.texts[1].text = "binary";
        QTest::newRow("one text does not") << oneText << false;
        auto oneRange = all;
        oneRange.ranges[0].max = 3;
        QTest::newRow("one range does not") << oneRange << false;
        auto notAnywhere = all;
        notAnywhere.anywhere = "bob";
        QTest::newRow("anywhere does not") << notAnywhere << false;
    }

    void matches() {
        QFETCH(ConnectionQuery, query);
        QFETCH(bool, expected);
        QCOMPARE(chinwag::protocol::matches(query, makeInfo()), expected);
    }

    void anUnknownRoundTripIsWithinNoBounds() {
        auto info = makeInfo();
        info.roundTripMilliseconds.reset();
        const auto query = range(ConnectionColumn::RoundTrip, -infinity, infinity);
        QVERIFY(!chinwag::protocol::matches(query, info));
        info.roundTripMilliseconds = 0;
        QVERIFY(chinwag::protocol::matches(query, info));
    }

    void whoHasNoNickIsFoundByTheRest() {
        auto info = makeInfo();
        info.nick.clear();
        QVERIFY(chinwag::protocol::matches(anywhere("lobby"), info));
        QVERIFY(!chinwag::protocol::matches(textFilter(ConnectionColumn::Nick, "a"), info));
    }

    void looksAtItsColumnsOnly() {
        ConnectionQuery query;
        QCOMPARE(query.columns().count(), std::size_t{1}); // that it sorts by
        QVERIFY(query.columns().test(static_cast<std::size_t>(ConnectionColumn::ConnectedAt)));
        query.sort = ConnectionColumn::QueueBytes;
        query.texts.push_back({ConnectionColumn::Room, "a"});
        query.ranges.push_back({ConnectionColumn::Idle, 1, 2});
        for (const auto column : allColumns()) {
            const bool expected = column == ConnectionColumn::QueueBytes ||
                                  column == ConnectionColumn::Room || column == ConnectionColumn::Idle;
            QCOMPARE(query.columns().test(static_cast<std::size_t>(column)), expected);
        }
        query.anywhere = "a";
        for (const auto column : allColumns()) {
            if (isText(column))
                QVERIFY(query.columns().test(static_cast<std::size_t>(column)));
        }
    }

    void sorts_data() {
        QTest::addColumn<ConnectionColumn>("column");
        for (const auto column : allColumns())
            QTest::newRow(std::string(name(column)).c_str()) << column;
    }

    /// Of two that differ in the column, one comes first, and the other way round the other.
    void sorts() {
        QFETCH(ConnectionColumn, column);
        // Those of the lesser values have the greater ids, where it is not about these.
        auto lesser = makeInfo();
        lesser.id = {9, 9, 9};
        lesser.tls = false;
        auto greater = makeInfo();
        greater.id = {1, 1, 1};
        greater.user = "U-8";
        greater.client = "js 5.4";
        greater.nick = "BOB"; // compared without case, "Alice" is before it
        greater.address = "192.0.2.8";
        greater.dialect = "qlain";
        greater.room = "lobbz";
        greater.device = "device-2";
        greater.connectedAt += 1ms;
        greater.idle += 1ms;
        greater.roundTripMilliseconds = 0.76;
        greater.roundTripMeanMilliseconds = 0.86;
        greater.roundTripWorstMilliseconds = 0.96;
        greater.messagesIn = 10; // after 4, though not as text
        greater.messagesOut = 10;
        greater.bytesIn = 10;
        greater.bytesOut = 5'000'000'001;
        greater.queueBytes = 10;
        greater.messagesInRate = 10;
        greater.messagesOutRate = 12;
        greater.bytesInRate = 13;
        greater.bytesOutRate = 14;
        greater.drops = 15;
        greater.lastError = "Permission refused";
        if (column == ConnectionColumn::Id)
            std::swap(lesser.id, greater.id);
        ConnectionQuery query;
        query.sort = column;
        QVERIFY(sorted({greater, lesser}, query) == (std::vector{lesser.id, greater.id}));
        QVERIFY(sorted({lesser, greater}, query) == (std::vector{lesser.id, greater.id}));
        query.descending = true;
        QVERIFY(sorted({greater, lesser}, query) == (std::vector{greater.id, lesser.id}));
        QVERIFY(sorted({lesser, greater}, query) == (std::vector{greater.id, lesser.id}));
    }

    void tiesAreInTheOrderOfTheIds_data() { sorts_data(); }

    /// From whatever order they come, the result is the same: pages of two lists would fit otherwise.
    void tiesAreInTheOrderOfTheIds() {
        QFETCH(ConnectionColumn, column);
        std::vector<ConnectionId> ids{{0, 0, 1}, {0, 2, 7}, {0, 10, 1}, {0, 10, 2}, {1, 0, 1}};
        ConnectionQuery query;
        query.sort = column;
        auto order = ids;
        do {
            std::vector<ConnectionInfo> infos;
            for (const auto& id : order) {
                infos.push_back(makeInfo());
                infos.back().id = id;
            }
            query.descending = false;
            QVERIFY(sorted(infos, query) == ids);
            query.descending = true;
            QVERIFY(sorted(infos, query) == std::vector(ids.rbegin(), ids.rend()));
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void unknownRoundTripsComeBeforeAllKnownOnes() {
        auto known = makeInfo();
        known.roundTripMilliseconds = 0;
        auto unknown = makeInfo();
        unknown.id = {9, 9, 9};
        unknown.roundTripMilliseconds.reset();
        auto alsoUnknown = unknown;
        alsoUnknown.id = {9, 9, 10};
        ConnectionQuery query;
        query.sort = ConnectionColumn::RoundTrip;
        QVERIFY(sorted({alsoUnknown, known, unknown}, query) ==
                (std::vector{unknown.id, alsoUnknown.id, known.id}));
        query.descending = true;
        QVERIFY(sorted({alsoUnknown, known, unknown}, query) ==
                (std::vector{known.id, alsoUnknown.id, unknown.id}));
    }

    void whoHasNoNickComesFirst() {
        auto named = makeInfo();
        auto nameless = makeInfo();
        nameless.id = {9, 9, 9};
        nameless.nick.clear();
        ConnectionQuery query;
        query.sort = ConnectionColumn::Nick;
        QVERIFY(sorted({named, nameless}, query) == (std::vector{nameless.id, named.id}));
    }

    void lowersAsciiAlone() {
        QCOMPARE(lowered("AZ az 09 @[`{ \xC3\x84"), std::string("az az 09 @[`{ \xC3\x84"));
        QCOMPARE(lowered(std::string_view("A\0B", 3)), std::string("a\0b", 3));
        QCOMPARE(lowered(""), std::string());
    }
};

QTEST_APPLESS_MAIN(ConnectionQueryTest)
#include "ConnectionQueryTest.moc"
