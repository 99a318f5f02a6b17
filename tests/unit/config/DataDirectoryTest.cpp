#include "app/DataDirectory.h"

#include <QTest>

using chinwag::app::dataDirectory;
using chinwag::config::ServerSettings;

class DataDirectoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        qunsetenv("STATE_DIRECTORY");
        qputenv("XDG_DATA_HOME", "/xdg/data");
        qputenv("HOME", "/nobody");
    }

    void is_data() {
        QTest::addColumn<QByteArray>("setting");
        QTest::addColumn<QByteArray>("state"); // STATE_DIRECTORY
        QTest::addColumn<QByteArray>("data");  // XDG_DATA_HOME
        QTest::addColumn<QString>("directory");
        const auto row = [](const char* name, const char* setting, const char* state, const char* data,
                            const char* directory) {
            QTest::newRow(name) << QByteArray(setting) << QByteArray(state) << QByteArray(data)
                                << QString::fromUtf8(directory);
        };
        row("the setting", "/set", "", "", "/set");
        row("the setting before all others", "/set", "/state", "/data", "/set");
        row("a relative setting", "set/it", "", "", "set/it");
        row("not ASCII", "/s\xC3\xA9t", "", "", "/s\xC3\xA9t");
        row("systemd's", "", "/var/lib/chinwag", "", "/var/lib/chinwag");
        row("systemd's before the user's", "", "/state", "/data", "/state");
        row("the first of systemd's", "", "/state/a:/state/b", "", "/state/a");
        row("the user's", "", "", "/data", "/data/chinwag");
        row("the usual one", "", "", "", "/nobody/.local/share/chinwag");
    }

    void is() {
        QFETCH(QByteArray, setting);
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, data);
        QFETCH(QString, directory);
        // An empty variable is as good as none.
        qputenv("STATE_DIRECTORY", state);
        qputenv("XDG_DATA_HOME", data);
        ServerSettings settings;
        settings.dataDir = setting.toStdString();
        QCOMPARE(dataDirectory(settings), directory);
    }

    void withoutVariables() {
        qunsetenv("XDG_DATA_HOME");
        QCOMPARE(dataDirectory(ServerSettings()), QStringLiteral("/nobody/.local/share/chinwag"));
    }
};

QTEST_APPLESS_MAIN(DataDirectoryTest)
#include "DataDirectoryTest.moc"
