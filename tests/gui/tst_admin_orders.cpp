// What operators order in the console, one or many at a time, and what it tells them by itself.
#include "models/ReasonTemplates.h"
#include "support/ListScene.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/AlertBanner.h"
#include "views/ModerationDesk.h"
#include "views/NavigationList.h"
#include "views/TablePage.h"
#include "views/UndoBar.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QPushButton>
#include <QTest>

using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;

class AdminOrdersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatStaysOverItsLimitIsAnAlert() {
        Console console;
        console.window.show();
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        console.window.alerts().setRule(Alerts::Metric::Connections, {true, 100});
        const auto feed = [&](qint64 connections, int times) {
            for (int i = 0; i < times; ++i) {
                stats.time = stats.time.addSecs(1);
                stats.connections = connections;
                console.window.history().append(stats);
            }
        };
        feed(101, Alerts::patience - 1);
        feed(100, 1);
        feed(101, Alerts::patience - 1);
        QVERIFY(console.window.alerts().raised().isEmpty());
        feed(5'000, 1);
        QCOMPARE(console.window.alerts().raised(), {Alerts::Metric::Connections});
        QVERIFY(console.window.alertBanner().text().contains(QStringLiteral("5,000")));
        feed(100, Alerts::patience);
        QVERIFY(console.window.alerts().raised().isEmpty());
        QCOMPARE(console.window.alertBanner().text(), QString());
    }

    void aServerThatIsNotWellIsAnAlert() {
        Console console;
        console.window.show();
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        const auto feed = [&] {
            for (int i = 0; i < Alerts::patience; ++i) {
                stats.time = stats.time.addSecs(1);
                console.window.history().append(stats);
            }
        };
        feed();
        QVERIFY(console.window.alerts().raised().isEmpty());
        stats.isReady = false;
        stats.store = QStringLiteral("the disk is full");
        feed();
        QCOMPARE(console.window.alerts().raised(), {Alerts::Metric::Health});
        QCOMPARE(console.window.alertBanner().text(),
                 QStringLiteral("The store cannot be written to: the disk is full."));
        stats.store = QStringLiteral("writable");
        feed();
        QVERIFY(console.window.alertBanner().text().contains(QStringLiteral("shutting down")));
        stats.isReady = true;
        feed();
        QVERIFY(console.window.alerts().raised().isEmpty());
    }

    void reportsThatWaitAreCounted() {
        ListScene scene;
        QVERIFY(scene.begin());
        MainWindow& window = scene.console.window;
        auto* const list = window.findChild<NavigationList*>();
        const int row = window.consolePages().placeOf(Page::Reports) + 2;
        const auto says = [&] { return list->item(row)->data(Qt::AccessibleTextRole).toString(); };
        QVERIFY(eventually([&] { return says() == QStringLiteral("Reports, 1 waiting"); }));
        window.alerts().setRule(Alerts::Metric::Reports, {true, 0});
        Stats stats = *Stats::parse(FakeServer::sampleStats()).value;
        for (int i = 0; i < Alerts::patience; ++i) {
            stats.time = stats.time.addSecs(1);
            window.history().append(stats);
        }
        QCOMPARE(window.alertBanner().text(), QStringLiteral("1 reports wait to be looked at."));
        scene.server.tables[QStringLiteral("/reports")].rows.clear();
        Q_EMIT window.desk().changed();
        QVERIFY(eventually([&] { return says().isEmpty(); }));
    }

    void theOperatorsOwnReasonsAreOffered() {
        ListScene scene;
        QVERIFY(scene.begin());
        const auto offered = [&] {
            scene.console.window.desk().purge(QStringLiteral("mallory"));
            ActionDialog* const dialog = scene.console.window.desk().dialog();
            auto* const box = dialog->findChild<QComboBox*>(QStringLiteral("reason"));
            QStringList texts;
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i);
            dialog->reject();
            return texts;
        };
        QCOMPARE(offered(), ReasonTemplates::usual());
        ReasonTemplates(scene.console.settings)
            .setAll({QStringLiteral(" Off topic "), QString(), QStringLiteral("Off topic")});
        QVERIFY(eventually([&] { return scene.console.window.desk().dialog() == nullptr; }));
        QCOMPARE(offered(), QStringList{QStringLiteral("Off topic")});
        ReasonTemplates(scene.console.settings).setAll({});
        QVERIFY(eventually([&] { return scene.console.window.desk().dialog() == nullptr; }));
        QCOMPARE(offered(), ReasonTemplates::usual());
    }

    void severalAreBannedAtOnceAndUndone() {
        ListScene scene;
        scene.server.connections = FakeServer::sampleConnections(4);
        for (int i = 0; i < 4; ++i) {
            scene.server.connections[i].user = i < 3 ? QStringLiteral("u%1").arg(i / 2) : QString();
            scene.server.connections[i].address = QStringLiteral("198.51.100.7");
        }
        QVERIFY(scene.begin());
        scene.console.window.showPage(MainWindow::Page::Connections);
        QVERIFY(eventually([&] { return scene.console.window.connections().at(3) != nullptr; }));
        scene.server.postAnswer = {{QStringLiteral("id"), 5}, {QStringLiteral("count"), 2}};
        QVERIFY(scene.console.focusTable());
        QTest::keyClick(&scene.console.view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&scene.console.view(), Qt::Key_B, Qt::ControlModifier);
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        QVERIFY(dialog != nullptr);
        // Two users, and the address of who has no name.
        QVERIFY(eventually([&] { return dialog->previewText().startsWith(QStringLiteral("6 ")); }));
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        dialog->button()->click();
        for (const char* const target : {"\"user\",\"value\":\"u0\"", "\"user\",\"value\":\"u1\"",
                                         "\"address\",\"value\":\"198.51.100.7\""})
            QVERIFY(scene.posts(QStringLiteral("/bans {\"minutes\":1440,\"reason\":\"Spam\",\"target\":%1}")
                                    .arg(QLatin1String(target))));
        QVERIFY(eventually([&] { return !scene.console.window.undoBar().text().isEmpty(); }));
        scene.console.window.undoBar().button()->click();
        QVERIFY(eventually(
            [&] { return scene.server.posted().filter(QStringLiteral("/bans/5/lift")).size() == 3; }));
    }

    void whatWasDoneBeforeAFaultIsNotDoneAgain() {
        ListScene scene;
        QVERIFY(scene.begin());
        scene.server.postAnswer = {{QStringLiteral("id"), 5}};
        ModerationDesk& desk = scene.console.window.desk();
        desk.redact({{QStringLiteral("chat:lobby"), QStringLiteral("m1"), QStringLiteral("one")},
                     {QStringLiteral("chat:lobby"), QStringLiteral("m2"), QStringLiteral("two")}});
        ActionDialog* const dialog = desk.dialog();
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        scene.server.hold();
        dialog->button()->click();
        QVERIFY(eventually(
            [&] { return scene.server.posted().filter(QStringLiteral("/messages/redact")).size() == 1; }));
        QVERIFY(!dialog->button()->isEnabled());
        // The next one is refused.
        scene.server.answerAlways(QStringLiteral("/redact"),
                                  FakeServer::problem(503, QStringLiteral("away")));
        scene.server.release();
        QVERIFY(eventually([&] { return dialog->fault().contains(QStringLiteral("1 of 2")); }));
        scene.server.answerNormally(QStringLiteral("/redact"));
        dialog->button()->click();
        QVERIFY(eventually([&] { return desk.dialog() == nullptr; }));
        const QStringList posted = scene.server.posted();
        QCOMPARE(posted.filter(QStringLiteral("\"m1\"")).size(), 1);
        QCOMPARE(posted.filter(QStringLiteral("\"m2\"")).size(), 2);
    }

    void aBanShowsWhoIsHitAndIsUndone() {
        ListScene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Bans);
        QVERIFY(eventually([&] { return scene.server.count(QStringLiteral("GET /bans?state=active")) > 0; }));
        scene.server.postAnswer = {
            {QStringLiteral("id"), 5},
            {QStringLiteral("count"), 2},
            {QStringLiteral("connections"),
             QJsonArray{QJsonObject{{QStringLiteral("nick"), QStringLiteral("Mallory")},
                                    {QStringLiteral("address"), QStringLiteral("198.51.100.7")}}}}};
        Console::action(page, QStringLiteral("Ban…"))->trigger();
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->button()->isEnabled());
        dialog->enter(QStringLiteral("target"), QStringLiteral("cidr"));
        dialog->enter(QStringLiteral("value"), QStringLiteral("198.51.100.0/24"));
        dialog->enter(QStringLiteral("minutes"), QStringLiteral("60"));
        QVERIFY(eventually(
            [&] { return dialog->previewText().contains(QStringLiteral("Mallory (198.51.100.7)")); }));
        QVERIFY(scene.server.posted().constLast().contains(QStringLiteral("\"dry_run\":true")));
        QVERIFY(!dialog->button()->isEnabled());
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        dialog->button()->click();
        QVERIFY(scene.posts(QStringLiteral(
            "/bans {\"minutes\":60,\"reason\":\"Spam\",\"target\":\"cidr\",\"value\":\"198.51.100.0/24\"}")));
        QVERIFY(eventually([&] { return !scene.console.window.undoBar().text().isEmpty(); }));
        scene.console.window.undoBar().button()->click();
        QVERIFY(scene.posts(QStringLiteral("/bans/5/lift {\"reason\":\"Undone\"}")));
    }

    void aFaultIsToldInTheDialog() {
        ListScene scene;
        QVERIFY(scene.begin());
        scene.open(Page::Bans);
        scene.server.answerAlways(QStringLiteral("/bans"),
                                  FakeServer::problem(400, QStringLiteral("that is no network")));
        scene.console.window.desk().ban({QStringLiteral("cidr"), QStringLiteral("rubbish")});
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        QVERIFY(
            eventually([&] { return dialog->previewText().contains(QStringLiteral("that is no network")); }));
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        dialog->button()->click();
        QVERIFY(eventually([&] { return dialog->fault().contains(QStringLiteral("that is no network")); }));
        QVERIFY(dialog->button()->isEnabled());
        dialog->reject();
    }
};

QTEST_MAIN(AdminOrdersTest)
#include "tst_admin_orders.moc"
