// The console against a real server with real clients.
#include "models/ConnectionsModel.h"
#include "support/OperatedServer.h"
#include "support/Wait.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <csignal>

using namespace chinwag;
using namespace chinwag::admin;
using namespace chinwag::test;
using State = ServerLink::State;

namespace {

struct Scene : OperatedServer {
    bool begin() {
        if (!start() || !logIn())
            return false;
        console.window.connections().setRefreshInterval(std::chrono::milliseconds(100));
        console.window.showPage(MainWindow::Page::Connections);
        return true;
    }
    bool shows(const QString& nick) {
        return eventually([&] { return console.rowOf(nick) >= 0; });
    }
    bool counts(int rows) {
        return eventually([&] { return console.window.connections().rowCount() == rows; });
    }
};

} // namespace

class AdminEndToEndTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWrongPasswordIsToldInTheDialog() {
        Scene scene;
        QVERIFY(scene.start());
        scene.console.window.show();
        scene.console.logIn(scene.server.urls().value(0), Scene::operatorName,
                            QStringLiteral("not the password"));
        QVERIFY(scene.console.isIn(State::Refused));
        QCOMPARE(scene.console.window.link().error().status, 401);
        QVERIFY(!scene.console.connectMessage().isEmpty());
    }

    void somebodyComesAndIsKicked() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe mallory = scene.server.chatter("/ws/chat?room=lobby&nick=Mallory");
        WebSocketProbe bob = scene.server.chatter("/ws/chat?room=garden&nick=Bob");
        QVERIFY(scene.shows(QStringLiteral("Mallory")));
        QVERIFY(scene.shows(QStringLiteral("Bob")));
        QVERIFY(mallory.send(text("Mallory: buy this")));
        QCOMPARE(mallory.nextMessage(), textEvent("Mallory: buy this"));
        QVERIFY(eventually([&] {
            const int row = scene.console.rowOf(QStringLiteral("Mallory"));
            return row >= 0 && scene.console.window.connections().at(row)->messagesIn == 1;
        }));

        auto& view = scene.console.view();
        QVERIFY(scene.console.focusTable());
        view.selectRow(scene.console.rowOf(QStringLiteral("Mallory")));
        QTest::keyClick(&view, Qt::Key_Delete);
        KickDialog* const dialog = scene.console.window.kickDialog();
        QVERIFY(dialog != nullptr);
        QLineEdit* const reason = dialog->findChild<QComboBox*>()->lineEdit();
        QTest::keyClicks(reason, QStringLiteral("Spam"));
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(eventually([&] { return scene.console.window.kickDialog() == nullptr; }));

        const Event end = mallory.nextMessage();
        QCOMPARE(end.kind, Event::Kind::Close);
        QCOMPARE(end.code, 4500);
        QCOMPARE(end.payload, std::string("Spam"));
        QVERIFY(scene.counts(1));
        QCOMPARE(scene.console.window.connections().at(0)->nick, QStringLiteral("Bob"));
        QVERIFY(bob.send(text("Bob: still here")));
        QCOMPARE(bob.nextMessage(), textEvent("Bob: still here"));
    }

    void sortedAndFilteredByTheServer() {
        Scene scene;
        QVERIFY(scene.begin());
        std::vector<WebSocketProbe> chatters;
        for (const char* const target : {"/ws/chat?room=lobby&nick=Carol", "/ws/chat?room=garden&nick=Alice",
                                         "/ws/chat?room=garden&nick=Bob"})
            chatters.push_back(scene.server.chatter(target));
        QVERIFY(scene.counts(3));
        ConnectionsModel& model = scene.console.window.connections();
        scene.console.view().sortByColumn(static_cast<int>(Column::Nick), Qt::DescendingOrder);
        QVERIFY(eventually(
            [&] { return model.at(0) != nullptr && model.at(0)->nick == QStringLiteral("Carol"); }));
        scene.console.window.connectionsPage().addFilter(
            {Column::Room, ConnectionFilter::Kind::Contains, QStringLiteral("GARD")});
        QVERIFY(scene.counts(2));
        QCOMPARE(model.at(0)->nick, QStringLiteral("Bob"));
        QCOMPARE(model.at(1)->nick, QStringLiteral("Alice"));
        QCOMPARE(model.open(), 3);
    }

    void theServerIsStartedAgain() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe early = scene.server.chatter("/ws/chat?nick=Early");
        QVERIFY(scene.shows(QStringLiteral("Early")));
        // The console's own feed may be listed until it has said whose it is.
        QVERIFY(scene.counts(1));
        scene.server.kill();
        QVERIFY(scene.console.isIn(State::Lost));
        QVERIFY(!scene.console.window.connectionsPage().isEnabled());
        QCOMPARE(scene.console.window.connections().rowCount(), 1);
        QVERIFY(scene.server.restart());
        QVERIFY(scene.console.isIn(State::Online));
        QVERIFY(scene.counts(0));
        WebSocketProbe late = scene.server.chatter("/ws/chat?nick=Late");
        QVERIFY(scene.shows(QStringLiteral("Late")));
        QVERIFY(eventually([&] { return scene.console.window.history().latest()->connections >= 1; }));
    }

    void aLocalServerIsOneButtonAway() {
        const QTemporaryDir data;
        LocalServer local;
        local.setProgram(qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/chinwagd"));
        local.setDataDirectory(data.path());
        // The second time the operator is there already.
        for (int turn = 0; turn < 2; ++turn) {
            ServerLink link;
            local.start();
            QVERIFY(eventually([&] { return local.state() == LocalServer::State::Running; }));
            link.connectTo(local.endpoint());
            QVERIFY(eventually([&] { return link.state() == State::Online; }));
            local.stop();
            QVERIFY(eventually([&] { return local.state() == LocalServer::State::Stopped; }));
        }
    }

    void aLocalServerThatFailsSaysWhy() {
        LocalServer local;
        QString reason;
        QString output;
        connect(&local, &LocalServer::failed, this, [&](const QString& why, const QString& said) {
            reason = why;
            output = said;
        });
        local.setProgram(QStringLiteral("/nonexistent/chinwagd"));
        const QTemporaryDir data;
        local.setDataDirectory(data.path());
        local.start();
        QVERIFY(eventually([&] { return !reason.isEmpty(); }));
        QCOMPARE(local.state(), LocalServer::State::Stopped);
        reason.clear();
        local.setProgram(qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/chinwagd"));
        local.setDataDirectory(QStringLiteral("/proc/nothing"));
        local.start();
        QVERIFY(eventually([&] { return !reason.isEmpty(); }));
    }
};

QTEST_MAIN(AdminEndToEndTest)
#include "tst_admin_e2e.moc"
