// The pages of lists in the whole console, against a server that the test plays.
#include "models/Lists.h"
#include "support/Console.h"
#include "support/FakeServer.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/AlertBanner.h"
#include "views/DetailsPane.h"
#include "views/ModerationDesk.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/UndoBar.h"

#include <QAction>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;
using State = ServerLink::State;

namespace {

QJsonObject said(const char* id, const char* nick, const char* text, const char* user) {
    return {{QStringLiteral("seq"), QLatin1String(id)},
            {QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("user"), QLatin1String(user)},
            {QStringLiteral("time"), QStringLiteral("2026-11-24T08:00:00Z")},
            {QStringLiteral("data"), QJsonObject{{QStringLiteral("nick"), QLatin1String(nick)},
                                                 {QStringLiteral("text"), QLatin1String(text)}}}};
}

struct Scene {
    FakeServer server;
    Console console;

    bool begin() {
        if (!server.listen())
            return false;
        server.tables[QStringLiteral("/rooms")] = {
            QStringLiteral("items"),
            {{{QStringLiteral("name"), QStringLiteral("chat:lobby")}, {QStringLiteral("subscribers"), 12}},
             {{QStringLiteral("name"), QStringLiteral("chat:games")},
              {QStringLiteral("subscribers"), 3},
              {QStringLiteral("locked"), true}}}};
        server.tables[QStringLiteral("/messages")] = {
            QStringLiteral("items"),
            {said("m2", "Mallory", "buy this", "mallory"), said("m1", "Alice", "hello", "")}};
        server.tables[QStringLiteral("/reports")] = {
            QStringLiteral("reports"),
            {{{QStringLiteral("number"), 7},
              {QStringLiteral("reason"), QStringLiteral("spam")},
              {QStringLiteral("channel"), QStringLiteral("chat:lobby")},
              {QStringLiteral("message"), said("m2", "Mallory", "buy this", "mallory")}}}};
        server.tables[QStringLiteral("/bans")] = {QStringLiteral("items"), {}};
        console.window.show();
        console.logIn(server.url().toString(), server.operatorName, server.password);
        return console.isIn(State::Online) &&
               eventually([&] { return console.window.connectDialog() == nullptr; });
    }
    TablePage& open(Page page) {
        console.window.showPage(page);
        return *console.window.consolePages().table(page);
    }
    static bool has(TablePage& page, int rows) {
        return eventually([&] { return page.model().rowCount() == rows; });
    }
    bool posts(const QString& what) {
        return eventually([&] { return server.posted().contains(what); });
    }
};

} // namespace

class AdminPagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roomsAreListedAndLocked() {
        Scene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Rooms);
        QVERIFY(Scene::has(page, 2));
        QAction* const lock = Console::action(page, QStringLiteral("Lock"));
        QAction* const unlock = Console::action(page, QStringLiteral("Unlock"));
        QVERIFY(!lock->isEnabled());
        page.view().selectRow(1);
        QVERIFY(!lock->isEnabled());
        QVERIFY(unlock->isEnabled());
        page.view().selectRow(0);
        QVERIFY(lock->isEnabled());
        QVERIFY(!unlock->isEnabled());
        scene.server.postAnswer = {{QStringLiteral("name"), QStringLiteral("chat:lobby")}};
        lock->trigger();
        QVERIFY(scene.posts(QStringLiteral(
            "/rooms/chat:lobby/rules {\"locked\":true,\"reason\":\"Locked from the console\"}")));
        QVERIFY(eventually([&] { return !scene.console.window.undoBar().text().isEmpty(); }));
        scene.console.window.undoBar().button()->click();
        QVERIFY(scene.posts(QStringLiteral(
            "/rooms/chat:lobby/rules {\"locked\":false,\"reason\":\"Unlocked from the console\"}")));
    }

    void fromARoomToItsMessages() {
        Scene scene;
        QVERIFY(scene.begin());
        TablePage& rooms = scene.open(Page::Rooms);
        QVERIFY(Scene::has(rooms, 2));
        rooms.view().selectRow(1);
        Console::action(rooms, QStringLiteral("Messages"))->trigger();
        TablePage& messages = *scene.console.window.consolePages().table(Page::Messages);
        QVERIFY(eventually([&] { return messages.isVisible(); }));
        QCOMPARE(messages.model().parameter(QStringLiteral("room")), QStringLiteral("chat:games"));
        QVERIFY(Scene::has(messages, 2));
    }

    void aMessageIsRedactedByKeyboard() {
        Scene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Messages);
        QVERIFY(Scene::has(page, 2));
        scene.console.window.activateWindow();
        page.view().setFocus();
        QVERIFY(eventually([&] { return page.view().hasFocus(); }));
        page.view().selectRow(0);
        QTest::keyClick(&page.view(), Qt::Key_Delete);
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        QVERIFY(dialog != nullptr);
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        scene.server.postAnswer = {{QStringLiteral("redacted"), true}};
        dialog->button()->click();
        QVERIFY(scene.posts(
            QStringLiteral("/messages/redact {\"id\":\"m2\",\"reason\":\"Spam\",\"room\":\"chat:lobby\"}")));
        QVERIFY(eventually([&] { return scene.console.window.desk().dialog() == nullptr; }));
    }

    void aBanShowsWhoIsHitAndIsUndone() {
        Scene scene;
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
        Scene scene;
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

    void reportsAreTriagedByKeyboard() {
        Scene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Reports);
        QVERIFY(Scene::has(page, 1));
        scene.console.window.activateWindow();
        page.view().setFocus();
        QVERIFY(eventually([&] { return page.view().hasFocus(); }));
        page.view().selectRow(0);
        scene.server.postAnswer = {{QStringLiteral("number"), 7}};
        QTest::keyClick(&page.view(), Qt::Key_D);
        QVERIFY(scene.posts(QStringLiteral("/reports/7/resolve {\"outcome\":\"dismissed\"}")));
        QTest::keyClick(&page.view(), Qt::Key_B);
        QVERIFY(scene.console.window.desk().dialog() != nullptr);
        scene.console.window.desk().dialog()->reject();
    }

    void whatIsNotAllowedIsNotOffered() {
        Scene scene;
        scene.server.answerAlways(
            QStringLiteral("/me"),
            {200, {{QStringLiteral("permissions"), QJsonArray{QStringLiteral("view")}}}, {}});
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Rooms);
        QVERIFY(Scene::has(page, 2));
        page.view().selectRow(0);
        QVERIFY(eventually([&] { return !Console::action(page, QStringLiteral("Lock"))->isEnabled(); }));
        QVERIFY(Console::action(page, QStringLiteral("Messages"))->isEnabled());
    }

    void theDetailsAreThoseOfTheChosenOne() {
        Scene scene;
        scene.server.connections = FakeServer::sampleConnections(3);
        QVERIFY(scene.begin());
        scene.console.window.showPage(MainWindow::Page::Connections);
        QVERIFY(eventually([&] { return scene.console.window.connections().at(2) != nullptr; }));
        const auto buttons = scene.console.window.connectionsPage().findChildren<QPushButton*>();
        const auto details = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* each) {
            return each->text() == QStringLiteral("Details");
        });
        QVERIFY(details != buttons.end());
        (*details)->click();
        DetailsPane& pane = scene.console.window.connectionsPage().details();
        QVERIFY(pane.isVisible());
        QCOMPARE(pane.textOf(QStringLiteral("Address")), QString());
        scene.console.view().selectRow(2);
        QCOMPARE(pane.textOf(QStringLiteral("Address")), scene.console.window.connections().at(2)->address);
    }

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

    void anEmptyPageSaysSo() {
        Scene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Bans);
        QVERIFY(eventually([&] { return !page.model().isLoading(); }));
        QVERIFY(!page.view().isVisible());
        scene.server.answerAlways(QStringLiteral("/audit"), FakeServer::problem(503, QStringLiteral("away")));
        TablePage& audit = scene.open(Page::Audit);
        QVERIFY(eventually([&] { return audit.model().error().has_value(); }));
        QVERIFY(!audit.view().isVisible());
    }
};

QTEST_MAIN(AdminPagesTest)
#include "tst_admin_pages.moc"
