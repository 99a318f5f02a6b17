// What moderators do in the console, against a real server with real clients.
#include "support/Console.h"
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/ModerationDesk.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/UndoBar.h"

#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace chinwag;
using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;
using State = ServerLink::State;

namespace {

constexpr QLatin1String operatorName("olga");
constexpr QLatin1String password("correct horse battery");

struct Scene {
    QTemporaryDir data;
    ServerProcess server;
    Console console;

    bool begin() {
        const QByteArray line = QByteArray(password.data()) + '\n';
        if (runAdmin(data.path(), QStringLiteral("add"), operatorName, line) != 0)
            return false;
        ServerProcess::Options options;
        options.arguments = {QStringLiteral("--data-dir"), data.path()};
        if (!server.start(options))
            return false;
        console.window.show();
        console.logIn(server.urls().value(0), operatorName, password);
        return console.isIn(State::Online) &&
               eventually([&] { return console.window.connectDialog() == nullptr; });
    }
    TablePage& open(Page page) {
        console.window.showPage(page);
        return *console.window.consolePages().table(page);
    }
    bool has(TablePage& page, int rows) {
        page.model().refresh();
        return eventually([&] {
            if (!page.model().isLoading() && page.model().rowCount() != rows)
                page.model().refresh();
            return page.model().rowCount() == rows;
        });
    }
    QString toldText() { return console.window.undoBar().text(); }
    bool isTold() {
        return eventually([&] { return !toldText().isEmpty(); });
    }
};

} // namespace

class AdminModerationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theServerHasWhatEveryPageShows() {
        Scene scene;
        QVERIFY(scene.begin());
        const auto& entries = scene.console.window.consolePages().entries();
        for (const ConsolePages::Entry& entry : entries) {
            scene.console.window.showPage(entry.page);
            if (entry.model == nullptr)
                continue;
            QVERIFY(eventually([&] { return !entry.model->answer().isEmpty() || entry.model->error(); }));
            QVERIFY2(!entry.model->error(), qPrintable(entry.title));
            // Every order that the table offers is one that the server has.
            for (int column = 0; column < entry.model->columnCount(); ++column) {
                if (!entry.model->spec().columns[column].isSortable)
                    continue;
                entry.model->sort(column, Qt::AscendingOrder);
                QVERIFY(eventually([&] { return !entry.model->isLoading(); }));
                QVERIFY2(!entry.model->error(), qPrintable(entry.model->spec().columns[column].name));
            }
        }
    }

    void aBanHoldsUntilItIsUndone() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe mallory = scene.server.chatter("/ws/chat?room=lobby&nick=Mallory");
        TablePage& bans = scene.open(Page::Bans);
        scene.console.window.desk().ban({QStringLiteral("address"), QStringLiteral("127.0.0.1")});
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        QVERIFY(eventually([&] { return dialog->previewText().contains(QStringLiteral("Mallory")); }));
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        dialog->button()->click();
        // Before one waits for a client, which stops the console.
        QVERIFY(scene.isTold());
        const Event end = mallory.nextMessage();
        QCOMPARE(end.kind, Event::Kind::Close);
        QCOMPARE(end.code, 4501);
        QVERIFY(scene.has(bans, 1));
        WebSocketProbe again = scene.server.webSocket();
        QVERIFY(!again.open("/ws/chat?room=lobby&nick=Mallory"));

        scene.console.window.undoBar().button()->click();
        QVERIFY(scene.has(bans, 0));
        WebSocketProbe back = scene.server.chatter("/ws/chat?room=lobby&nick=Mallory");
        QVERIFY(back.send(text("Mallory: sorry")));
        QCOMPARE(back.nextMessage(), textEvent("Mallory: sorry"));
    }

    void aLockedRoomIsReadOnly() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe bob = scene.server.chatter("/ws/chat?room=garden&nick=Bob");
        TablePage& rooms = scene.open(Page::Rooms);
        QVERIFY(scene.has(rooms, 1));
        rooms.view().selectRow(0);
        Console::action(rooms, QStringLiteral("Lock"))->trigger();
        QVERIFY(scene.isTold());
        QVERIFY(bob.send(text("Bob: hello")));
        const Event refused = bob.nextMessage();
        QCOMPARE(refused.kind, Event::Kind::Text);
        QVERIFY2(refused.payload.starts_with("Chinwag: "), refused.payload.c_str());
        scene.console.window.undoBar().button()->click();
        QVERIFY(eventually([&] { return scene.toldText().contains(QStringLiteral("open again")); }));
        QVERIFY(bob.send(text("Bob: hello")));
        QCOMPARE(bob.nextMessage(), textEvent("Bob: hello"));
    }

    void aMessageIsTakenAwayAndOnRecord() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe bob = scene.server.chatter("/ws/chat?room=lobby&nick=Bob");
        QVERIFY(bob.send(text("Bob: buy this")));
        QCOMPARE(bob.nextMessage(), textEvent("Bob: buy this"));
        TablePage& messages = scene.open(Page::Messages);
        QVERIFY(scene.has(messages, 1));
        messages.view().selectRow(0);
        Console::action(messages, QStringLiteral("Redact…"))->trigger();
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        QVERIFY(dialog != nullptr);
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        dialog->button()->click();
        QVERIFY(scene.isTold());
        QVERIFY(eventually([&] {
            messages.model().refresh();
            return messages.model().at(0).value(QLatin1String("state")).toString() ==
                   QLatin1String("redacted");
        }));
        TablePage& audit = scene.open(Page::Audit);
        QVERIFY(eventually([&] { return audit.model().rowCount() > 0; }));
        QCOMPARE(audit.model().at(0).value(QLatin1String("actor")).toString(), operatorName);
        Console::action(audit, QStringLiteral("Verify"))->trigger();
        QVERIFY(eventually([&] { return scene.toldText().contains(QStringLiteral("whole")); }));
    }
};

QTEST_MAIN(AdminModerationTest)
#include "tst_admin_moderation.moc"
