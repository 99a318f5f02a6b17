#include "models/WindowMemory.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using chinwag::models::Preferences;
using chinwag::models::WindowMemory;

class WindowMemoryTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    std::unique_ptr<QSettings> file() const {
        return std::make_unique<QSettings>(directory_.filePath(QStringLiteral("a.ini")),
                                           QSettings::IniFormat);
    }

private Q_SLOTS:
    void fits_data() {
        QTest::addColumn<QRect>("place");
        QTest::addColumn<QRect>("fitted");
        QTest::newRow("never closed") << QRect() << QRect();
        QTest::newRow("on the first") << QRect(10, 30, 960, 720) << QRect(10, 30, 960, 720);
        QTest::newRow("on the second") << QRect(2000, 30, 960, 720) << QRect(2000, 30, 960, 720);
        QTest::newRow("on both") << QRect(1800, 30, 960, 720) << QRect(1800, 30, 960, 720);
        QTest::newRow("too large") << QRect(0, 0, 5000, 4000) << QRect(0, 0, 1920, 1080);
        QTest::newRow("too large for the second") << QRect(2000, 0, 1900, 1000) << QRect(2000, 0, 1280, 1000);
        QTest::newRow("its title is above") << QRect(10, -300, 960, 720) << QRect(10, 0, 960, 720);
        QTest::newRow("a screen is gone") << QRect(4000, 30, 960, 720) << QRect();
        QTest::newRow("a corner is left") << QRect(-900, 30, 960, 720) << QRect();
        QTest::newRow("enough is left") << QRect(-840, 30, 960, 720) << QRect(-840, 30, 960, 720);
        QTest::newRow("turned around") << QRect(300, 300, -200, -200) << QRect();
    }

    void fits() {
        QFETCH(const QRect, place);
        QTEST(WindowMemory::fitted(place, {QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)}), "fitted");
    }

    void aPlaceOutlivesTheProgram() {
        const QRect place(60, 70, 500, 450);
        {
            Preferences preferences(file());
            QVERIFY(WindowMemory::properties(preferences).isEmpty());
            QWindow window;
            window.setGeometry(place);
            const WindowMemory memory(preferences, window);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            window.close();
        }
        {
            Preferences preferences(file());
            const auto properties = WindowMemory::properties(preferences);
            QCOMPARE(properties, QVariantMap({{QStringLiteral("x"), place.x()},
                                              {QStringLiteral("y"), place.y()},
                                              {QStringLiteral("width"), place.width()},
                                              {QStringLiteral("height"), place.height()}}));
            QWindow window;
            const WindowMemory memory(preferences, window);
            window.showMaximized();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            window.close();
        }
        const Preferences preferences(file());
        QCOMPARE(preferences.windowPlace(), place);
        QVERIFY(preferences.isWindowMaximized());
        QCOMPARE(WindowMemory::properties(preferences).value(QStringLiteral("visibility")).toInt(),
                 static_cast<int>(QWindow::Maximized));
    }
};

QTEST_MAIN(WindowMemoryTest)
#include "tst_window_memory.moc"
