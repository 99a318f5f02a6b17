#include "models/DeviceName.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using chinwag::models::deviceName;
using chinwag::models::Preferences;

class DeviceNameTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    const QUrl here_{QStringLiteral("wss://chat.example.org")};

    std::unique_ptr<QSettings> file(const char* name) const {
        return std::make_unique<QSettings>(directory_.filePath(QString::fromLatin1(name)),
                                           QSettings::IniFormat);
    }

private Q_SLOTS:
    void outlivesTheProgram() {
        QString name;
        {
            Preferences preferences(file("a.ini"));
            name = deviceName(preferences, here_);
        }
        // As the page's are, and as a server takes them.
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$")).match(name).hasMatch());
        Preferences again(file("a.ini"));
        QCOMPARE(deviceName(again, here_), name);
        QCOMPARE(deviceName(again, QUrl(QStringLiteral("wss://chat.example.org/mounted"))), name);
        Preferences others(file("b.ini"));
        QVERIFY(deviceName(others, here_) != name);
    }

    void serversCannotCompareThem() {
        Preferences preferences(file("a.ini"));
        QVERIFY(deviceName(preferences, here_) !=
                deviceName(preferences, QUrl(QStringLiteral("wss://other.example.org"))));
        QVERIFY(deviceName(preferences, here_) !=
                deviceName(preferences, QUrl(QStringLiteral("wss://chat.example.org:8000"))));
    }

    void isNoneWhereNothingIsKept() {
        Preferences preferences(nullptr);
        QVERIFY(deviceName(preferences, here_).isEmpty());
    }

    void whatSomebodyWroteThereIsNoSecret() {
        {
            QFile edited(directory_.filePath(QStringLiteral("c.ini")));
            QVERIFY(edited.open(QIODevice::WriteOnly));
            QVERIFY(edited.write("[General]\ndevice_secret=00\n") > 0);
        }
        Preferences edited(file("c.ini"));
        const QString name = deviceName(edited, here_);
        QCOMPARE(name.size(), 32);
        QVERIFY(edited.value(QStringLiteral("device_secret")).toString() != QLatin1String("00"));
        QCOMPARE(deviceName(edited, here_), name);
    }
};

QTEST_APPLESS_MAIN(DeviceNameTest)
#include "tst_device_name.moc"
