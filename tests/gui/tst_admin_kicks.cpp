// Connections are kicked, and told something, in the console, against a server that is played by the test.
#include "models/ConnectionsModel.h"
#include "support/Console.h"
#include "support/FakeServer.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace chinwag;
using namespace chinwag::admin;
using chinwag::test::Console;
using chinwag::test::eventually;
using chinwag::test::FakeServer;
using State = ServerLink::State;

namespace {

QPushButton* kickButton(const QWidget& dialog) {
    const auto buttons = dialog.findChildren<QPushButton*>();
    const auto kick = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
        return button->text().remove(u'&').startsWith(QStringLiteral("Kick"));
    });
    return kick == buttons.end() ? nullptr : *kick;
}

QStringList reasonsOf(const FakeServer& server) {
    QStringList reasons;
    const QStringList kicked = server.kicked();
    for (const QString& each : kicked)
        reasons << each.section(QStringLiteral(": "), 1);
    return reasons;
}

} // namespace

class AdminKicksTest : public QObject {
    Q_OBJECT
private:
    static bool begin(Console& console, FakeServer& server, int connections) {
        server.connections = FakeServer::sampleConnections(connections);
        if (!server.listen())
            return false;
        console.window.show();
        console.window.askForServer();
        console.logIn(server.url().toString(), server.operatorName, server.password);
        if (!console.isIn(State::Online))
            return false;
        console.window.showPage(MainWindow::Page::Connections);
        return eventually([&] { return console.window.connections().rowCount() == connections; });
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void oneIsKickedByKeyboard() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 10));
        QVERIFY(console.focusTable());
        console.view().selectRow(3);
        const ConnectionInfo victim = *console.window.connections().at(3);
        QTest::keyClick(&console.view(), Qt::Key_Delete);
        QVERIFY(console.window.kickDialog() != nullptr);
        auto* const reason = console.window.kickDialog()->findChild<QComboBox*>();
        QTest::keyClicks(reason->lineEdit(), QStringLiteral("Spam, spam"));
        QTest::keyClick(reason->lineEdit(), Qt::Key_Return);
        QVERIFY(eventually([&] { return !server.kicked().isEmpty(); }));
        QCOMPARE(server.kicked(), QStringList(victim.id + QStringLiteral(": Spam, spam")));
        QVERIFY(eventually([&] { return console.window.kickDialog() == nullptr; }));
        QVERIFY(eventually([&] { return console.window.connections().rowCount() == 9; }));
    }

    void manyAreNotKickedByASlipOfEnter() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 30));
        QVERIFY(console.focusTable());
        QTest::keyClick(&console.view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&console.view(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(console.window.kickDialog() != nullptr);
        KickDialog* const dialog = console.window.kickDialog();
        QLineEdit* const reason = dialog->findChild<QComboBox*>()->lineEdit();
        QTest::keyClicks(reason, QStringLiteral("enough"));
        QTest::keyClick(reason, Qt::Key_Return);
        // It leads to the button, and what was written stays.
        QCOMPARE(console.window.kickDialog(), dialog);
        auto* const button = qobject_cast<QPushButton*>(dialog->focusWidget());
        QVERIFY(button != nullptr && button->text().contains(QStringLiteral("30")));
        QCOMPARE(reason->text(), QStringLiteral("enough"));
        QCOMPARE(server.count(QStringLiteral("POST /connections")), 0);
        QTest::keyClick(button, Qt::Key_Return);
        QVERIFY(eventually([&] { return server.kicked().size() == 30; }));
    }

    void escapeKicksNobody() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 30));
        QVERIFY(console.focusTable());
        QTest::keyClick(&console.view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&console.view(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(console.window.kickDialog(), Qt::Key_Escape);
        QVERIFY(eventually([&] { return console.window.kickDialog() == nullptr; }));
        QCOMPARE(server.count(QStringLiteral("POST /connections")), 0);
    }

    void manyAreKickedAndTheResultIsTold() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 12));
        console.view().selectAll();
        server.connections.removeIf(
            [&](const ConnectionInfo& info) { return info.id == console.window.connections().at(1)->id; });
        console.window.connectionsPage().connectionActions().kickAction()->trigger();
        KickDialog* const dialog = console.window.kickDialog();
        QVERIFY(dialog != nullptr);
        QPushButton* const kick = kickButton(*dialog);
        QVERIFY(kick != nullptr);
        QTest::keyClick(kick, Qt::Key_Space);
        const auto result = [dialog] {
            QString all;
            const auto labels = dialog->findChildren<QLabel*>();
            for (const QLabel* const label : labels)
                all += label->text() + u'\n';
            return all;
        };
        QVERIFY(eventually([&] { return result().contains(QStringLiteral("11 kicked.")); }));
        QVERIFY2(result().contains(QStringLiteral("1 had left already.")), qPrintable(result()));
        QCOMPARE(server.kicked().size(), 11);
        QCOMPARE(server.count(QStringLiteral("POST /connections/kick")), 1);
    }

    void whatDidNotWorkIsTold() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 3));
        console.view().selectAll();
        server.answerAlways(QStringLiteral("/connections/kick"),
                            FakeServer::problem(500, QStringLiteral("It did not work.")));
        console.window.connectionsPage().connectionActions().kickAction()->trigger();
        KickDialog* const dialog = console.window.kickDialog();
        QVERIFY(dialog != nullptr);
        kickButton(*dialog)->click();
        QVERIFY(eventually([&] {
            const auto labels = dialog->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->text().contains(QStringLiteral("3 failed: It did not work."));
            });
        }));
    }

    void allThatMatchAreKickedAfterAPreview() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 12));
        QVERIFY(!console.window.connectionsPage().connectionActions().kickAllAction()->isEnabled());
        console.window.connectionsPage().addFilter(
            {Column::Room, ConnectionFilter::Kind::Contains, QStringLiteral("o")});
        QVERIFY(eventually([&] {
            return console.window.connectionsPage().connectionActions().kickAllAction()->isEnabled();
        }));
        server.postAnswer = {{QStringLiteral("count"), 7}};
        console.window.connectionsPage().connectionActions().kickAllAction()->trigger();
        ActionDialog* const dialog = console.window.desk().dialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(eventually([&] { return dialog->previewText().contains(u'7'); }));
        QVERIFY(server.posted().constLast().contains(QStringLiteral("\"dry_run\":true")));
        QVERIFY(server.posted().constLast().contains(QStringLiteral("\"query\":{\"room\":\"o\"}")));
        dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
        dialog->button()->click();
        QVERIFY(eventually([&] { return console.window.desk().dialog() == nullptr; }));
        QVERIFY(server.posted().contains(
            QStringLiteral("/connections/kick {\"query\":{\"room\":\"o\"},\"reason\":\"Spam\"}")));
    }

    void somebodyIsToldSomething() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 2));
        server.postAnswer = {{QStringLiteral("nick"), QStringLiteral("Amy")}};
        const ConnectionInfo to = *console.window.connections().at(0);
        Q_EMIT console.window.connectionsPage().connectionActions().messageRequested(to);
        ActionDialog* const dialog = console.window.desk().dialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->button()->isEnabled());
        dialog->enter(QStringLiteral("text"), QStringLiteral("Hello?"));
        dialog->button()->click();
        QVERIFY(eventually([&] { return console.window.desk().dialog() == nullptr; }));
        QCOMPARE(server.posted().constLast(),
                 QString(QStringLiteral("/connections/%1/message {\"text\":\"Hello?\"}").arg(to.id)));
    }

    void whoWasNeverShownIsKickedToo() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 1200));
        QVERIFY(console.window.connections().at(1100) == nullptr);
        console.view().selectAll();
        server.connections.removeLast();
        console.window.connectionsPage().connectionActions().kickAction()->trigger();
        QVERIFY(eventually([&] { return console.window.kickDialog() != nullptr; }));
        const auto labels = console.window.kickDialog()->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text() == QStringLiteral("Kick 1199 connections?");
        }));
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text() == QStringLiteral("and 1179 more");
        }));
    }

    void aReasonHasAHundredBytes() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 2));
        console.view().selectRow(0);
        console.window.connectionsPage().connectionActions().kickAction()->trigger();
        KickDialog* const dialog = console.window.kickDialog();
        QPushButton* const kick = kickButton(*dialog);
        dialog->setReason(QString(50, u'ü')); // two bytes each
        QVERIFY(kick->isEnabled());
        dialog->setReason(QString(QString(50, u'ü') + u'.'));
        QVERIFY(!kick->isEnabled());
        dialog->setReason(QString());
        QTest::keyClick(kick, Qt::Key_Space);
        QVERIFY(eventually([&] { return server.kicked().size() == 1; }));
        QCOMPARE(reasonsOf(server), QStringList(QString()));
    }
};

QTEST_MAIN(AdminKicksTest)
#include "tst_admin_kicks.moc"
