// The console with as many connections as it is made for: a real server, and real clients.
#include "models/ConnectionsModel.h"
#include "support/Console.h"
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"
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
using State = ServerLink::State;

namespace {

constexpr int crowd = 15000;
constexpr rlim_t descriptorsBesides = 200;
constexpr QLatin1String operatorName("alice");
constexpr QLatin1String password("correct horse battery");

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
        const QTemporaryDir data;
        QCOMPARE(
            runAdmin(data.path(), QStringLiteral("add"), operatorName, QByteArray(password.data()) + '\n'),
            0);
        ServerProcess server;
        ServerProcess::Options options;
        options.arguments = {QStringLiteral("--data-dir"), data.path()};
        QVERIFY(server.start(options));
        Console console;
        console.window.resize(1280, 720);
        console.window.show();
        console.logIn(server.urls().value(0), operatorName, password);
        QVERIFY(console.isIn(State::Online));
        ConnectionsModel& model = console.window.connections();
        model.setRefreshInterval(std::chrono::milliseconds(500));
        console.window.showPage(MainWindow::Page::Connections);
        const Crowd everybody(server);
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
