#include "desktop/TrayIcon.h"
#include "desktop/TrayNotifier.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using chinwag::desktop::Notifier;
using chinwag::desktop::TrayIcon;
using chinwag::desktop::TrayNotifier;

namespace {

QIcon plainIcon() {
    QIcon icon;
    for (const int size : {16, 22, 32, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::blue);
        icon.addPixmap(pixmap);
    }
    return icon;
}

// How much of the icon is not as it was.
int changedPixels(const QIcon& icon, int size) {
    const QImage image = icon.pixmap(QSize(size, size), 1.0).toImage();
    int changed = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            changed += image.pixelColor(x, y) != QColor(Qt::blue) ? 1 : 0;
    }
    return changed;
}

QAction* actionOf(TrayIcon& icon, const QString& text) {
    const QList<QAction*> actions = icon.icon().contextMenu()->actions();
    for (QAction* const action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TrayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMarkSaysHowMuchIsUnread_data() {
        QTest::addColumn<int>("size");
        for (const int size : {16, 22, 32, 64})
            QTest::addRow("%d pixels", size) << size;
    }

    void aMarkSaysHowMuchIsUnread() {
        QFETCH(const int, size);
        QCOMPARE(changedPixels(TrayIcon::marked(plainIcon(), 0, 0), size), 0);
        const int dot = changedPixels(TrayIcon::marked(plainIcon(), 5, 0), size);
        const int number = changedPixels(TrayIcon::marked(plainIcon(), 5, 3), size);
        const int wide = changedPixels(TrayIcon::marked(plainIcon(), 500, 300), size);
        QVERIFY(dot > 0);
        QVERIFY(dot < number);
        QVERIFY(number < wide);
        QVERIFY(wide < size * size * 2 / 3); // what program it is can still be seen
    }

    void numbersDiffer() {
        const auto picture = [](int personal) {
            return TrayIcon::marked(plainIcon(), 9, personal).pixmap(QSize(64, 64), 1.0).toImage();
        };
        QVERIFY(picture(3) != picture(4));
        QVERIFY(picture(100) == picture(1'000));
    }

    void anIconWithoutAPictureStillHasAMark() { QVERIFY(!TrayIcon::marked(QIcon(), 1, 1).isNull()); }

    void theMenuAsks() {
        TrayIcon icon(plainIcon());
        QSignalSpy toggled(&icon, &TrayIcon::toggleRequested);
        QSignalSpy quiet(&icon, &TrayIcon::doNotDisturbRequested);
        QSignalSpy settings(&icon, &TrayIcon::settingsRequested);
        QSignalSpy quit(&icon, &TrayIcon::quitRequested);
        actionOf(icon, QStringLiteral("Show or hide Chinwag"))->trigger();
        actionOf(icon, QStringLiteral("Do not disturb"))->trigger();
        actionOf(icon, QStringLiteral("Settings…"))->trigger();
        actionOf(icon, QStringLiteral("Quit"))->trigger();
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(quiet.size(), 1);
        QVERIFY(quiet.first().first().toBool());
        QCOMPARE(settings.size(), 1);
        QCOMPARE(quit.size(), 1);
        icon.setDoNotDisturb(false);
        QCOMPARE(quiet.size(), 1); // what was set is not asked for
        QVERIFY(!actionOf(icon, QStringLiteral("Do not disturb"))->isChecked());
    }

    void theTipSaysIt() {
        TrayIcon icon(plainIcon());
        icon.setUnread(7, 1);
        QVERIFY(icon.icon().toolTip().contains(QStringLiteral("7")));
    }

    void aClickOnAMessageSaysWhatItIsAbout() {
        TrayIcon icon(plainIcon());
        TrayNotifier notifier(icon.icon());
        QSignalSpy activated(&notifier, &Notifier::activated);
        Q_EMIT icon.icon().messageClicked();
        QVERIFY(activated.isEmpty());
        notifier.show({QStringLiteral("chat:lobby"), QStringLiteral("Ada"), QStringLiteral("hello"), false});
        Q_EMIT icon.icon().messageClicked();
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toString(), QStringLiteral("chat:lobby"));
        notifier.withdraw(QStringLiteral("chat:lobby"));
        Q_EMIT icon.icon().messageClicked();
        QCOMPARE(activated.size(), 1);
    }
};

QTEST_MAIN(TrayTest)
#include "tst_tray.moc"
