// The console's windows by keyboard, against a server that is played by the test.
#include "models/ConnectionsModel.h"
#include "support/Console.h"
#include "support/FakeServer.h"
#include "support/TlsFront.h"
#include "support/Wait.h"
#include "views/CertificatePanel.h"
#include "views/FilterDialog.h"
#include "views/ServerList.h"
#include "views/Style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <vector>

using namespace chinwag;
using namespace chinwag::admin;
using chinwag::test::Console;
using chinwag::test::eventually;
using chinwag::test::FakeServer;
using chinwag::test::TlsFront;
using State = ServerLink::State;

namespace {

QPushButton* defaultButton(const QWidget& dialog) {
    const auto buttons = dialog.findChildren<QPushButton*>();
    for (QPushButton* const button : buttons) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

} // namespace

class AdminWidgetsTest : public QObject {
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

    // What is in a field leaves the line around it alone, at its corners too.
    void fieldsAreRoundAtTheirCorners() {
        Style style;
        QComboBox box;
        QPlainTextEdit text;
        box.setStyle(&style);
        box.setEditable(true);
        box.lineEdit()->setStyle(&style);
        text.setStyle(&style);
        for (QWidget* const field : {static_cast<QWidget*>(&box), static_cast<QWidget*>(&text)}) {
            field->resize(200, 36);
            const QImage image = field->grab().toImage();
            const QColor inside = field->palette().color(QPalette::Base);
            QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2), inside);
            const int corner = static_cast<int>(2 * image.devicePixelRatio()); // where its line runs
            QVERIFY(image.pixelColor(corner, corner) != inside);
        }
    }

    void theDialogSaysWhatGoesInTheClear() {
        Console console;
        console.window.show();
        console.window.askForServer();
        const auto* const note =
            console.window.connectDialog()->findChild<QLabel*>(QStringLiteral("addressNote"));
        QVERIFY(!note->isVisible()); // it begins with this machine
        console.window.connectDialog()->setAddress(QStringLiteral("http://chat.example.org"));
        QVERIFY(note->isVisible());
        console.window.connectDialog()->setAddress(QStringLiteral("chat.example.org"));
        QVERIFY(!note->isVisible());
    }

    void theDialogSaysWhatIsWrong() {
        FakeServer server;
        QVERIFY(server.listen());
        Console console;
        console.window.show();
        console.logIn(QStringLiteral("ftp://nowhere"), QStringLiteral("alice"), QStringLiteral("x"));
        QVERIFY(console.connectMessage().contains(QStringLiteral("not an address")));
        QVERIFY(server.requests().isEmpty());

        console.logIn(server.url().toString(), server.operatorName, QStringLiteral("wrong"));
        QVERIFY(eventually(
            [&] { return console.connectMessage().contains(QStringLiteral("password is wrong")); }));
        QVERIFY(console.window.connectDialog() != nullptr);

        FakeServer::Answer busy = FakeServer::problem(429, QStringLiteral("Too many attempts."));
        busy.headers = "Retry-After: 1\r\n";
        server.answerAlways(QStringLiteral("/login"), busy);
        console.logIn(server.url().toString(), server.operatorName, server.password);
        QVERIFY(
            eventually([&] { return console.connectMessage().contains(QStringLiteral("again in 1 s")); }));
        QVERIFY(!defaultButton(*console.window.connectDialog())->isEnabled());
        server.answerNormally(QStringLiteral("/login"));
        QVERIFY(eventually([&] { return defaultButton(*console.window.connectDialog())->isEnabled(); }));
        console.logIn(server.url().toString(), server.operatorName, server.password);
        QVERIFY(console.isIn(State::Online));
        QVERIFY(eventually([&] { return console.window.connectDialog() == nullptr; }));
    }

    // While there are none, the list says what it is for.
    void theListOfServersSaysWhatItIsFor() {
        ServerList list;
        list.resize(220, 200);
        const auto picture = [&list] { return list.viewport()->grab().toImage(); };
        const auto isBlank = [](const QImage& image) {
            const QImage plain = image.convertToFormat(QImage::Format_RGB32);
            for (int y = 0; y < plain.height(); ++y) {
                for (int x = 0; x < plain.width(); ++x) {
                    if (plain.pixel(x, y) != plain.pixel(0, 0))
                        return false;
                }
            }
            return true;
        };
        QVERIFY(!isBlank(picture()));
        QVERIFY(list.accessibleDescription().startsWith(QLatin1String("No servers saved yet.")));
        list.addItem(QString());
        QVERIFY(isBlank(picture()));
        list.clear();
        QVERIFY(!isBlank(picture()));
    }

    void theSecondFactorIsAskedFor() {
        FakeServer server;
        server.code = QStringLiteral("123456");
        QVERIFY(server.listen());
        Console console;
        console.window.show();
        console.window.askForServer();
        auto* const code = console.window.connectDialog()->findChild<QLineEdit*>(QStringLiteral("code"));
        QVERIFY(!code->isVisible());
        console.logIn(server.url().toString(), server.operatorName, server.password);
        QVERIFY(eventually([&] { return code->isVisible(); }));
        QVERIFY(console.connectMessage().contains(QStringLiteral("second factor")));
        QVERIFY(!defaultButton(*console.window.connectDialog())->isEnabled());
        QTest::keyClicks(code, QStringLiteral("000000"));
        QTest::keyClick(code, Qt::Key_Return);
        QVERIFY(
            eventually([&] { return console.connectMessage().contains(QStringLiteral("code is wrong")); }));
        QVERIFY(code->isVisible());
        code->clear();
        QTest::keyClicks(code, QStringLiteral(" 123456 "));
        QTest::keyClick(code, Qt::Key_Return);
        QVERIFY(console.isIn(State::Online));
        QVERIFY(eventually([&] { return console.window.connectDialog() == nullptr; }));
        // It was good for once: a session that ends asks for a new one.
        server.forgetSessions();
        QVERIFY(console.isIn(State::Refused));
        QVERIFY(console.window.link().error().wantsCode());
    }

    void aServerOnceUsedIsOfferedAgain() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 3));
        QVERIFY(eventually([&] { return console.window.connectDialog() == nullptr; }));
        console.window.askForServer();
        auto* const address =
            console.window.connectDialog()->findChild<QLineEdit*>(QStringLiteral("address"));
        auto* const name = console.window.connectDialog()->findChild<QLineEdit*>(QStringLiteral("name"));
        QCOMPARE(address->text(), server.url().toString());
        QCOMPARE(name->text(), server.operatorName);
        // Thinking better of it leaves the session alone.
        QTest::keyClick(console.window.connectDialog(), Qt::Key_Escape);
        QCOMPARE(console.window.link().state(), State::Online);
    }

    void anUnknownCertificateIsShownInFull() {
        TlsFront front;
        QVERIFY(front.listen());
        Console console;
        console.window.show();
        console.logIn(front.url().toString(), QStringLiteral("alice"), QStringLiteral("anything"));
        const auto* const panel = console.window.connectDialog()->findChild<CertificatePanel*>();
        QVERIFY(eventually([&] { return panel->isVisible(); }));
        const auto labels = panel->findChildren<QLabel*>();
        QVERIFY(labels.size() > 8);
        for (const QLabel* const label : labels) {
            const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            QVERIFY2(eventually([&] { return label->height() >= needed; }), qPrintable(label->text()));
        }
    }

    void findingAndFiltering() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 500));
        QTest::keyClick(&console.window, Qt::Key_F, Qt::ControlModifier);
        auto* const find = console.window.connectionsPage().findChild<QLineEdit*>();
        QTest::keyClicks(find, QStringLiteral("haruki"));
        QVERIFY(eventually([&] {
            const int rows = console.window.connections().rowCount();
            return rows > 0 && rows < 100;
        }));
        QVERIFY(server.count(QStringLiteral("GET /connections?sort=connected_at&q=haruki")) >= 1);
        QCOMPARE(server.count(QStringLiteral("GET /connections?sort=connected_at&q=h&")), 0);
        find->clear();
        QVERIFY(eventually([&] { return console.window.connections().rowCount() == 500; }));

        console.window.connectionsPage().addFilter(
            {Column::Tls, ConnectionFilter::Kind::Is, QStringLiteral("true")});
        console.window.connectionsPage().addFilter(
            {Column::Idle, ConnectionFilter::Kind::AtLeast, QStringLiteral("60")});
        QVERIFY(eventually([&] {
            return server.count(QStringLiteral("GET /connections?sort=connected_at&tls=true&idle.min=60")) >
                       0 &&
                   console.window.connections().rowCount() < 500;
        }));
        const auto chips = console.window.connectionsPage().findChildren<QToolButton*>();
        const auto chip = std::find_if(chips.begin(), chips.end(), [](const QToolButton* button) {
            return button->accessibleName().contains(QStringLiteral("With TLS"));
        });
        QVERIFY(chip != chips.end());
        QTest::keyClick(*chip, Qt::Key_Space);
        QVERIFY(eventually([&] {
            return server.count(QStringLiteral("GET /connections?sort=connected_at&idle.min=60")) > 0;
        }));
    }

    void theFilterDialogWritesTheServersWords() {
        FilterDialog dialog;
        auto* const column = dialog.findChild<QComboBox*>();
        QVERIFY(!defaultButton(dialog) || !dialog.filter().value.size());
        column->setCurrentIndex(column->findText(QStringLiteral("Queue")));
        dialog.findChild<QAbstractSpinBox*>()->findChild<QLineEdit*>()->setText(QStringLiteral("3 KiB"));
        QCOMPARE(dialog.filter().parameter(), QStringLiteral("queue_bytes.min"));
        QCOMPARE(dialog.filter().value, QStringLiteral("3072"));
    }

    void rowsAreCopiedAsAShows() {
        FakeServer server;
        server.connections = FakeServer::sampleConnections(1);
        Console console;
        QVERIFY(begin(console, server, 3));
        QVERIFY(console.focusTable());
        for (int column = 0; column < columnCount; ++column)
            console.view().setColumnHidden(column, column != static_cast<int>(Column::Nick) &&
                                                       column != static_cast<int>(Column::Room));
        QTest::keyClick(&console.view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&console.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.value(0), QStringLiteral("Nickname\tRoom"));
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines.value(1).startsWith(QStringLiteral("Alice\t")));
    }

    void layoutAndSortingAreRemembered() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 5));
        console.view().setColumnHidden(static_cast<int>(Column::Room), true);
        console.view().sortByColumn(static_cast<int>(Column::Idle), Qt::DescendingOrder);
        console.window.close();
        Theme theme;
        MainWindow again(console.settings, theme, std::make_unique<NoCredentials>());
        QVERIFY(again.connectionsPage().view().isColumnHidden(static_cast<int>(Column::Room)));
        QCOMPARE(again.connections().query().sortColumn, Column::Idle);
        QCOMPARE(again.connections().query().order, Qt::DescendingOrder);
    }

    void aPasswordThatIsStillInTheKeychainIsNamed() {
        Console console;
        Theme theme;
        auto made = std::make_unique<NoCredentials>();
        NoCredentials& keychain = *made;
        MainWindow window(console.settings, theme, std::move(made));
        window.show();
        Q_EMIT keychain.removeFailed(QStringLiteral("it is locked"));
        const auto* const box = window.findChild<QMessageBox*>();
        QVERIFY(box != nullptr);
        QVERIFY2(box->text().contains(QLatin1String("it is locked")), qPrintable(box->text()));
    }

    void settingsThatCannotBeKeptAreNamed() {
        const Console usual;
        QVERIFY(usual.window.statusBar()->currentMessage().isEmpty());
        // What is a file cannot be a folder as well.
        QFile file(usual.home.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QSettings settings(file.fileName() + QStringLiteral("/settings.ini"), QSettings::IniFormat);
        Theme theme;
        const MainWindow window(settings, theme, std::make_unique<NoCredentials>());
        const QString said = window.statusBar()->currentMessage();
        QVERIFY2(said.contains(settings.fileName()), qPrintable(said));
    }

    void whatIsOldIsGreyedUntilTheServerIsBack() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 5));
        server.goDown();
        QVERIFY(console.isIn(State::Lost));
        QVERIFY(!console.window.connectionsPage().isEnabled());
        QCOMPARE(console.window.connections().rowCount(), 5);
        QVERIFY(server.listenAgain());
        QVERIFY(console.isIn(State::Online));
        QVERIFY(console.window.connectionsPage().isEnabled());
    }

    void emptyAndUnmatched() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 0));
        const auto says = [&](const QString& text) {
            return eventually([&] {
                const auto labels = console.window.connectionsPage().findChildren<QLabel*>();
                return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                    return label->text() == text && label->isVisible();
                });
            });
        };
        QVERIFY(says(QStringLiteral("Nobody is connected")));
        console.window.connectionsPage().addFilter(
            {Column::Room, ConnectionFilter::Kind::Contains, QStringLiteral("x")});
        QVERIFY(says(QStringLiteral("Nobody matches")));
        server.answerAlways(QStringLiteral("/connections"),
                            FakeServer::problem(500, QStringLiteral("Broken.")));
        console.window.connections().refresh();
        QVERIFY(says(QStringLiteral("The list cannot be shown")));
    }

    void chosenRowsComeInOrderAndOnce() {
        FakeServer server;
        Console console;
        QVERIFY(begin(console, server, 20));
        auto& view = console.view();
        auto& selection = *view.selectionModel();
        const auto choose = [&](int first, int last) {
            // Next to each other and over each other, as one gets them by dragging about.
            QItemSelection rows = selection.selection();
            rows.append(QItemSelectionRange(view.model()->index(first, 0), view.model()->index(last, 2)));
            selection.select(rows, QItemSelectionModel::ClearAndSelect);
        };
        choose(9, 12);
        choose(2, 3);
        choose(11, 14);
        choose(3, 3);
        QCOMPARE(view.selectedRowNumbers(), (std::vector<int>{2, 3, 9, 10, 11, 12, 13, 14}));
        view.clearSelection();
        QVERIFY(view.selectedRowNumbers().empty());

        view.selectAll();
        QCOMPARE(view.selectedRowNumbers().size(), std::size_t{20});
        // It would look through all rows for what to mark.
        QVERIFY(!view.horizontalHeader()->selectionModel()->hasSelection());
    }
};

QTEST_MAIN(AdminWidgetsTest)
#include "tst_admin_widgets.moc"
