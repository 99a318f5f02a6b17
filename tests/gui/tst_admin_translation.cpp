// The German console: that nothing of it is left in English, and that it fits.
#include "models/ReasonTemplates.h"
#include "support/Console.h"
#include "support/FakeServer.h"
#include "support/SampleLists.h"
#include "support/Translated.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/AlertsDialog.h"
#include "views/ContextDialog.h"
#include "views/FilterDialog.h"
#include "views/KickDialog.h"
#include "views/ModerationDesk.h"
#include "views/ReasonsDialog.h"
#include "views/RowDialog.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/Translation.h"

#include <QAction>
#include <QFile>
#include <QMenuBar>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace chinwag::admin;
using namespace chinwag::test;
using Page = ConsolePages::Page;
using State = ServerLink::State;

namespace {

QString translationFile(const QString& language) {
    return QStringLiteral(CHINWAG_ADMIN_SOURCE "/i18n/chinwag-admin_%1.ts").arg(language);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray together(const QStringList& faults) {
    return faults.join(u'\n').toUtf8();
}

/// English texts that are other words in German, and that no German text happens to be.
QStringList englishOnly() {
    QStringList english;
    QStringList german;
    const auto entries = readTranslation(translationFile(QStringLiteral("de")));
    for (const Translated& each : entries) {
        english << each.source;
        german << each.texts;
    }
    english.removeIf([&](const QString& text) { return german.contains(text); });
    return english;
}

struct Scene {
    FakeServer server;
    Console console;

    bool begin() {
        if (!server.listen())
            return false;
        server.connections = FakeServer::sampleConnections(40);
        server.tables = sampleTables();
        for (const auto& [path, body] : sampleObjects())
            server.answerAlways(path, {200, body, {}});
        console.window.resize(1280, 720);
        console.window.show();
        console.logIn(server.url().toString(), server.operatorName, server.password);
        return console.isIn(State::Online) &&
               eventually([&] { return console.window.connectDialog() == nullptr; });
    }
};

} // namespace

class AdminTranslationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(loadTranslation(german_));
        QVERIFY(QCoreApplication::installTranslator(&german_));
        english_ = englishOnly();
        QVERIFY(english_.size() > 300);
    }

    void theFileHasAllThatTheSourcesSay_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("German") << QStringLiteral("de") << QStringList();
        QTest::newRow("English") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
    }

    void theFileHasAllThatTheSourcesSay() {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        const QTemporaryDir home;
        const QString copy = home.filePath(QStringLiteral("chinwag-admin_%1.ts").arg(language));
        QVERIFY(QFile::copy(translationFile(language), copy));
        QProcess lupdate;
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(CHINWAG_LUPDATE),
                      QStringList{QStringLiteral(CHINWAG_ADMIN_SOURCE), QStringLiteral("-locations"),
                                  QStringLiteral("none"), QStringLiteral("-no-obsolete"),
                                  QStringLiteral("-ts"), copy} +
                          options);
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        // Its description in admin-gui/CMakeLists.txt tells how to bring it up to date.
        QVERIFY2(contentOf(copy) == contentOf(translationFile(language)), lupdate.readAll().constData());
    }

    void everyEntryIsFinishedAndHasItsPlaces_data() { theFileHasAllThatTheSourcesSay_data(); }

    void everyEntryIsFinishedAndHasItsPlaces() {
        QFETCH(QString, language);
        const auto entries = readTranslation(translationFile(language));
        QVERIFY(!entries.isEmpty());
        for (const Translated& entry : entries) {
            const QByteArray which = (entry.context + QStringLiteral(": ") + entry.source).toUtf8();
            QVERIFY2(entry.isFinished, which.constData());
            QVERIFY2(entry.texts.size() == (entry.isNumerus ? 2 : 1), which.constData());
            for (const QString& text : entry.texts) {
                QVERIFY2(!text.isEmpty(), which.constData());
                QVERIFY2(placesOf(text) == placesOf(entry.source), which.constData());
                QVERIFY2(text.contains(u'&') == entry.source.contains(u'&'), which.constData());
                QVERIFY2(text.endsWith(u'…') == entry.source.endsWith(u'…'), which.constData());
            }
        }
    }

    void numbersHaveTheirForms() {
        const auto lifted = [](int count) { return ModerationDesk::tr("%n bans lifted.", nullptr, count); };
        QCOMPARE(lifted(1), QStringLiteral("1 Sperre aufgehoben."));
        QCOMPARE(lifted(3), QStringLiteral("3 Sperren aufgehoben."));
    }

    void everyPageIsGermanAndFits() {
        Scene scene;
        QVERIFY(scene.begin());
        MainWindow& window = scene.console.window;
        for (const auto page : {MainWindow::Page::Overview, MainWindow::Page::Connections}) {
            window.showPage(page);
            check(window);
        }
        QVERIFY(eventually([&] { return window.connections().at(0) != nullptr; }));
        scene.console.view().selectAll();
        check(window);
        for (const ConsolePages::Entry& entry : window.consolePages().entries()) {
            window.showPage(entry.page);
            if (TablePage* const table = window.consolePages().table(entry.page)) {
                QVERIFY(eventually([&] { return table->model().rowCount() > 0; }));
                table->view().selectRow(0);
            }
            check(window);
        }
        QCOMPARE(window.size(), QSize(1280, 720));
    }

    void menusHaveALetterForEach() {
        const Console console;
        QStringList contested;
        const auto menus = console.window.menuBar()->findChildren<QMenu*>();
        QVERIFY(menus.size() >= 4);
        for (const QMenu* const menu : menus)
            contested << contestedLetters(*menu);
        QVERIFY2(contested.isEmpty(), together(contested));
        QCOMPARE(console.window.menuBar()->actions().at(1)->text(), QStringLiteral("&Ansicht"));
    }

    void theFirstDialogIsGermanAndFits() {
        Console console;
        console.window.show();
        console.window.askForServer();
        checkDialog(*console.window.connectDialog());
    }

    // The server says it in English.
    void whatTheServerRefusesIsGerman() {
        FakeServer server;
        QVERIFY(server.listen());
        Console console;
        console.window.show();
        console.logIn(server.url().toString(), server.operatorName, QStringLiteral("incorrect horse"));
        QVERIFY(console.isIn(State::Refused));
        QCOMPARE(console.window.link().error().message(),
                 QStringLiteral("Der Name oder das Passwort ist falsch."));
        checkDialog(*console.window.connectDialog());
    }

    void dialogsAreGermanAndFit() {
        Scene scene;
        QVERIFY(scene.begin());
        ModerationDesk& desk = scene.console.window.desk();
        const QJsonObject room{{QStringLiteral("name"), QStringLiteral("chat:lobby")}};
        const std::function<void()> asking[] = {
            [&] { desk.ban({}); },
            [&] { desk.mute({}); },
            [&] { desk.changeRoom(room); },
            [&] {
                desk.redact({{QStringLiteral("chat:lobby"), QStringLiteral("m1"), QStringLiteral("hi")}});
            },
            [&] { desk.purge(QStringLiteral("mallory")); },
            [&] { desk.lockDown({}); },
        };
        for (const auto& ask : asking) {
            ask();
            QVERIFY(desk.dialog() != nullptr);
            checkDialog(*desk.dialog());
            desk.dialog()->reject();
            QVERIFY(eventually([&] { return desk.dialog() == nullptr; }));
        }
        MainWindow& window = scene.console.window;
        ReasonTemplates reasons(scene.console.settings);
        FilterDialog filter(&window);
        KickDialog kick(window.link().client(), FakeServer::sampleConnections(3), reasons.all(), &window);
        AlertsDialog alerts(window.alerts(), &window);
        ReasonsDialog reasonsDialog(reasons, &window);
        RowDialog row(ModerationDesk::tr("Room"), room, &window);
        ContextDialog context(window.link().client(), QStringLiteral("chat:lobby"), 89'970, true, &window);
        for (QDialog* const dialog : {static_cast<QDialog*>(&filter), static_cast<QDialog*>(&kick),
                                      static_cast<QDialog*>(&alerts), static_cast<QDialog*>(&reasonsDialog),
                                      static_cast<QDialog*>(&row), static_cast<QDialog*>(&context)}) {
            dialog->show();
            checkDialog(*dialog);
            dialog->hide();
        }
    }

private:
    void check(QWidget& shown) const {
        QCoreApplication::processEvents();
        const QStringList squeezed = squeezedIn(shown);
        QVERIFY2(squeezed.isEmpty(), together(squeezed));
        QStringList left = textsIn(shown);
        left.removeIf([this](const QString& text) { return !english_.contains(text); });
        QVERIFY2(left.isEmpty(), together(left));
    }
    void checkDialog(QWidget& dialog) const {
        QVERIFY(eventually([&] { return dialog.isVisible(); }));
        check(dialog);
        const QStringList contested = contestedLetters(dialog);
        QVERIFY2(contested.isEmpty(), together(contested));
    }

    QTranslator german_;
    QStringList english_;
};

QTEST_MAIN(AdminTranslationTest)
#include "tst_admin_translation.moc"
