#include "http/ConnectionPageRequest.h"
#include "Bytes.h"

#include <QTest>

#include <limits>
#include <string>
#include <vector>

using namespace chinwag::http;
using chinwag::protocol::ConnectionColumn;
using chinwag::test::bytes;
using chinwag::test::view;

Q_DECLARE_METATYPE(chinwag::protocol::ConnectionColumn)

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// What is asked for, as text that rows can be compared by.
QByteArray describe(const ConnectionPageRequest& page) {
    QByteArray out = "sort " + QByteArray(page.query.descending ? "-" : "") + bytes(name(page.query.sort));
    if (!page.list.empty())
        out += ", list " + QByteArray::fromStdString(page.list);
    out += ", " + QByteArray::number(page.offset) + "+" + QByteArray::number(page.limit);
    if (!page.query.anywhere.empty())
        out += ", q " + QByteArray::fromStdString(page.query.anywhere);
    for (const auto& filter : page.query.texts)
        out += ", " + bytes(name(filter.column)) + " has " + QByteArray::fromStdString(filter.text);
    for (const auto& filter : page.query.ranges) {
        out += ", " + bytes(name(filter.column)) + " in ";
        out += filter.min == -infinity ? QByteArray("..") : QByteArray::number(filter.min, 'f', 3) + "..";
        out += filter.max == infinity ? QByteArray() : QByteArray::number(filter.max, 'f', 3);
    }
    return out;
}

std::string filteredByRange(const std::string& column) {
    return "'" + column + "' is filtered by '" + column + ".min'";
}

} // namespace

class ConnectionPageRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("means");
        const auto row = [](const char* query, const char* means) {
            QTest::addRow("'%s'", query) << QByteArray(query) << QByteArray(means);
        };
        row("", "sort connected_at, 0+100");
        row("&", "sort connected_at, 0+100");
        row("limit=1", "sort connected_at, 0+1");
        row("limit=500", "sort connected_at, 0+500");
        row("limit=007", "sort connected_at, 0+7");
        row("offset=0", "sort connected_at, 0+100");
        row("offset=5000&limit=10", "sort connected_at, 5000+10");
        row("sort=nick", "sort nick, 0+100");
        row("sort=-messages_in", "sort -messages_in, 0+100");
        row("sort=%2Did", "sort -id, 0+100");
        row("q=AlIce", "sort connected_at, 0+100, q alice");
        row("q=", "sort connected_at, 0+100");
        row("q=a+b%26c", "sort connected_at, 0+100, q a b&c");
        row("q=%C3%84", "sort connected_at, 0+100, q \xC3\x84");
        row("nick=Bob", "sort connected_at, 0+100, nick has bob");
        row("address=192.", "sort connected_at, 0+100, address has 192.");
        row("dialect=plain&room=LOBBY", "sort connected_at, 0+100, dialect has plain, room has lobby");
        row("tls=true", "sort connected_at, 0+100, tls in 1.000..1.000");
        row("tls=false", "sort connected_at, 0+100, tls in 0.000..0.000");
        row("idle.min=1.5", "sort connected_at, 0+100, idle in 1.500..");
        row("idle.max=2", "sort connected_at, 0+100, idle in ..2.000");
        row("rtt.min=1&rtt.max=2", "sort connected_at, 0+100, rtt in 1.000.., rtt in ..2.000");
        row("messages_in.min=1e3", "sort connected_at, 0+100, messages_in in 1000.000..");
        row("messages_out.min=-1", "sort connected_at, 0+100, messages_out in -1.000..");
        row("bytes_in.max=0", "sort connected_at, 0+100, bytes_in in ..0.000");
        row("bytes_out.min=5000000000", "sort connected_at, 0+100, bytes_out in 5000000000.000..");
        row("queue_bytes.min=.5", "sort connected_at, 0+100, queue_bytes in 0.500..");
        row("sort=-bytes_out_rate&drops.min=1", "sort -bytes_out_rate, 0+100, drops in 1.000..");
        row("sort=rtt_worst&last_error=Denied", "sort rtt_worst, 0+100, last_error has denied");
        row("connected_at.min=2026-01-31T12:00:00Z",
            "sort connected_at, 0+100, connected_at in 1769860800.000..");
        row("connected_at.max=2026-01-31T12:00:00.250Z",
            "sort connected_at, 0+100, connected_at in ..1769860800.250");
        row("connected_at.min=2026-01-31T13:00:00%2B01:00",
            "sort connected_at, 0+100, connected_at in 1769860800.000..");
        row("list=f3a9", "sort connected_at, list f3a9, 0+100");
        row("list=f3a9&offset=7&limit=2", "sort connected_at, list f3a9, 7+2");
        row("cursor=f3a9.300", "sort connected_at, list f3a9, 300+100");
        row("limit=2&cursor=f3a9.0", "sort connected_at, list f3a9, 0+2");
        row("cursor=a.b.3", "sort connected_at, list a.b, 3+100");
        row("sort=-rtt&q=x&room=y&tls=true&limit=3&offset=4",
            "sort -rtt, 4+3, q x, room has y, tls in 1.000..1.000");
    }

    void reads() {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, means);
        const auto read = readConnectionPageRequest(view(query));
        const auto* const fault = std::get_if<std::string>(&read);
        QVERIFY2(fault == nullptr, fault != nullptr ? fault->c_str() : "");
        QCOMPARE(describe(std::get<ConnectionPageRequest>(read)), means);
    }

    void sortsByEveryColumn() {
        for (std::size_t i = 0; i < chinwag::protocol::connectionColumnCount; ++i) {
            const auto column = static_cast<ConnectionColumn>(i);
            const auto read = readConnectionPageRequest("sort=-" + std::string(name(column)));
            QVERIFY(std::holds_alternative<ConnectionPageRequest>(read));
            QVERIFY(std::get<ConnectionPageRequest>(read).query.sort == column);
            QVERIFY(std::get<ConnectionPageRequest>(read).query.descending);
        }
    }

    void pagingFaults_data() {
        addFaultColumns();
        for (const char* limit : {"limit", "limit=", "limit=0", "limit=501", "limit=-1", "limit=1.5",
                                  "limit=ten", "limit=+1", "limit=%201", "limit=1%20", "limit=0x10",
                                  "limit=1e2", "limit=99999999999999999999", "limit=1%00"})
            addFault(limit, "'limit' must be a whole number from 1 to 500");
        for (const char* offset : {"offset", "offset=", "offset=-1", "offset=1.5", "offset=x", "offset=+1",
                                   "offset=18446744073709551616"})
            addFault(offset, "'offset' must be a whole number");
        addFault("list", "'list' must not be empty");
        addFault("list=", "'list' must not be empty");
        addFault("cursor=", "'cursor' must not be empty");
        for (const char* cursor : {"cursor=f3a9", "cursor=f3a9.", "cursor=.5", "cursor=.", "cursor=f3a9.x",
                                   "cursor=f3a9.-1", "cursor=f3a9.1.5x"})
            addFault(cursor, "'cursor' must be the next_cursor");
        for (const char* sort : {"sort", "sort=", "sort=-", "sort=--nick", "sort=%2Bnick", "sort=+nick",
                                 "sort=Nick", "sort=rtt_ms", "sort=nick,room", "sort=nick-"})
            addFault(sort,
                     "'sort' must be one of id, user, client, nick, address, dialect, room, device, tls, "
                     "connected_at, idle, rtt, rtt_mean, rtt_worst, messages_in, messages_out, bytes_in, "
                     "bytes_out, queue_bytes, messages_in_rate, messages_out_rate, bytes_in_rate, "
                     "bytes_out_rate, drops, last_error");
    }

    void pagingFaults() { checkFault(); }

    void filterFaults_data() {
        addFaultColumns();
        for (const char* tls : {"tls", "tls=", "tls=1", "tls=True", "tls=yes"})
            addFault(tls, "'tls' must be true or false");
        for (const char* number :
             {"idle.min=", "idle.min", "idle.min=x", "idle.min=1s", "idle.min=1,5", "idle.min=nan",
              "idle.min=inf", "idle.min=-inf", "idle.min=1e999", "idle.min=0x1"})
            addFault(number, "'idle.min' must be a number");
        for (const std::string& column : std::vector<std::string>{"rtt", "messages_in", "messages_out",
                                                                  "bytes_in", "bytes_out", "queue_bytes"})
            addFault(column + ".max=x", "'" + column + ".max' must be a number");
        for (const std::string& time :
             std::vector<std::string>{"", "x", "12:00:00Z", "2026-01-31", "2026-01-31T12:00:00",
                                      "2026-02-31T12:00:00Z", "1769860800", "2026-01-31T12:00:00+01:00"})
            addFault("connected_at.min=" + time, "'connected_at.min' must be a time with its offset");
        addFault("connected_at.max=x", "'connected_at.max' must be a time");
        for (const std::string& column :
             std::vector<std::string>{"connected_at", "idle", "rtt", "messages_in", "messages_out",
                                      "bytes_in", "bytes_out", "queue_bytes"})
            addFault(column + "=1", filteredByRange(column));
        for (const std::string& column :
             std::vector<std::string>{"user", "client", "nick", "address", "dialect", "room", "tls"})
            addFault(column + ".min=1", "'" + column + "' has no range");
        for (const std::string& name :
             std::vector<std::string>{"id", "id.min", "page", "Limit", "Q", "nick+", "nick.", "nick.mid",
                                      ".min", "min", "rtt_ms.min", "idle_seconds.max", "idle.MIN"})
            addFault(name + "=1", "no parameter '" + name.substr(0, name.find('+')));
        addFault("=1", "no parameter ''");
    }

    void filterFaults() { checkFault(); }

    void contradictions_data() {
        addFaultColumns();
        addFault("limit=1&limit=1", "'limit' is given more than once");
        addFault("nick=a&nick=b", "'nick' is given more than once");
        addFault("q=a&%71=b", "'q' is given more than once");
        addFault("idle.min=1&idle.min=2", "'idle.min' is given more than once");
        for (const char* both : {"list=a&sort=nick", "sort=nick&list=a", "list=a&q=", "cursor=a.1&tls=true",
                                 "idle.min=1&cursor=a.1"})
            addFault(both, "a list has its order and filters");
        for (const char* both :
             {"cursor=a.1&list=a", "list=a&cursor=a.1", "cursor=a.1&offset=1", "offset=1&cursor=a.1"})
            addFault(both, "a cursor says which list");
        for (const char* malformed : {"q=%", "q=%ff", "%zz=1", "limit=1&q=%4"})
            addFault(malformed, "not valid percent-encoded UTF-8");
    }

    void contradictions() { checkFault(); }

    void cursorsAreReadBack() {
        const auto read = readConnectionPageRequest("cursor=" + makeCursor("f3a9", 1'234'567));
        QVERIFY(std::holds_alternative<ConnectionPageRequest>(read));
        QCOMPARE(std::get<ConnectionPageRequest>(read).list, std::string("f3a9"));
        QCOMPARE(std::get<ConnectionPageRequest>(read).offset, std::size_t{1'234'567});
    }

private:
    static void addFaultColumns() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("says");
    }

    static void addFault(const std::string& query, const std::string& says) {
        QTest::addRow("'%s'", query.c_str()) << bytes(query) << bytes(says);
    }

    static void checkFault() {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, says);
        const auto read = readConnectionPageRequest(view(query));
        QVERIFY(std::holds_alternative<std::string>(read));
        const auto fault = bytes(std::get<std::string>(read));
        QVERIFY2(fault.contains(says), fault);
    }
};

QTEST_APPLESS_MAIN(ConnectionPageRequestTest)
#include "ConnectionPageRequestTest.moc"
