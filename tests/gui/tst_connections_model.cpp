// The table of connections against a server that is played by the test.
#include "api/ServerLink.h"
#include "models/ConnectionsModel.h"
#include "models/QueryText.h"
#include "support/FakeServer.h"
#include "support/Wait.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace chinwag;
using namespace chinwag::admin;
using chinwag::test::eventually;
using chinwag::test::FakeServer;

namespace {

/// A logged-in link and a model on it, checked at every step by Qt's model tester.
struct Bench {
    FakeServer server;
    ServerLink link;
    ConnectionsModel model{link.client()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy swaps{&model, &ConnectionsModel::swapped};

    bool begin(int connections) {
        server.connections = FakeServer::sampleConnections(connections);
        if (!server.listen())
            return false;
        model.setRefreshInterval(std::chrono::hours(1)); // by refresh() only
        link.setPollInterval(std::chrono::hours(1));
        link.connectTo({server.url(), server.operatorName, server.password, {}});
        if (!eventually([&] { return link.state() == ServerLink::State::Online; }))
            return false;
        model.setActive(true);
        return eventually([&] { return swaps.count() == 1; });
    }
    bool refresh() {
        const auto before = swaps.count();
        model.refresh();
        return eventually([&] { return swaps.count() > before; });
    }
    QString idAt(int row) const {
        const ConnectionInfo* const info = model.at(row);
        return info == nullptr ? QString() : info->id;
    }
};

} // namespace

class ConnectionsModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatIsLookedAtIsFetched() {
        Bench bench;
        QVERIFY(bench.begin(15000));
        QCOMPARE(bench.model.rowCount(), 15000);
        QCOMPARE(bench.model.open(), 15000);
        QVERIFY(bench.model.at(0) != nullptr);
        QVERIFY(bench.model.at(9000) == nullptr);
        QCOMPARE(bench.model.index(9000, 0).data().toString(), QStringLiteral("…"));
        QCOMPARE(bench.server.count(QStringLiteral("GET /connections")), 1);

        bench.model.setVisibleRows(9000, 9040);
        QVERIFY(eventually([&] { return bench.model.at(9020) != nullptr; }));
        QCOMPARE(bench.idAt(9020), bench.server.connections[9020].id);
        QVERIFY(bench.model.at(5000) == nullptr);
    }

    void theServerSortsAndFilters() {
        Bench bench;
        QVERIFY(bench.begin(1000));
        bench.model.sort(static_cast<int>(Column::MessagesIn), Qt::DescendingOrder);
        QVERIFY(eventually([&] { return bench.swaps.count() == 2; }));
        for (int row = 1; row < 100; ++row)
            QVERIFY(bench.model.at(row - 1)->messagesIn >= bench.model.at(row)->messagesIn);
        ConnectionQuery query = bench.model.query();
        query.text = QStringLiteral("katya");
        bench.model.setQuery(query);
        QVERIFY(eventually([&] { return bench.swaps.count() == 3; }));
        QVERIFY(bench.model.rowCount() > 0 && bench.model.rowCount() < 1000);
        QCOMPARE(bench.model.open(), 1000);
        QVERIFY(bench.model.at(0)->nick.startsWith(QStringLiteral("Katya")));
    }

    void theSelectionFollowsItsConnections() {
        Bench bench;
        QVERIFY(bench.begin(3000));
        QItemSelectionModel selection(&bench.model);
        bench.model.setChosenRows([&] {
            std::vector<int> rows;
            const auto indexes = selection.selectedRows();
            for (const QModelIndex& index : indexes)
                rows.push_back(index.row());
            return rows;
        });
        const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        QStringList chosen;
        for (const int row : {50, 51, 52, 150}) {
            selection.select(bench.model.index(row, 0), flags);
            chosen << bench.idAt(row);
        }
        selection.setCurrentIndex(bench.model.index(51, 2), QItemSelectionModel::NoUpdate);
        const QString current = bench.idAt(51);

        // 1,200 that were there before all others move everybody down, past the pages on the screen; and
        // one of the chosen has left.
        auto earlier = FakeServer::sampleConnections(1200);
        for (auto& info : earlier) {
            info.id.prepend(QStringLiteral("new-"));
            info.connectedAt = info.connectedAt.addDays(-2);
        }
        bench.server.connections += earlier;
        bench.server.connections.removeIf([&](const ConnectionInfo& info) { return info.id == chosen[3]; });
        chosen.removeLast();
        QVERIFY(bench.refresh());

        QCOMPARE(bench.model.rowCount(), 4199);
        QStringList now;
        const auto indexes = selection.selectedRows();
        for (const QModelIndex& index : indexes)
            now << bench.idAt(index.row());
        now.sort();
        chosen.sort();
        QCOMPARE(now, chosen);
        QCOMPARE(bench.idAt(selection.currentIndex().row()), current);
        QVERIFY(selection.currentIndex().row() >= 1200);
    }

    void theListShrinksAndGrows() {
        Bench bench;
        QVERIFY(bench.begin(500));
        const QPersistentModelIndex first(bench.model.index(0, 0));
        bench.server.connections.resize(10);
        QVERIFY(bench.refresh());
        QCOMPARE(bench.model.rowCount(), 10);
        QCOMPARE(first.row(), 0);
        bench.server.connections.clear();
        QVERIFY(bench.refresh());
        QCOMPARE(bench.model.rowCount(), 0);
        QVERIFY(!first.isValid());
        bench.server.connections = FakeServer::sampleConnections(700);
        QVERIFY(bench.refresh());
        QCOMPARE(bench.model.rowCount(), 700);
    }

    void aConnectionThatLeftIsGreyedUntilTheNextList() {
        Bench bench;
        QVERIFY(bench.begin(3000));
        const QString id = bench.server.connections[1000].id;
        bench.server.connections.removeAt(1000);
        bench.model.setVisibleRows(1000, 1020);
        QVERIFY(eventually([&] { return bench.model.at(1000) != nullptr; }));
        QCOMPARE(bench.idAt(1000), id);
        QVERIFY(bench.model.index(1000, 0).data(ConnectionsModel::GoneRole).toBool());
        QCOMPARE(bench.model.rowCount(), 3000);
        QVERIFY(bench.refresh());
        QCOMPARE(bench.model.rowCount(), 2999);
        QVERIFY(!bench.model.index(1000, 0).data(ConnectionsModel::GoneRole).toBool());

        bench.model.markGone(bench.idAt(1001));
        QVERIFY(bench.model.index(1001, 0).data(ConnectionsModel::GoneRole).toBool());
    }

    void aListThatHasRunOutIsMadeAgain() {
        Bench bench;
        QVERIFY(bench.begin(3000));
        bench.server.forgetLists();
        bench.model.setVisibleRows(2000, 2030);
        QVERIFY(eventually([&] { return bench.model.at(2010) != nullptr; }));
        QVERIFY(!bench.model.error());
    }

    void anErrorIsToldAndPasses() {
        Bench bench;
        QVERIFY(bench.begin(30));
        bench.server.answerAlways(QStringLiteral("/connections"),
                                  FakeServer::problem(500, QStringLiteral("The disk is full.")));
        bench.model.refresh();
        QVERIFY(eventually([&] { return bench.model.error().has_value(); }));
        QCOMPARE(bench.model.error()->message(), QStringLiteral("The disk is full."));
        QCOMPARE(bench.model.rowCount(), 30);
        bench.server.answerNormally(QStringLiteral("/connections"));
        QVERIFY(bench.refresh());
        QVERIFY(!bench.model.error());
    }

    void whatIsNoListIsAnError() {
        Bench bench;
        QVERIFY(bench.begin(5));
        bench.server.answerAlways(QStringLiteral("/connections"), {200, {{QStringLiteral("total"), 5}}, {}});
        bench.model.refresh();
        QVERIFY(eventually([&] { return bench.model.error().has_value(); }));
        QCOMPARE(bench.model.error()->kind, ApiError::Kind::Malformed);
    }

    void anEndedSessionIsRenewed() {
        Bench bench;
        QVERIFY(bench.begin(20));
        bench.server.forgetSessions();
        bench.model.refresh();
        QVERIFY(eventually([&] { return bench.server.count(QStringLiteral("POST /login")) == 2; }));
        QVERIFY(eventually([&] { return bench.server.count(QStringLiteral("GET /stats")) >= 2; }));
        QVERIFY(bench.refresh());
        QCOMPARE(bench.link.state(), ServerLink::State::Online);
        QVERIFY(!bench.model.error());
    }

    void conditionsAreReadFromText_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFinal");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("filters");
        QTest::addColumn<QString>("open");
        const auto row = [](const char* name, const char* typed, bool isFinal, const char* text,
                            const QStringList& filters, const char* open = "") {
            QTest::newRow(name) << QString::fromUtf8(typed) << isFinal << QString::fromUtf8(text) << filters
                                << QString::fromUtf8(open);
        };
        const auto is = [](const char* filter) { return QStringList{QLatin1String(filter)}; };
        row("nothing", "  ", false, "", {});
        row("words", " anna  bob ", false, "anna bob", {});
        row("a condition", "room:music ", false, "", is("room=music"));
        row("still being typed", "room:mu", false, "", {}, "room:mu");
        row("ended by Enter", "room:mu", true, "", is("room=mu"));
        row("with words", "anna room:music x", false, "anna x", is("room=music"));
        row("several", "room=music tls:no idle>5m ", false, "",
            {QStringLiteral("room=music"), QStringLiteral("tls=false"), QStringLiteral("idle.min=300")});
        row("in quotation marks", "nick:\"Anna B\"", true, "", is("nick=Anna B"));
        row("quotation marks that are open", "nick:\"Anna ", false, "", {}, "nick:\"Anna ");
        row("at most", "rtt<=250", true, "", is("rtt.max=250"));
        row("data with a unit", "queue>256k", true, "", is("queue_bytes.min=262144"));
        row("mebibytes", "bytes_in>2M", true, "", is("bytes_in.min=2097152"));
        row("hours", "idle>1.5h", true, "", is("idle.min=5400"));
        row("a fraction", "rtt>0.5", true, "", is("rtt.min=0.5"));
        row("capitals", "Room:Music", true, "", is("room=Music"));
        row("an address of many colons", "ip:2001:db8::1", true, "", is("address=2001:db8::1"));
        // What is none is looked for as it stands.
        row("no such column", "what:ever", true, "what:ever", {});
        row("no number", "idle>soon", true, "idle>soon", {});
        row("a number for a text", "room>5", true, "room>5", {});
        row("a text for a number", "idle:5", true, "idle:5", {});
        row("a unit of another kind", "rtt>5m", true, "rtt>5m", {});
        row("no value", "room:", true, "room:", {});
        row("neither yes nor no", "tls:maybe", true, "tls:maybe", {});
        row("an address with a port", "http://x", true, "http://x", {});
    }

    void conditionsAreReadFromText() {
        QFETCH(const QString, typed);
        QFETCH(const bool, isFinal);
        QFETCH(const QString, text);
        QFETCH(const QStringList, filters);
        QFETCH(const QString, open);
        const QueryText read = readQueryText(typed, isFinal);
        QCOMPARE(read.text, text);
        QCOMPARE(read.open, open);
        QStringList found;
        for (const ConnectionFilter& filter : read.filters)
            found << QString(filter.parameter() + u'=' + filter.value);
        QCOMPARE(found, filters);
    }

    void anAnswerToAnOldQuestionIsNotShown() {
        Bench bench;
        QVERIFY(bench.begin(100));
        bench.server.hold();
        bench.model.refresh();
        ConnectionQuery query = bench.model.query();
        query.text = QStringLiteral("nobody of this name");
        bench.model.setQuery(query);
        QVERIFY(eventually([&] { return bench.server.count(QStringLiteral("GET /connections")) == 3; }));
        QCOMPARE(bench.model.rowCount(), 100);
        bench.server.release();
        QVERIFY(eventually([&] { return bench.model.rowCount() == 0; }));
        QCOMPARE(bench.swaps.count(), 2);
    }
};

QTEST_MAIN(ConnectionsModelTest)
#include "tst_connections_model.moc"
