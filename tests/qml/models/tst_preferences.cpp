#include "models/Preferences.h"

#include <QFile>
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

    void takeAnyFile() {
        QFile broken(directory_.filePath(QStringLiteral("b.ini")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        QVERIFY(broken.write("theme=plaid\nrecent_servers=@Invalid()\n\x00\xFF[[[") > 0);
        broken.close();
        const Preferences preferences(file(QStringLiteral("b.ini")));
        QCOMPARE(preferences.theme(), Preferences::System);
        QVERIFY(preferences.recentServers().isEmpty());
    }
};

QTEST_APPLESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"
