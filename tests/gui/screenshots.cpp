// Pictures of the console with believable data: chinwag-admin-screenshots DIRECTORY
#include "api/Credentials.h"
#include "models/StatsHistory.h"
#include "support/FakeServer.h"
#include "views/ConnectDialog.h"
#include "views/ConnectionsPage.h"
#include "views/ConnectionsView.h"
#include "views/KickDialog.h"
#include "views/MainWindow.h"
#include "views/PlotView.h"
#include "views/Theme.h"

#include <QApplication>
#include <QDir>
#include <QJsonObject>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace chinwag;
using chinwag::test::FakeServer;

namespace {

constexpr int patience = 30000; // milliseconds

/// A busy evening, ten minutes of it, ending now.
void fillHistory(admin::StatsHistory& history, int connections) {
    admin::Stats stats = *admin::Stats::parse(FakeServer::sampleStats()).value;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    stats.startedAt = now.addSecs(-272871);
    for (int second = -600; second <= 0; ++second) {
        const double wave = std::sin(second / 47.0) * 0.5 + std::sin(second / 11.0) * 0.2;
        const double burst = second % 97 < 6 ? 1.5 : 1.0;
        const double received = (900 + 340 * wave) * burst;
        stats.time = now.addSecs(second);
        stats.uptimeSeconds = 272871 + second;
        stats.connections = connections + second / 3 + static_cast<int>(120 * wave);
        stats.webSockets = stats.connections - 31;
        stats.httpConnections = 31;
        stats.messagesReceived += static_cast<qint64>(received);
        stats.messagesDelivered += static_cast<qint64>(received * 182);
        stats.cpuSeconds += received / 2300;
        stats.residentBytes = 41000000 + (600 + second) * 9000 + static_cast<qint64>(2500000 * wave);
        stats.queueBytes = 18000 + static_cast<qint64>(9000 * wave);
        stats.openDescriptors = stats.connections + 24;
        history.append(stats);
    }
}

// Animations and hover effects, which tell nobody when they end, have come to rest by then.
constexpr int restMs = 400;

class Photographer {
public:
    Photographer(QString directory, admin::Theme& theme) : directory_(std::move(directory)), theme_(theme) {}

    bool all(admin::Theme::Choice choice, const QString& suffix);

private:
    bool take(QWidget& widget, const QString& name) {
        QTest::qWait(restMs);
        return widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(directory_, name, suffix_));
    }
    bool session(admin::MainWindow& window, FakeServer& server);
    bool dialogs(admin::MainWindow& window, FakeServer& server);

    QString directory_;
    admin::Theme& theme_;
    QString suffix_;
};

bool online(admin::MainWindow& window) {
    return QTest::qWaitFor([&] { return window.link().state() == admin::ServerLink::State::Online; },
                           patience);
}

bool Photographer::session(admin::MainWindow& window, FakeServer& server) {
    bool ok = true;
    window.askForServer(server.url().toString());
    window.connectDialog()->setOperator(server.operatorName);
    window.connectDialog()->setPassword(server.password);
    ok &= take(*window.connectDialog(), QStringLiteral("connect"));
    window.connectDialog()
        ->findChild<QLineEdit*>(QStringLiteral("password"))
        ->setText(QStringLiteral("a wrong one"));
    QTest::keyClick(window.connectDialog(), Qt::Key_Return);
    ok &=
        QTest::qWaitFor([&] { return window.link().state() == admin::ServerLink::State::Refused; }, patience);
    ok &= take(*window.connectDialog(), QStringLiteral("connect-wrong"));
    window.connectDialog()->setPassword(server.password);
    QTest::keyClick(window.connectDialog(), Qt::Key_Return);
    ok &= online(window);
    fillHistory(window.history(), 15000);
    ok &= take(window, QStringLiteral("overview"));
    auto* const plot = window.findChild<admin::PlotView*>();
    QTest::mouseMove(plot->viewport(), plot->viewport()->rect().center());
    window.resize(1000, 600);
    ok &= take(window, QStringLiteral("overview-small"));
    window.resize(1600, 900);
    ok &= take(window, QStringLiteral("overview-wide"));
    window.resize(1280, 720);
    return ok;
}

bool Photographer::dialogs(admin::MainWindow& window, FakeServer& server) {
    bool ok = true;
    window.showPage(admin::MainWindow::Page::Connections);
    ok &= QTest::qWaitFor([&] { return window.connections().at(0) != nullptr; }, patience);
    auto& view = window.connectionsPage().view();
    view.selectRow(4);
    server.connections.removeAt(6);
    window.connections().markGone(window.connections().at(6)->id);
    ok &= take(window, QStringLiteral("connections"));
    view.clearSelection();
    view.setSelectionMode(QAbstractItemView::MultiSelection);
    for (int row = 8; row < 36; ++row)
        view.selectRow(row);
    window.connectionsPage().kickAction()->trigger();
    window.kickDialog()->setReason(QStringLiteral("Flooding"));
    ok &= take(*window.kickDialog(), QStringLiteral("kick"));
    window.kickDialog()->reject();
    return ok;
}

bool Photographer::all(admin::Theme::Choice choice, const QString& suffix) {
    suffix_ = suffix;
    theme_.apply(choice);
    FakeServer server;
    server.connections = FakeServer::sampleConnections(15000);
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    admin::SavedServers saved(settings);
    saved.use({QUrl(QStringLiteral("https://chat.example.org"), QUrl::StrictMode),
               QStringLiteral("alice"),
               {},
               {}});
    saved.use({QUrl(QStringLiteral("https://staging.example.org:8443"), QUrl::StrictMode),
               QStringLiteral("ops"),
               {},
               {}});
    if (!server.listen())
        return false;
    admin::MainWindow window(settings, theme_, std::make_unique<admin::NoCredentials>());
    window.resize(1280, 720);
    window.show();
    bool ok = take(window, QStringLiteral("start"));
    // The numbers come from fillHistory() and stay.
    window.link().setPollInterval(std::chrono::hours(1));
    ok &= session(window, server);
    ok &= dialogs(window, server);
    window.resize(1000, 600);
    ok &= take(window, QStringLiteral("connections-small"));
    window.connectionsPage().addFilter(
        {admin::Column::Room, admin::ConnectionFilter::Kind::Contains, QStringLiteral("music")});
    window.connectionsPage().addFilter(
        {admin::Column::Tls, admin::ConnectionFilter::Kind::Is, QStringLiteral("true")});
    window.connectionsPage().addFilter(
        {admin::Column::Idle, admin::ConnectionFilter::Kind::AtLeast, QStringLiteral("60")});
    auto& connections = window.connections();
    ok &= QTest::qWaitFor(
        [&] {
            return !connections.isLoading() && connections.rowCount() < server.connections.size() &&
                   connections.at(0) != nullptr;
        },
        patience);
    ok &= take(window, QStringLiteral("connections-filtered"));
    window.connectionsPage().addFilter(
        {admin::Column::Room, admin::ConnectionFilter::Kind::Contains, QStringLiteral("nowhere")});
    ok &= QTest::qWaitFor([&] { return !connections.isLoading() && connections.rowCount() == 0; }, patience);
    ok &= take(window, QStringLiteral("connections-nobody"));
    window.showPage(admin::MainWindow::Page::Overview);
    window.history().clear();
    fillHistory(window.history(), 15000);
    server.goDown();
    window.link().refresh();
    ok &= QTest::qWaitFor([&] { return window.link().state() == admin::ServerLink::State::Lost; }, patience);
    ok &= take(window, QStringLiteral("lost"));
    return ok;
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QString directory = QApplication::arguments().value(1);
    if (directory.isEmpty() || !QDir().mkpath(directory)) {
        qCritical("usage: chinwag-admin-screenshots DIRECTORY");
        return 2;
    }
    // What most desktops bring; the bare fallback of a virtual screen is not what people see.
    QFont font(QStringLiteral("Inter"));
    font.setPointSize(10);
    QApplication::setFont(font);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/chinwag-admin.svg")));
    admin::Theme theme;
    Photographer photographer(directory, theme);
    const bool ok = photographer.all(admin::Theme::Choice::Light, QStringLiteral("light")) &&
                    photographer.all(admin::Theme::Choice::Dark, QStringLiteral("dark"));
    return ok ? 0 : 1;
}
