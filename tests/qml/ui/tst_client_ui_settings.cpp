// The settings, the overview of the keys, links from other programs, and a layout from right to left.
#include "ClientUiCase.h"
#include "models/Language.h"
#include "models/Shell.h"
#include "support/FakeTokenStore.h"
#include "support/Wait.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>

namespace chinwag::test {

using models::Preferences;
using models::Shell;

class ClientUiSettingsTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void everySettingTakesEffect();
    void theSizeGrowsWithEverything();
    void whatIsKeptIsDeletedOnlyAfterAQuestion();
    void withoutATrayThereAreNoSettingsForIt();
    void theyAreWorkedByKeyboard();
    void theLanguageChangesAtOnce();
    void theKeysAreListed();
    void aLinkToThisServerLeadsToItsRoom();
    void aLinkElsewhereIsAskedAbout();
    void aSecondStartLeadsToItsRoom();
    void aSecondStartAsSomebodyElseIsAskedAbout();
    void whatIsWrongWithASecondStartIsSaid();
    void aSecondStartFillsInTheForm();
    void whatIsWrongWithTheFilesIsToldOnce();
    void closingGoesToTheTrayWhereThatIsWanted();
    void fromRightToLeftEverythingIsMirrored();
    void aTokenIsRememberedOnRequest();

private:
    Shell& shell() const { return *qvariant_cast<Shell*>(ui_->window().property("shell")); }
    Preferences& preferences() const { return *ui_->chat().preferences(); }
    void startAgain(const QString& address, const QString& room = {}, const QString& nick = {}) const {
        Q_EMIT shell().startedAgain(address, room, nick);
    }
    bool open() {
        ui_->key(Qt::Key_Comma, Qt::ControlModifier);
        return appears("theme1");
    }
    bool appears(const char* name) const {
        return eventually([=, this] { return ui_->find(QLatin1String(name)) != nullptr; });
    }
    bool goes(const char* name) const {
        return eventually([=, this] { return ui_->find(QLatin1String(name)) == nullptr; });
    }
    qreal left(const char* name) const {
        const QQuickItem* const item = ui_->find(QLatin1String(name));
        return item == nullptr ? -1 : item->mapToScene({0, 0}).x();
    }
};

void ClientUiSettingsTest::everySettingTakesEffect() {
    QVERIFY(ui_->show({800, 1'200}));
    shell().setTrayAvailable(true);
    shell().setOfflineAvailable(true);
    QVERIFY(open());
    QVERIFY(ui_->click(QStringLiteral("theme2")));
    QCOMPARE(preferences().theme(), Preferences::Dark);
    QVERIFY(ui_->click(QStringLiteral("notify2")));
    QCOMPARE(preferences().notify(), Preferences::NotifyEverything);
    QVERIFY(ui_->click(QStringLiteral("soundsSwitch")));
    QVERIFY(preferences().hasSounds());
    QVERIFY(ui_->click(QStringLiteral("quietSwitch")));
    QVERIFY(preferences().isDoNotDisturb());
    QVERIFY(ui_->click(QStringLiteral("closeToTraySwitch")));
    QVERIFY(preferences().closesToTray());
    QVERIFY(ui_->click(QStringLiteral("traySwitch")));
    QVERIFY(!preferences().hasTray());
    QVERIFY(ui_->click(QStringLiteral("offlineSwitch")));
    QVERIFY(!preferences().keepsOffline());
    QVERIFY(ui_->click(QStringLiteral("offlineSwitch")));
    QVERIFY(preferences().keepsOffline());
    // Changed elsewhere, in the tray say, they follow.
    preferences().setDoNotDisturb(false);
    QVERIFY(!ui_->find(QStringLiteral("quietSwitch"))->property("checked").toBool());
    ui_->key(Qt::Key_Escape);
    QVERIFY(goes("theme2"));
    QVERIFY(isFocused(QStringLiteral("addressField")));
}

void ClientUiSettingsTest::theSizeGrowsWithEverything() {
    QVERIFY(join());
    const qreal text = ui_->find(QStringLiteral("messageInput"))->property("font").value<QFont>().pixelSize();
    const qreal button = ui_->find(QStringLiteral("sendButton"))->width();
    ui_->key(Qt::Key_Plus, Qt::ControlModifier);
    ui_->key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(preferences().textPercent(), 120);
    QVERIFY(ui_->layOut());
    QVERIFY(ui_->find(QStringLiteral("messageInput"))->property("font").value<QFont>().pixelSize() > text);
    QVERIFY(ui_->find(QStringLiteral("sendButton"))->width() > button);
    ui_->key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(preferences().textPercent(), 100);
    for (int i = 0; i < 30; ++i)
        ui_->key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(preferences().textPercent(), Preferences::minTextPercent);
}

void ClientUiSettingsTest::whatIsKeptIsDeletedOnlyAfterAQuestion() {
    QVERIFY(ui_->show({800, 1'200}));
    shell().setOfflineAvailable(true);
    QSignalSpy cleared(&shell(), &Shell::clearOfflineRequested);
    QVERIFY(open());
    QVERIFY(ui_->click(QStringLiteral("clearOffline")));
    QVERIFY(appears("dialogCancel"));
    QVERIFY(ui_->click(QStringLiteral("dialogCancel")));
    QVERIFY(goes("dialogCancel"));
    QVERIFY(cleared.isEmpty());
    QVERIFY(ui_->click(QStringLiteral("clearOffline")));
    QVERIFY(appears("dialogGo"));
    QVERIFY(ui_->click(QStringLiteral("dialogGo")));
    QCOMPARE(cleared.size(), 1);
    QVERIFY(appears("clearedText"));
}

void ClientUiSettingsTest::withoutATrayThereAreNoSettingsForIt() {
    QVERIFY(ui_->show({800, 1'200}));
    QVERIFY(open());
    QVERIFY(ui_->layOut());
    for (const char* const name : {"traySwitch", "closeToTraySwitch", "offlineSwitch", "clearOffline"})
        QVERIFY2(!ui_->find(QLatin1String(name)), name);
}

void ClientUiSettingsTest::theyAreWorkedByKeyboard() {
    QVERIFY(ui_->show({800, 600}));
    QVERIFY(open());
    for (int i = 0; i < 30 && focusName() != QLatin1String("quietSwitch"); ++i)
        ui_->key(Qt::Key_Tab);
    QCOMPARE(focusName(), QStringLiteral("quietSwitch"));
    ui_->key(Qt::Key_Space);
    QVERIFY(preferences().isDoNotDisturb());
    ui_->key(Qt::Key_Return);
    QVERIFY(!preferences().isDoNotDisturb());
    // Where the keys are is in sight.
    QVERIFY(ui_->layOut());
    const QQuickItem* const item = ui_->find(QStringLiteral("quietSwitch"));
    const qreal top = item->mapToScene({0, 0}).y();
    QVERIFY2(top >= 0 && top + item->height() <= 600, qPrintable(QString::number(top)));
    QAccessibleInterface* const accessible =
        QAccessible::queryAccessibleInterface(ui_->find(QStringLiteral("quietSwitch")));
    QCOMPARE(accessible->role(), QAccessible::CheckBox);
    QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Do not disturb"));
    QVERIFY(!accessible->state().checked);
}

void ClientUiSettingsTest::theLanguageChangesAtOnce() {
    models::Language language;
    language.use({});
    QVERIFY(ui_->show({800, 1'200}));
    connect(&language, &models::Language::changed, this,
            [this] { qmlEngine(&ui_->window())->retranslate(); });
    connect(&preferences(), &Preferences::settingsChanged, &language,
            [&] { language.use(preferences().language()); });
    QVERIFY(open());
    QVERIFY(ui_->click(QStringLiteral("languagede")));
    QCOMPARE(preferences().language(), QStringLiteral("de"));
    QCOMPARE(property("connectButton", "text"), QStringLiteral("Verbinden"));
    QVERIFY(ui_->click(QStringLiteral("languageen")));
    QCOMPARE(property("connectButton", "text"), QStringLiteral("Connect"));
    disconnect(&language, nullptr, this, nullptr);
    language.use({});
}

void ClientUiSettingsTest::theKeysAreListed() {
    QVERIFY(join());
    ui_->key(Qt::Key_F1);
    QVERIFY(appears("closeSheet"));
    QVERIFY(ui_->click(QStringLiteral("closeSheet")));
    QVERIFY(goes("closeSheet"));
    QVERIFY(eventually([&] { return isFocused(QStringLiteral("messageInput")); }));
    ui_->key(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(appears("closeSheet"));
    ui_->key(Qt::Key_Escape);
    QVERIFY(goes("closeSheet"));
}

void ClientUiSettingsTest::aLinkToThisServerLeadsToItsRoom() {
    QVERIFY(join());
    const int made = script_->made();
    startAgain(QStringLiteral("chinwag://localhost/attic?nick=Robin"));
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:attic"));
    QCOMPARE(script_->made(), made);
    QCOMPARE(script_->link()->rooms().size(), 2);
}

void ClientUiSettingsTest::aLinkElsewhereIsAskedAbout() {
    QVERIFY(join());
    const QString other = QStringLiteral("chinwag://chat.example.org/attic?nick=Robin");
    startAgain(other);
    QVERIFY(appears("dialogCancel"));
    QVERIFY(ui_->click(QStringLiteral("dialogCancel")));
    QVERIFY(goes("dialogCancel"));
    QCOMPARE(script_->link()->destination().server, QUrl(QStringLiteral("ws://localhost:8000")));
    // As somebody else on the same server, too.
    startAgain(QStringLiteral("chinwag://localhost/attic?nick=Zoe"));
    QVERIFY(appears("dialogCancel"));
    ui_->key(Qt::Key_Escape);
    QVERIFY(goes("dialogCancel"));
    startAgain(other);
    QVERIFY(appears("dialogGo"));
    QVERIFY(ui_->click(QStringLiteral("dialogGo")));
    QCOMPARE(script_->link()->destination().server, QUrl(QStringLiteral("wss://chat.example.org")));
    QCOMPARE(script_->link()->rooms().first(), QStringLiteral("chat:attic"));
}

void ClientUiSettingsTest::aSecondStartLeadsToItsRoom() {
    QVERIFY(join());
    const int made = script_->made();
    startAgain({}, QStringLiteral("attic"));
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:attic"));
    startAgain({}, QStringLiteral("hall-4"), QStringLiteral("Robin"));
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:hall-4"));
    // What is said beside an address comes before what it says.
    startAgain(QStringLiteral("http://localhost:8000/?room=attic"), QStringLiteral("cellar"));
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:cellar"));
    startAgain({}, {}, QStringLiteral("Robin")); // one is here as that already
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:cellar"));
    QVERIFY(ui_->layOut());
    QVERIFY(!ui_->find(QStringLiteral("dialogGo")));
    QCOMPARE(script_->made(), made);
    QCOMPARE(script_->link()->rooms().size(), 3);
}

void ClientUiSettingsTest::aSecondStartAsSomebodyElseIsAskedAbout() {
    QVERIFY(join());
    startAgain({}, QStringLiteral("attic"), QStringLiteral("Zoe"));
    QVERIFY(appears("dialogGo"));
    QVERIFY(property("linkDialogText", "text").contains(QLatin1String("come back")));
    QVERIFY(ui_->click(QStringLiteral("dialogGo")));
    QCOMPARE(script_->link()->destination().server, QUrl(QStringLiteral("ws://localhost:8000")));
    QCOMPARE(script_->link()->destination().nick, QStringLiteral("Zoe"));
    script_->link()->accept();
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:attic"));
}

void ClientUiSettingsTest::whatIsWrongWithASecondStartIsSaid() {
    QVERIFY(join());
    const auto said = [this] { return newest(models::TimelineModel::TextRole).toString(); };
    startAgain(QStringLiteral("ftp://localhost"));
    QVERIFY2(said().contains(QLatin1String("ftp")), qPrintable(said()));
    startAgain({}, QStringLiteral("a b"));
    QVERIFY2(said().startsWith(QLatin1String("A room is")), qPrintable(said()));
    startAgain({}, {}, QStringLiteral("a: b"));
    QVERIFY2(said().startsWith(QLatin1String("A nickname")), qPrintable(said()));
    QVERIFY(ui_->layOut());
    QVERIFY(!ui_->find(QStringLiteral("dialogGo")));
    QCOMPARE(ui_->room().channel(), QStringLiteral("chat:hall-4"));
}

void ClientUiSettingsTest::aSecondStartFillsInTheForm() {
    QVERIFY(ui_->show());
    startAgain({}, QStringLiteral("attic"), QStringLiteral("Zoe"));
    QCOMPARE(script_->made(), 0); // nobody has said where to
    const models::ConnectForm& form = *ui_->chat().form();
    QCOMPARE(form.room(), QStringLiteral("attic"));
    QCOMPARE(form.nick(), QStringLiteral("Zoe"));
    startAgain(QStringLiteral("localhost"));
    QCOMPARE(script_->made(), 1);
    QCOMPARE(script_->link()->destination().nick, QStringLiteral("Zoe"));
    QCOMPARE(script_->link()->rooms(), QStringList(QStringLiteral("chat:attic")));
    startAgain(QStringLiteral("ftp://localhost"));
    QVERIFY(ui_->layOut());
    QVERIFY(!form.addressFault().isEmpty());
}

void ClientUiSettingsTest::whatIsWrongWithTheFilesIsToldOnce() {
    QVERIFY(join());
    QVERIFY(!ui_->find(QStringLiteral("offlineFault")));
    shell().setOfflineFault(QStringLiteral("The disk is full."));
    QVERIFY(ui_->layOut());
    QCOMPARE(property("offlineFault", "text"), QStringLiteral("The disk is full."));
    QVERIFY(ui_->click(QStringLiteral("dismissOfflineFault")));
    QVERIFY(goes("offlineFault"));
    QVERIFY(say(QStringLiteral("and on it goes")));
}

void ClientUiSettingsTest::closingGoesToTheTrayWhereThatIsWanted() {
    QVERIFY(join());
    QSignalSpy quit(qmlEngine(&ui_->window()), &QQmlEngine::quit);
    shell().setTrayShown(true);
    preferences().setCloseToTray(true);
    QVERIFY(!ui_->window().close());
    QVERIFY(!ui_->window().isVisible());
    QVERIFY(quit.isEmpty());
    ui_->window().show();
    // Where there is no icon, nobody would find it again.
    shell().setTrayShown(false);
    QVERIFY(ui_->window().close());
    QCOMPARE(quit.size(), 1);
}

void ClientUiSettingsTest::fromRightToLeftEverythingIsMirrored() {
    QVERIFY(join({960, 720}));
    hearMany(1);
    QVERIFY(ui_->layOut());
    const QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    const qreal middle = timeline->mapToScene(QPointF(timeline->width() / 2, 0)).x();
    QVERIFY(left("bubble") < middle);
    const qreal rooms = left("roomsPanel");
    const qreal button = left("sendButton");
    const qreal menu = left("menuButton");
    QVERIFY(rooms < 100 && button > 480 && menu > 480);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QVERIFY(ui_->layOut());
    QVERIFY(left("roomsPanel") > 480);
    QVERIFY(left("sendButton") < 480);
    QVERIFY(left("bubble") > timeline->mapToScene(QPointF(timeline->width() / 2, 0)).x());
    QVERIFY(left("menuButton") < 480);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(ui_->layOut());
    QCOMPARE(left("roomsPanel"), rooms);
}

void ClientUiSettingsTest::aTokenIsRememberedOnRequest() {
    FakeTokenStore store;
    QVERIFY(ui_->show());
    QVERIFY(ui_->click(QStringLiteral("tokenButton")));
    // Without a keychain there is nothing to be switched on, and the page says so.
    QVERIFY(!ui_->find(QStringLiteral("rememberToken")));
    QVERIFY(property("tokenField", "hint").contains(QLatin1String("No keychain")));
    ui_->chat().setTokenStore(&store);
    QVERIFY(!property("tokenField", "hint").contains(QLatin1String("No keychain")));
    ui_->type(QStringLiteral("a.b.c"));
    ui_->chat().form()->setAddress(QStringLiteral("localhost"));
    QVERIFY(!ui_->find(QStringLiteral("rememberToken"))->property("checked").toBool());
    QVERIFY(ui_->click(QStringLiteral("rememberToken")));
    QVERIFY(ui_->chat().form()->remembersToken());
    ui_->chat().form()->setRoom(QStringLiteral("hall-4"));
    QVERIFY(ui_->click(QStringLiteral("connectButton")));
    script_->link()->accept();
    QCOMPARE(store.tokens.values(), QStringList{QStringLiteral("a.b.c")});
    ui_.reset(); // before its store
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiSettingsTest)
#include "tst_client_ui_settings.moc"
