// What moderators do in the console, against a real server with real clients.
#include "models/ConnectionsExport.h"
#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Subscription.h"
#include "support/OperatedServer.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/ContextDialog.h"
#include "views/ModerationDesk.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/UndoBar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace chinwag;
using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;

namespace {

struct Scene : OperatedServer {
    bool begin() { return start() && logIn(); }
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
    ApiResult get(const QString& path) {
        std::optional<ApiResult> answer;
        console.window.link().client().get(path, {}, &console.window,
                                           [&](const ApiResult& result) { answer = result; });
        return eventually([&] { return answer.has_value(); }) ? *answer : ApiResult();
    }
    bool sayMany(int count) {
        WebSocketProbe bob = server.chatter("/ws/chat?room=lobby&nick=Bob");
        for (int i = 0; i < count; ++i) {
            const std::string line = "Bob: message " + std::to_string(i);
            if (!bob.send(text(line)) || !(bob.nextMessage() == textEvent(line)))
                return false;
        }
        return true;
    }
    QString toldText() { return console.window.undoBar().text(); }
    bool isTold() {
        return eventually([&] { return !toldText().isEmpty(); });
    }
};

/// Somebody with a program that shows what is changed and taken away.
class Chatter {
public:
    Chatter(const ServerProcess& server, const QString& nick) : client_(optionsFor(server, nick)) {
        room_ = client_.newSubscription(QStringLiteral("chat:lobby"));
        QObject::connect(room_, &centrifuge::Subscription::published,
                         [this](const centrifuge::Publication& each) { heard_ << each.data.toObject(); });
        room_->subscribe();
        client_.connectToServer();
    }
    bool isIn() const {
        return eventually([this] { return room_->state() == centrifuge::Subscription::State::Subscribed; });
    }
    bool heard(const QString& type, const QString& field, const QString& value) const {
        return std::any_of(heard_.begin(), heard_.end(), [&](const QJsonObject& each) {
            return each.value(QLatin1String("type")).toString() == type &&
                   each.value(field).toString() == value;
        });
    }
    bool calls(const QString& method, const QJsonObject& data) {
        std::optional<bool> isDone;
        client_.rpc(method, data, room_, [&](const auto& result) { isDone = static_cast<bool>(result); });
        return eventually([&] { return isDone.has_value(); }) && *isDone;
    }

private:
    static centrifuge::ClientOptions optionsFor(const ServerProcess& server, const QString& nick) {
        centrifuge::ClientOptions options;
        options.endpoint = QUrl(server.urls().value(0) + QStringLiteral("/connection/websocket"));
        options.endpoint.setScheme(QStringLiteral("ws"));
        options.data = QJsonObject{{QStringLiteral("nick"), nick}};
        return options;
    }

    centrifuge::Client client_;
    centrifuge::Subscription* room_;
    QVector<QJsonObject> heard_;
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
        Chatter eve(scene.server, QStringLiteral("Eve"));
        QVERIFY(eve.isIn());
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
        // It is gone from the screen of whoever is there.
        const QString id = messages.model().at(0).value(QLatin1String("id")).toString();
        QVERIFY(eventually([&] { return eve.heard(QStringLiteral("redact"), QStringLiteral("id"), id); }));
        QVERIFY(eventually([&] {
            messages.model().refresh();
            return messages.model().at(0).value(QLatin1String("state")).toString() ==
                   QLatin1String("redacted");
        }));
        TablePage& audit = scene.open(Page::Audit);
        QVERIFY(eventually([&] { return audit.model().rowCount() > 0; }));
        QCOMPARE(audit.model().at(0).value(QLatin1String("actor")).toString(), Scene::operatorName);
        Console::action(audit, QStringLiteral("Verify"))->trigger();
        QVERIFY(eventually([&] { return scene.toldText().contains(QStringLiteral("whole")); }));
    }

    void aReportIsLookedAtAndSettled() {
        Scene scene;
        QVERIFY(scene.begin());
        constexpr int said = 70;
        QVERIFY(scene.sayMany(said));
        TablePage& messages = scene.open(Page::Messages);
        QVERIFY(scene.has(messages, said));
        const QJsonObject middle = messages.model().at(34);
        Chatter eve(scene.server, QStringLiteral("Eve"));
        QVERIFY(eve.isIn());
        QVERIFY(eve.calls(QStringLiteral("chat.report"),
                          {{QStringLiteral("channel"), QStringLiteral("chat:lobby")},
                           {QStringLiteral("id"), middle.value(QLatin1String("id"))},
                           {QStringLiteral("reason"), QStringLiteral("spam")}}));
        TablePage& reports = scene.open(Page::Reports);
        QVERIFY(scene.has(reports, 1));
        scene.console.window.activateWindow();
        reports.view().setFocus();
        QVERIFY(eventually([&] { return reports.view().hasFocus(); }));
        reports.view().selectRow(0);
        QTest::keyClick(&reports.view(), Qt::Key_Return);
        auto* const context = scene.console.window.findChild<ContextDialog*>();
        QVERIFY(context != nullptr);
        ContextModel& model = context->model();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(eventually([&] { return model.aboutRow() >= 0 && !model.isLoading(); }));
        QCOMPARE(model.rowCount(), 2 * ContextModel::pageSize + 1);
        QCOMPARE(model.at(model.aboutRow()), middle);
        QVERIFY(model.hasEarlier());
        QVERIFY(model.hasLater());
        model.loadEarlier();
        model.loadLater();
        QVERIFY(eventually([&] { return !model.isLoading(); }));
        QCOMPARE(model.rowCount(), said);
        QVERIFY(!model.hasEarlier());
        QVERIFY(!model.hasLater());
        for (int row = 0; row < said; ++row)
            QCOMPARE(model.index(row, 3).data().toString(), QStringLiteral("message %1").arg(row));
        context->close();

        scene.console.window.activateWindow();
        reports.view().setFocus();
        QVERIFY(eventually([&] { return reports.view().hasFocus(); }));
        QTest::keyClick(&reports.view(), Qt::Key_A);
        QVERIFY(scene.isTold());
        QVERIFY(scene.has(reports, 0));
    }

    void rulesOfARoomAreTakenBack() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe bob = scene.server.chatter("/ws/chat?room=garden&nick=Bob");
        TablePage& rooms = scene.open(Page::Rooms);
        QVERIFY(scene.has(rooms, 1));
        rooms.view().selectRow(0);
        Console::action(rooms, QStringLiteral("Rules…"))->trigger();
        ActionDialog* const dialog = scene.console.window.desk().dialog();
        dialog->enter(QStringLiteral("slow_seconds"), QStringLiteral("30"));
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Flooding"));
        dialog->button()->click();
        QVERIFY(scene.isTold());
        const auto slow = [&] {
            rooms.model().refresh();
            return rooms.model().at(0).value(QLatin1String("slow_seconds")).toInt();
        };
        QVERIFY(eventually([&] { return slow() == 30; }));
        scene.console.window.undoBar().button()->click();
        QVERIFY(eventually([&] { return slow() == 0; }));
    }

    void allThatIsKnownOfConnectionsIsExported() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe bob = scene.server.chatter("/ws/chat?room=garden&nick=Bob");
        WebSocketProbe amy = scene.server.chatter("/ws/chat?room=garden&nick=Amy");
        WebSocketProbe eve = scene.server.chatter("/ws/chat?room=lobby&nick=Eve");
        ConnectionQuery query;
        query.sortColumn = Column::Nick;
        query.order = Qt::AscendingOrder;
        query.setFilter({Column::Room, ConnectionFilter::Kind::Contains, QStringLiteral("garden")});
        const QString path = scene.data.filePath(QStringLiteral("connections.csv"));
        ExportJob job(scene.console.window.link().client(), connectionsExport(query), path,
                      ExportJob::Form::Csv);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QVERIFY(eventually([&] { return finished.count() == 1; }));
        QCOMPARE(finished.constFirst().constFirst().toString(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const QList<QByteArray> names = lines[0].trimmed().split(',');
        const auto nick = names.indexOf("nick");
        QCOMPARE(lines[1].split(',').value(nick), QByteArray("Amy"));
        QCOMPARE(lines[2].split(',').value(nick), QByteArray("Bob"));
        // Every name is one that the server has: nothing of a column is lost.
        const ApiResult answer = scene.get(QStringLiteral("/connections"));
        const QJsonObject row = answer.body.value(QLatin1String("items")).toArray().first().toObject();
        for (const QByteArray& name : names)
            QVERIFY2(row.contains(QLatin1String(name)), name.constData());
    }
};

QTEST_MAIN(AdminModerationTest)
#include "tst_admin_moderation.moc"
