#include "models/Preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using chinwag::models::Preferences;

class PreferencesTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    std::unique_ptr<QSettings> file(const QString& name) const {
        return std::make_unique<QSettings>(directory_.filePath(name), QSettings::IniFormat);
    }

private Q_SLOTS:
    void outliveTheProgram() {
        const QString name = QStringLiteral("a.ini");
        {
            Preferences preferences(file(name));
            QCOMPARE(preferences.theme(), Preferences::System);
            preferences.setTheme(Preferences::Dark);
            preferences.remember(
                {QStringLiteral("one.example"), QStringLiteral("Robin"), QStringLiteral("hall-4")});
            preferences.remember(
                {QStringLiteral("two.example"), QStringLiteral("صوفيا"), QStringLiteral("lobby")});
        }
        const Preferences preferences(file(name));
        QCOMPARE(preferences.theme(), Preferences::Dark);
        QCOMPARE(preferences.lastPlace().server, QStringLiteral("two.example"));
        QCOMPARE(preferences.lastPlace().nick, QStringLiteral("صوفيا"));
        QCOMPARE(preferences.lastPlace().room, QStringLiteral("lobby"));
        QCOMPARE(preferences.recentServers(),
                 QStringList({QStringLiteral("two.example"), QStringLiteral("one.example")}));
    }

    void keepAFewServersNewestFirst() {
        Preferences preferences(nullptr);
        for (int i = 0; i < 8; ++i)
            preferences.remember({QString::number(i), {}, {}});
        preferences.remember({QStringLiteral("5"), {}, {}});
        QCOMPARE(preferences.recentServers(),
                 QStringList({QStringLiteral("5"), QStringLiteral("7"), QStringLiteral("6"),
                              QStringLiteral("4"), QStringLiteral("3")}));
        preferences.forgetServer(QStringLiteral("7"));
        QCOMPARE(preferences.recentServers().size(), 4);
    }

    void keepTheEmojiThatWereUsedNewestFirst() {
        const QString name = QStringLiteral("emoji.ini");
        {
            Preferences preferences(file(name));
            for (const char16_t c : {u'a', u'b', u'a'})
                preferences.noteEmoji(QString(QChar(c)));
            preferences.noteEmoji({});
        }
        Preferences preferences(file(name));
        QCOMPARE(preferences.recentEmoji(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        for (int i = 0; i < 100; ++i)
            preferences.noteEmoji(QString::number(i));
        QCOMPARE(preferences.recentEmoji().size(), Preferences::maxRecentEmoji);
        QCOMPARE(preferences.recentEmoji().first(), QStringLiteral("99"));
    }

    void settingsOutliveTheProgram() {
        const QString name = QStringLiteral("settings.ini");
        {
            Preferences preferences(file(name));
            QVERIFY(!preferences.hasSounds() && !preferences.closesToTray() && preferences.hasTray() &&
                    preferences.keepsOffline());
            QCOMPARE(preferences.notify(), Preferences::NotifyPersonal);
            QSignalSpy changed(&preferences, &Preferences::settingsChanged);
            preferences.setSounds(true);
            preferences.setSounds(true);
            QCOMPARE(changed.size(), 1);
            preferences.setTextPercent(1'000);
            preferences.setLanguage(QStringLiteral("de"));
            preferences.setNotify(Preferences::NotifyEverything);
            preferences.setDoNotDisturb(true);
            preferences.setTray(false);
            preferences.setCloseToTray(true);
            preferences.setKeepOffline(false);
            QCOMPARE(changed.size(), 8);
        }
        const Preferences preferences(file(name));
        QCOMPARE(preferences.textPercent(), Preferences::maxTextPercent);
        QCOMPARE(preferences.language(), QStringLiteral("de"));
        QCOMPARE(preferences.notify(), Preferences::NotifyEverything);
        QVERIFY(preferences.isDoNotDisturb() && preferences.hasSounds() && preferences.closesToTray());
        QVERIFY(!preferences.hasTray() && !preferences.keepsOffline());
    }

    void takeAnyFile() {
        QFile broken(directory_.filePath(QStringLiteral("b.ini")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        QVERIFY(broken.write("theme=plaid\nnotify=perhaps\ntext_percent=much\nrecent_servers=@Invalid()\n"
                             "\x00\xFF[[[") > 0);
        broken.close();
        const Preferences preferences(file(QStringLiteral("b.ini")));
        QCOMPARE(preferences.theme(), Preferences::System);
        QCOMPARE(preferences.notify(), Preferences::NotifyPersonal);
        QCOMPARE(preferences.textPercent(), 100);
        QVERIFY(preferences.recentServers().isEmpty());
    }
};

QTEST_APPLESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
