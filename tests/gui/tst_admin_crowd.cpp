// The console with as many connections as it is made for: a real server, and real clients.
#include "models/ConnectionsModel.h"
#include "support/OperatedServer.h"
#include "support/Wait.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>

using namespace chinwag;
using namespace chinwag::admin;
using namespace chinwag::test;

namespace {

constexpr int crowd = 15000;
constexpr rlim_t descriptorsBesides = 200;

bool hasRoomForACrowd() {
    rlimit limit{};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_max >= crowd + descriptorsBesides;
}

/// Clients that say nothing, until it is destroyed.
class Crowd {
public:
    explicit Crowd(const ServerProcess& server) {
        generator_.start(qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/chinwag-bench"),
                         {QStringLiteral("idle"), server.urls().value(0), QStringLiteral("--clients"),
                          QString::number(crowd), QStringLiteral("--seconds"), QStringLiteral("3600"),
                          QStringLiteral("--pid"), QString::number(server.pid())});
    }
    ~Crowd() {
        generator_.kill();
        generator_.waitForFinished();
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

private:
    QProcess generator_;
};

} // namespace

class AdminCrowdTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTableScrollsToTheEnd() {
        if (!hasRoomForACrowd())
            QSKIP("the limit of descriptors is too low for so many connections");
        OperatedServer scene;
        Console& console = scene.console;
        console.window.resize(1280, 720);
        QVERIFY(scene.start());
        QVERIFY(scene.logIn());
        ConnectionsModel& model = console.window.connections();
        model.setRefreshInterval(std::chrono::milliseconds(500));
        console.window.showPage(MainWindow::Page::Connections);
        const Crowd everybody(scene.server);
        QVERIFY(eventually([&] { return model.rowCount() == crowd; }));

        // One list from the first row to the last, so that nobody is seen twice.
        model.setRefreshInterval(std::chrono::hours(1));
        auto& view = console.view();
        QVERIFY(console.focusTable());
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QSet<QString> seen;
        qint64 slowest = 0; // milliseconds until a screenful was there
        for (int row = 0; row < crowd;) {
            QElapsedTimer waited;
            waited.start();
            const int last = std::min(view.rowAt(view.viewport()->height() - 1), crowd - 1);
            const int end = last < 0 ? crowd : last + 1;
            QVERIFY(end > row);
            for (; row < end; ++row) {
                QVERIFY(eventually([&] { return model.at(row) != nullptr; }));
                seen.insert(model.at(row)->id);
            }
            slowest = std::max(slowest, waited.elapsed());
            QTest::keyClick(&view, Qt::Key_PageDown);
        }
        QCOMPARE(seen.size(), crowd);
        QCOMPARE(view.currentIndex().row(), crowd - 1);
        qInfo("The slowest screenful came after %lld ms.", static_cast<long long>(slowest));
    }
};

QTEST_MAIN(AdminCrowdTest)
#include "tst_admin_crowd.moc"
