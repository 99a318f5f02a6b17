// Runs the program that fills a disk, on a file system of a few MiB that nobody else sees.
#include "support/Patience.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace chinwag::test;

class StoreFullDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesForNowAndRecovers() {
        const QString program = qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/store-full-disk");
        QVERIFY2(QFileInfo(program).isExecutable(), qPrintable(program));
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        // root may mount in a namespace of its own; others are root in a user namespace first.
        QStringList arguments{::geteuid() == 0 ? QStringLiteral("-m") : QStringLiteral("-Urm")};
        arguments << QStringLiteral("sh") << QStringLiteral("-c")
                  << QStringLiteral("mount -t tmpfs -o size=4m tmpfs \"$1\" && exec \"$0\" \"$1\"") << program
                  << folder.path();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("unshare"), arguments);
        QVERIFY2(process.waitForFinished(patienceMilliseconds * 6), qPrintable(process.errorString()));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("full after"), said.constData());
    }
};

QTEST_GUILESS_MAIN(StoreFullDiskTest)
#include "StoreFullDiskTest.moc"
