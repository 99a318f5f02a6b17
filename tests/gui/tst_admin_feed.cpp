// What the console is told by the live feed of a real server, and what it does where there is none.
#include "models/Latency.h"
#include "models/TraceModel.h"
#include "support/FakeServer.h"
#include "support/OperatedServer.h"
#include "support/Wait.h"
#include "views/ConnectionsPage.h"
#include "views/DetailsPane.h"
#include "views/TablePage.h"
#include "views/TraceDialog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace chinwag;
using namespace chinwag::admin;
using namespace chinwag::test;
using State = ServerLink::State;

namespace {

struct Scene : OperatedServer {
    bool begin() {
        // Whatever is shown from now on has been told and not asked for.
        console.window.link().setPollInterval(std::chrono::hours(1));
        return start() && logIn();
    }
};

QJsonObject batch(int frames, int missed = 0) {
    QJsonArray all;
    for (int i = 0; i < frames; ++i)
        all.append(QJsonObject{{QStringLiteral("time"), QStringLiteral("2026-01-31T08:00:01.000Z")},
                               {QStringLiteral("direction"), QStringLiteral("in")},
                               {QStringLiteral("kind"), QStringLiteral("text")},
                               {QStringLiteral("size"), i}});
    return {{QStringLiteral("frames"), all}, {QStringLiteral("missed"), missed}};
}

} // namespace

class AdminFeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countersAreTold() {
        Scene scene;
        QVERIFY(scene.begin());
        const auto& samples = scene.console.window.history().samples();
        const auto before = samples.size();
        QVERIFY(eventually([&] { return samples.size() >= before + 2; }));
        WebSocketProbe bob = scene.server.chatter("/ws/chat?nick=Bob");
        QVERIFY(eventually([&] { return samples.constLast().connections >= 2; }));
    }

    void whatOperatorsDoIsToldToTheOpenPage() {
        Scene scene;
        QVERIFY(scene.begin());
        scene.console.window.showPage(ConsolePages::Page::Bans);
        auto& model = scene.console.window.consolePages().table(ConsolePages::Page::Bans)->model();
        QVERIFY(eventually([&] { return !model.isLoading(); }));
        QCOMPARE(model.rowCount(), 0);
        OperatorApi api(scene.server);
        QCOMPARE(api.logIn(Scene::operatorName.data(), Scene::password.data()).answer.status, 200);
        QCOMPARE(api.post("/admin/api/bans", {{QStringLiteral("target"), QStringLiteral("user")},
                                              {QStringLiteral("value"), QStringLiteral("mallory")},
                                              {QStringLiteral("reason"), QStringLiteral("spam")}})
                     .answer.status,
                 200);
        QVERIFY(eventually([&] { return model.rowCount() == 1; }));
    }

    void aServerThatIsGoneIsNoticed() {
        Scene scene;
        QVERIFY(scene.begin());
        scene.server.kill();
        QVERIFY(scene.console.isIn(State::Lost));
        QVERIFY(!scene.console.window.link().feed().isLive());
        QVERIFY(scene.server.restart());
        QVERIFY(scene.console.isIn(State::Online));
        QVERIFY(eventually([&] { return scene.console.window.link().feed().isLive(); }));
    }

    void withoutAFeedTheServerIsAsked() {
        FakeServer server;
        QVERIFY(server.listen());
        ServerLink link;
        link.setPollInterval(std::chrono::milliseconds(10));
        QSignalSpy stats(&link, &ServerLink::statsReceived);
        link.connectTo({server.url(), server.operatorName, server.password, {}});
        QVERIFY(eventually([&] { return stats.count() >= 5; }));
        QVERIFY(!link.feed().isLive());
        QCOMPARE(link.state(), State::Online);
    }

    void aConnectionIsTraced() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe bob = scene.server.chatter("/ws/chat?nick=Bob");
        scene.console.window.showPage(MainWindow::Page::Connections);
        auto& connections = scene.console.window.connections();
        QVERIFY(eventually([&] { return connections.rowCount() == 1 && connections.at(0) != nullptr; }));
        TraceDialog dialog(scene.console.window.link().client(), scene.console.window.link().feed(),
                           *connections.at(0));
        dialog.show();
        dialog.start();
        QVERIFY(eventually([&] { return dialog.isRunning(); }));
        QVERIFY(bob.send(text("Bob: Hello")));
        QCOMPARE(bob.nextMessage(), textEvent("Bob: Hello"));
        QVERIFY(eventually([&] { return dialog.model().rowCount() == 2; }));
        const auto cell = [&](int row, int column) {
            return dialog.model().index(row, column).data().toString();
        };
        QCOMPARE(cell(0, TraceModel::Kind), QStringLiteral("text"));
        QCOMPARE(cell(0, TraceModel::Text), QString());
        dialog.stop();
        QVERIFY(!dialog.isRunning());
        QVERIFY(bob.closeNormally());
    }

    void detailsAreOfThisSecond() {
        FakeServer server;
        server.connections = FakeServer::sampleConnections(3);
        QVERIFY(server.listen());
        Console console;
        console.window.show();
        console.logIn(server.url().toString(), server.operatorName, server.password);
        QVERIFY(console.isIn(State::Online));
        console.window.connections().setRefreshInterval(std::chrono::hours(1));
        console.window.showPage(MainWindow::Page::Connections);
        QVERIFY(eventually([&] { return console.window.connections().rowCount() == 3; }));
        auto& pane = console.window.connectionsPage().details();
        pane.show();
        console.view().selectRow(0);
        const QString id = console.window.connections().at(0)->id;
        for (auto& info : server.connections) {
            if (info.id == id) {
                info.messagesIn = 4711;
                info.drops = 3;
                info.lastError = QStringLiteral("permission denied");
            }
        }
        QVERIFY(eventually([&] { return pane.textOf(QStringLiteral("Messages in")) == u"4,711"; }));
        QCOMPARE(pane.textOf(QStringLiteral("Refused")), QStringLiteral("3"));
        QCOMPARE(pane.textOf(QStringLiteral("Last error")), QStringLiteral("permission denied"));
    }

    void theTraceIsATable() {
        TraceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(batch(3));
        QCOMPARE(model.rowCount(), 3);
        model.append(batch(TraceModel::mostFrames - 1, 7));
        QCOMPARE(model.rowCount(), int(TraceModel::mostFrames));
        QCOMPARE(model.missed(), 7);
        model.append(batch(TraceModel::mostFrames + 5));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.missed(), 0);
    }

    void latenciesOfAnInterval() {
        const QVector<double> bounds{0.001, 0.01};
        QVERIFY(!latencyBetween(bounds, {1, 2, 3}, {1, 2, 3})); // nothing has happened
        QVERIFY(!latencyBetween(bounds, {}, {1, 2, 3}));        // an older server before
        QVERIFY(!latencyBetween({}, {}, {}));
        const auto latency = latencyBetween(bounds, {1, 2, 3}, {101, 2, 3});
        QCOMPARE(latency->median, 0.5);
        QCOMPARE(latency->nearlyAll, 0.99);
        QCOMPARE(latencyBetween(bounds, {0, 0, 0}, {0, 0, 1})->median, 10.0);
    }
};

QTEST_MAIN(AdminFeedTest)
#include "tst_admin_feed.moc"
