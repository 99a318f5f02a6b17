// What the console tells the desktop, seen by a notification service on a bus of its own, and what a click on
// it does.
#include "desktop/FakeNotifications.h"
#include "desktop/PrivateBus.h"
#include "support/Console.h"
#include "support/FakeServer.h"
#include "support/Wait.h"
#include "views/OverviewPage.h"
#include "views/TablePage.h"

#include <QAction>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace chinwag::admin;
using namespace chinwag::test;
using Metric = Alerts::Metric;

namespace {

struct Scene {
    FakeServer server;
    Console console;

    bool begin() {
        server.tables[QStringLiteral("/reports")] = {QStringLiteral("reports"), {}};
        if (!server.listen())
            return false;
        console.window.show();
        console.logIn(server.url().toString(), server.operatorName, server.password);
        // Nothing but what a test says is known from here on.
        console.window.link().setPollInterval(std::chrono::hours(1));
        return console.isIn(ServerLink::State::Online) &&
               eventually([&] { return console.window.connectDialog() == nullptr; });
    }
    QString label() { return console.window.link().endpoint().label(); }
    /// As many seconds as it takes to believe it.
    void samples(qint64 connections) {
        const auto parsed = Stats::parse(FakeServer::sampleStats());
        for (int i = 0; i < Alerts::patience; ++i) {
            Stats stats = *parsed.value;
            stats.time = stats.time.addSecs(++seconds_);
            stats.connections = connections;
            console.window.history().append(stats);
        }
    }

private:
    int seconds_ = 1;
};

} // namespace

class AdminNotificationsTest : public QObject {
    Q_OBJECT

    PrivateBus bus_;
    std::optional<FakeNotifications> service_;

    /// The last of those that are shown, when there have been `count` of them.
    std::optional<FakeNotifications::Shown> shown(qsizetype count) const {
        const bool isThere = eventually([&] { return service_->shown().size() == count; });
        return isThere ? std::optional(service_->shown().last()) : std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!bus_.address().isEmpty()); }

    void init() {
        service_.emplace(QStringList{QStringLiteral("actions"), QStringLiteral("body-markup")});
        QVERIFY(service_->appear(bus_.address()));
    }

    void cleanup() {
        service_->vanish();
        service_.reset();
    }

    void whatIsOverItsLimitIsTold() {
        Scene scene;
        QVERIFY(scene.begin());
        scene.console.window.alerts().setRule(Metric::Connections, {true, 100});
        scene.samples(100);
        scene.samples(250);
        const auto told = shown(1);
        QVERIFY(told);
        QCOMPARE(told->title, scene.label());
        QCOMPARE(told->body, QStringLiteral("Connections: 250, over the limit of 100."));
        QCOMPARE(told->hints.value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("chinwag-admin"));
        QCOMPARE(told->actions.value(0), QStringLiteral("default"));
        scene.samples(300); // it is no news
        scene.samples(10);
        QVERIFY(eventually([&] { return service_->closed() == QList<uint>{told->id}; }));
        QCOMPARE(service_->shown().size(), 1);
    }

    void aTextIsNoMarkup() {
        Scene scene;
        QVERIFY(scene.begin());
        const auto parsed = Stats::parse(FakeServer::sampleStats());
        for (int i = 1; i <= Alerts::patience; ++i) {
            Stats stats = *parsed.value;
            stats.time = stats.time.addSecs(i);
            stats.store = QStringLiteral("<b>full</b>");
            scene.console.window.history().append(stats);
        }
        const auto told = shown(1);
        QVERIFY(told);
        QVERIFY2(told->body.contains(QStringLiteral("&lt;b&gt;full&lt;/b&gt;")), qPrintable(told->body));
    }

    void aClickShowsWhatItIsAbout_data() {
        QTest::addColumn<bool>("ofReports");
        QTest::newRow("the overview") << false;
        QTest::newRow("the reports") << true;
    }

    void aClickShowsWhatItIsAbout() {
        QFETCH(const bool, ofReports);
        Scene scene;
        QVERIFY(scene.begin());
        MainWindow& window = scene.console.window;
        window.showPage(ConsolePages::Page::Audit);
        if (ofReports) {
            window.alerts().setRule(Metric::Reports, {true, 0});
            window.alerts().setOpenReports(3);
        } else {
            window.alerts().setRule(Metric::Connections, {true, 100});
        }
        scene.samples(250);
        const auto told = shown(1);
        QVERIFY(told);
        QCOMPARE(told->body, ofReports ? QStringLiteral("3 reports wait to be looked at.")
                                       : QStringLiteral("Connections: 250, over the limit of 100."));
        window.showMinimized();
        QVERIFY(window.isMinimized());
        Q_EMIT service_->ActivationToken(told->id, QStringLiteral("token-7"));
        Q_EMIT service_->ActionInvoked(told->id, QStringLiteral("default"));
        QVERIFY(eventually([&] { return !window.isMinimized() && window.isActiveWindow(); }));
        QCOMPARE(window.findChild<OverviewPage*>()->isVisible(), !ofReports);
        QCOMPARE(window.consolePages().table(ConsolePages::Page::Reports)->isVisible(), ofReports);
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("token-7"));
    }

    void aServerThatIsGoneIsToldUntilItIsBack() {
        Scene scene;
        QVERIFY(scene.begin());
        scene.server.goDown();
        scene.console.window.link().refresh();
        const auto told = shown(1);
        QVERIFY(told);
        QCOMPARE(told->title, scene.label());
        QCOMPARE(told->body, QStringLiteral("The server cannot be reached."));
        QVERIFY(scene.server.listenAgain());
        scene.console.window.link().retryNow();
        QVERIFY(eventually([&] { return service_->closed() == QList<uint>{told->id}; }));
    }

    void whoeverDoesNotWantToKnowIsNotTold() {
        Scene scene;
        QVERIFY(scene.begin());
        scene.console.window.alerts().setRule(Metric::Health, {false, 0});
        scene.server.goDown();
        scene.console.window.link().refresh();
        QVERIFY(scene.console.isIn(ServerLink::State::Lost));
        scene.console.window.alerts().setRule(Metric::Connections, {true, 100});
        scene.samples(250);
        // Calls arrive in order: there was none before this one.
        const auto told = shown(1);
        QVERIFY(told);
        QCOMPARE(told->body, QStringLiteral("Connections: 250, over the limit of 100."));
    }
};

QTEST_MAIN(AdminNotificationsTest)
#include "tst_admin_notifications.moc"
