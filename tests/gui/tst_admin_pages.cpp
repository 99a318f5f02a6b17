// The pages of lists in the whole console, against a server that the test plays.
#include "models/Lists.h"
#include "models/ReasonTemplates.h"
#include "support/ListScene.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/AlertsDialog.h"
#include "views/ContextDialog.h"
#include "views/DetailsPane.h"
#include "views/FilterDialog.h"
#include "views/KickDialog.h"
#include "views/ModerationDesk.h"
#include "views/ReasonsDialog.h"
#include "views/RowDialog.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/UndoBar.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;

namespace {

// What one can get to by the keyboard, and a screen reader could not say what it is.
QStringList nameless(QWidget& root) {
    QStringList found;
    const auto all = root.findChildren<QWidget*>();
    for (QWidget* const each : all) {
        const bool isPart = qobject_cast<QComboBox*>(each->parentWidget()) != nullptr ||
                            qobject_cast<QAbstractSpinBox*>(each->parentWidget()) != nullptr;
        if (isPart || each->focusProxy() != nullptr || !each->isVisible() || !each->isEnabled() ||
            (each->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface* const known = QAccessible::queryAccessibleInterface(each);
        if (known == nullptr || known->text(QAccessible::Name).isEmpty())
            found << QString(QLatin1String(each->metaObject()->className()) + u' ' + each->objectName());
    }
    return found;
}

} // namespace

class AdminPagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roomsAreListedAndLocked() {
        ListScene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Rooms);
        QVERIFY(ListScene::has(page, 2));
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
        ListScene scene;
        QVERIFY(scene.begin());
        TablePage& rooms = scene.open(Page::Rooms);
        QVERIFY(ListScene::has(rooms, 2));
        rooms.view().selectRow(1);
        Console::action(rooms, QStringLiteral("Messages"))->trigger();
        TablePage& messages = *scene.console.window.consolePages().table(Page::Messages);
        QVERIFY(eventually([&] { return messages.isVisible(); }));
        QCOMPARE(messages.model().parameter(QStringLiteral("room")), QStringLiteral("chat:games"));
        QVERIFY(ListScene::has(messages, 2));
    }

    void aMessageIsRedactedByKeyboard() {
        ListScene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Messages);
        QVERIFY(ListScene::has(page, 2));
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

    void reportsAreTriagedByKeyboard() {
        ListScene scene;
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Reports);
        QVERIFY(ListScene::has(page, 1));
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
        ListScene scene;
        scene.server.answerAlways(
            QStringLiteral("/me"),
            {200, {{QStringLiteral("permissions"), QJsonArray{QStringLiteral("view")}}}, {}});
        QVERIFY(scene.begin());
        TablePage& page = scene.open(Page::Rooms);
        QVERIFY(ListScene::has(page, 2));
        page.view().selectRow(0);
        QVERIFY(eventually([&] { return !Console::action(page, QStringLiteral("Lock"))->isEnabled(); }));
        QVERIFY(Console::action(page, QStringLiteral("Messages"))->isEnabled());
    }

    void theDetailsAreThoseOfTheChosenOne() {
        ListScene scene;
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

    void whatTakesTheKeyboardHasAName() {
        ListScene scene;
        scene.server.connections = FakeServer::sampleConnections(3);
        QVERIFY(scene.begin());
        MainWindow& window = scene.console.window;
        for (const auto page : {MainWindow::Page::Overview, MainWindow::Page::Connections}) {
            window.showPage(page);
            QCOMPARE(nameless(window).join(u'\n'), QString());
        }
        for (const ConsolePages::Entry& entry : window.consolePages().entries()) {
            window.showPage(entry.page);
            QCOMPARE(nameless(window).join(u'\n'), QString());
        }
        window.desk().ban({});
        QCOMPARE(nameless(*window.desk().dialog()).join(u'\n'), QString());
        window.desk().dialog()->reject();
        ReasonTemplates reasons(scene.console.settings);
        AlertsDialog alerts(window.alerts());
        ReasonsDialog reasonsDialog(reasons);
        FilterDialog filter;
        RowDialog row(QStringLiteral("Row"), {});
        ContextDialog context(window.link().client(), QStringLiteral("chat:lobby"), 1, true);
        KickDialog kick(window.link().client(), scene.server.connections, {});
        for (QDialog* const dialog : {static_cast<QDialog*>(&alerts), static_cast<QDialog*>(&reasonsDialog),
                                      static_cast<QDialog*>(&filter), static_cast<QDialog*>(&row),
                                      static_cast<QDialog*>(&context), static_cast<QDialog*>(&kick)}) {
            dialog->show();
            QCOMPARE(nameless(*dialog).join(u'\n'), QString());
            dialog->hide();
        }
    }

    void anEmptyPageSaysSo() {
        ListScene scene;
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
