// What operators take back in the console, against a real server: what was ended holds again, and who may
// come in is as it was before.
#include "support/OperatedServer.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/ModerationDesk.h"
#include "views/ServerPage.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/UndoBar.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace chinwag;
using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;

namespace {

constexpr std::string_view asMallory = "/ws/chat?room=lobby&nick=Mallory";

struct Scene : OperatedServer {
    OperatorApi api{server};

    bool begin() {
        return start() && logIn() && api.logIn(operatorName.data(), password.data()).answer.status == 200;
    }
    bool posts(std::string_view path, const QJsonObject& body) {
        return api.post(path, body).answer.status == 200;
    }
    /// A row for whoever comes from this machine.
    bool imposes(std::string_view path) {
        return posts(path, {{QStringLiteral("target"), QStringLiteral("address")},
                            {QStringLiteral("value"), QStringLiteral("127.0.0.1")},
                            {QStringLiteral("minutes"), 600},
                            {QStringLiteral("reason"), QStringLiteral("Spam")},
                            {QStringLiteral("note"), QStringLiteral("The third time")}});
    }
    TablePage& open(Page page) {
        console.window.showPage(page);
        return *console.window.consolePages().table(page);
    }
    bool has(TablePage& page, int rows) {
        return eventually([&] { return !page.model().isLoading() && page.model().rowCount() == rows; });
    }
    bool isTold(const QString& text) {
        return eventually([&] { return console.window.undoBar().text().contains(text); });
    }
    void undo() { console.window.undoBar().button()->click(); }
    bool comesIn() const { return server.webSocket().open(asMallory); }
    /// Waits until the server says that the lockdown is at this level; its answer.
    QJsonObject lockdownAt(int level) {
        QJsonObject found;
        eventually([&] {
            found = api.get("/admin/api/lockdown").body;
            return found.value(QLatin1String("level")).toInt(-1) == level;
        });
        return found;
    }
    bool showsOnServerPage(const QString& text) {
        const auto labels = console.window.consolePages().server().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(text); });
    }
    /// Fills in the dialog of the server's page.
    bool locksDown(int level) {
        console.window.showPage(Page::Server);
        QPushButton* const button = console.window.consolePages().server().lockdownButton();
        if (!eventually([&] { return button->isEnabled(); }))
            return false;
        button->click();
        ActionDialog* const dialog = console.window.desk().dialog();
        if (dialog == nullptr)
            return false;
        dialog->enter(QStringLiteral("level"), QString::number(level));
        dialog->enter(QStringLiteral("minutes"), QStringLiteral("60"));
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Raid"));
        if (!eventually([&] { return dialog->button()->isEnabled(); }))
            return false;
        dialog->button()->click();
        return true;
    }
};

/// The end of what `row` lays down, in seconds from now.
qint64 secondsLeft(const QJsonObject& row) {
    const auto until = QDateTime::fromString(row.value(QLatin1String("until")).toString(), Qt::ISODateWithMs);
    return QDateTime::currentDateTimeUtc().secsTo(until);
}

} // namespace

class AdminUndoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBanThatWasLiftedHoldsAgain() {
        Scene scene;
        QVERIFY(scene.begin());
        QVERIFY(scene.imposes("/admin/api/bans"));
        TablePage& bans = scene.open(Page::Bans);
        QVERIFY(scene.has(bans, 1));
        QVERIFY(!scene.comesIn());
        bans.view().selectRow(0);
        Console::action(bans, QStringLiteral("Lift"))->trigger();
        QVERIFY(scene.isTold(QStringLiteral("lifted")));
        QVERIFY(scene.has(bans, 0));
        WebSocketProbe mallory = scene.server.chatter(asMallory);
        QVERIFY(mallory.send(text("Mallory: hello")));
        QCOMPARE(mallory.nextMessage(), textEvent("Mallory: hello"));

        scene.undo();
        QVERIFY(scene.isTold(QStringLiteral("Undone")));
        // Whoever came in meanwhile is sent away, and nobody comes in any more.
        const Event end = mallory.nextMessage();
        QCOMPARE(end.kind, Event::Kind::Close);
        QCOMPARE(end.code, 4501);
        QVERIFY(!scene.comesIn());
        QVERIFY(scene.has(bans, 1));
        const QJsonObject again = bans.model().at(0);
        QCOMPARE(again.value(QLatin1String("reason")).toString(), QStringLiteral("Spam"));
        QCOMPARE(again.value(QLatin1String("note")).toString(), QStringLiteral("The third time"));
        QVERIFY(secondsLeft(again) > 590 * 60);
        QVERIFY(secondsLeft(again) <= 601 * 60);
    }

    void aMuteThatWasLiftedHoldsAgain() {
        Scene scene;
        QVERIFY(scene.begin());
        WebSocketProbe mallory = scene.server.chatter(asMallory);
        QVERIFY(scene.imposes("/admin/api/mutes"));
        TablePage& mutes = scene.open(Page::Mutes);
        QVERIFY(scene.has(mutes, 1));
        mutes.view().selectRow(0);
        Console::action(mutes, QStringLiteral("Lift"))->trigger();
        QVERIFY(scene.isTold(QStringLiteral("lifted")));
        QVERIFY(mallory.send(text("Mallory: hello")));
        QCOMPARE(mallory.nextMessage(), textEvent("Mallory: hello"));
        scene.undo();
        QVERIFY(scene.isTold(QStringLiteral("Undone")));
        QVERIFY(scene.has(mutes, 1));
        QVERIFY(mallory.send(text("Mallory: hello again")));
        const Event refused = mallory.nextMessage();
        QCOMPARE(refused.kind, Event::Kind::Text);
        QVERIFY2(refused.payload.starts_with("Chinwag: "), refused.payload.c_str());
    }

    void aLockdownIsTakenBack_data() {
        QTest::addColumn<int>("level");
        QTest::newRow("nobody new") << 2;
        QTest::newRow("staff only") << 3;
    }

    void aLockdownIsTakenBack() {
        QFETCH(const int, level);
        Scene scene;
        QVERIFY(scene.begin());
        QVERIFY(scene.comesIn());
        QVERIFY(scene.locksDown(level));
        QVERIFY(scene.isTold(QStringLiteral("in force")));
        const QJsonObject inForce = scene.lockdownAt(level);
        QCOMPARE(inForce.value(QLatin1String("reason")).toString(), QStringLiteral("Raid"));
        QVERIFY(secondsLeft(inForce) > 50 * 60);
        QVERIFY(secondsLeft(inForce) <= 60 * 60);
        QVERIFY(!scene.comesIn());
        QVERIFY(eventually([&] { return scene.showsOnServerPage(QStringLiteral("is told: Raid")); }));
        scene.undo();
        QVERIFY(scene.isTold(QStringLiteral("Undone")));
        QVERIFY(
            eventually([&] { return scene.showsOnServerPage(QStringLiteral("Everybody may come in.")); }));
        QCOMPARE(scene.lockdownAt(0).value(QLatin1String("level")).toInt(-1), 0);
        QVERIFY(scene.comesIn());
    }

    void aLockdownThatWasEndedIsInForceAgain() {
        Scene scene;
        QVERIFY(scene.begin());
        QVERIFY(scene.posts("/admin/api/lockdown", {{QStringLiteral("level"), 2},
                                                    {QStringLiteral("minutes"), 30},
                                                    {QStringLiteral("reason"), QStringLiteral("A flood")}}));
        QVERIFY(!scene.comesIn());
        QVERIFY(scene.locksDown(0));
        QVERIFY(scene.isTold(QStringLiteral("over")));
        QCOMPARE(scene.lockdownAt(0).value(QLatin1String("level")).toInt(-1), 0);
        QVERIFY(scene.comesIn());
        scene.undo();
        QVERIFY(scene.isTold(QStringLiteral("Undone")));
        const QJsonObject again = scene.lockdownAt(2);
        QVERIFY(!scene.comesIn());
        // Whoever is turned away is told what they were told before.
        QCOMPARE(again.value(QLatin1String("reason")).toString(), QStringLiteral("A flood"));
        QVERIFY(secondsLeft(again) > 20 * 60);
        QVERIFY(secondsLeft(again) <= 31 * 60);
    }

    void aLockdownWithoutAnEndIsAgainWithoutOne() {
        Scene scene;
        QVERIFY(scene.begin());
        QVERIFY(scene.posts("/admin/api/lockdown", {{QStringLiteral("level"), 2},
                                                    {QStringLiteral("reason"), QStringLiteral("Closed")}}));
        QVERIFY(scene.locksDown(3));
        QVERIFY(scene.isTold(QStringLiteral("in force")));
        QVERIFY(!scene.lockdownAt(3).value(QLatin1String("until")).isNull());
        scene.undo();
        QVERIFY(scene.isTold(QStringLiteral("Undone")));
        QVERIFY(scene.lockdownAt(2).value(QLatin1String("until")).isNull());
    }
};

QTEST_MAIN(AdminUndoTest)
#include "tst_admin_undo.moc"
