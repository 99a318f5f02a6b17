// Pictures of the console with believable data: chinwag-admin-screenshots DIRECTORY
#include "api/Credentials.h"
#include "support/FakeServer.h"
#include "support/SampleHistory.h"
#include "support/SampleLists.h"
#include "support/TlsFront.h"
#include "support/Wait.h"
#include "views/ActionDialog.h"
#include "views/AlertsDialog.h"
#include "views/CertificatePanel.h"
#include "views/ConnectDialog.h"
#include "views/ConnectionsPage.h"
#include "views/ConnectionsView.h"
#include "views/ContextDialog.h"
#include "views/FilterDialog.h"
#include "views/KickDialog.h"
#include "views/MainWindow.h"
#include "views/ModerationDesk.h"
#include "views/PlotView.h"
#include "views/ReasonsDialog.h"
#include "views/RowDialog.h"
#include "views/TablePage.h"
#include "views/TableView.h"
#include "views/Theme.h"
#include "views/TraceDialog.h"
#include "views/UndoBar.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace chinwag;
using chinwag::admin::Column;
using chinwag::admin::ConnectionFilter;
using chinwag::test::eventually;
using chinwag::test::FakeServer;
using State = chinwag::admin::ServerLink::State;

namespace {

constexpr QSize ordinary(1280, 720);
constexpr QSize small(900, 600);
constexpr QSize wide(1600, 900);

QPushButton* button(QWidget& parent, const QString& beginning) {
    const auto all = parent.findChildren<QPushButton*>();
    const auto found = std::find_if(all.begin(), all.end(), [&](const QPushButton* each) {
        return each->text().remove(u'&').startsWith(beginning);
    });
    return found == all.end() ? nullptr : *found;
}

/// Two that somebody has been on before.
QSettings& withServers(QSettings& settings) {
    admin::SavedServers saved(settings);
    for (const auto& [url, name] : {std::pair("https://chat.example.org", "alice"),
                                    std::pair("https://staging.example.org:8443", "ops")})
        saved.use({QUrl(QLatin1String(url), QUrl::StrictMode), QLatin1String(name), {}, {}});
    return settings;
}

/// What a person may have found on the screen at one time or another, in the order in which it is found.
class Photographer {
public:
    Photographer(const QDir& directory, admin::Theme& theme, QString suffix)
        : directory_(directory),
          suffix_(std::move(suffix)),
          settings_(home_.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          theme_(theme),
          window_(withServers(settings_), theme, std::make_unique<admin::NoCredentials>()) {}

    bool all();

private:
    // Animations and hover effects, which tell nobody when they end, have come to rest by then.
    static constexpr int restMs = 400;

    bool take(QWidget& widget, const char* name) {
        QTest::qWait(restMs);
        return widget.grab().save(
            directory_.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), suffix_)));
    }
    bool isIn(State state) {
        return eventually([&] { return window_.link().state() == state; });
    }
    bool firstStart();
    bool connectDialog();
    bool certificate();
    bool overview();
    bool connections();
    bool filterDialog();
    bool kick();
    bool filters();
    bool lists();
    bool moderation();
    bool settings();
    bool closeUp();
    bool trouble();
    bool failures();

    QDir directory_;
    QString suffix_;
    const QTemporaryDir home_;
    QSettings settings_;
    FakeServer server_;
    admin::Theme& theme_;
    admin::MainWindow window_;
};

// Nobody has been anywhere yet.
bool Photographer::firstStart() {
    QSettings settings(home_.filePath(QStringLiteral("first.ini")), QSettings::IniFormat);
    admin::MainWindow window(settings, theme_, std::make_unique<admin::NoCredentials>());
    window.askForServer();
    return take(*window.connectDialog(), "connect-first");
}

bool Photographer::connectDialog() {
    window_.askForServer(server_.url().toString());
    admin::ConnectDialog* const dialog = window_.connectDialog();
    dialog->setOperator(server_.operatorName);
    dialog->setPassword(server_.password);
    bool ok = take(*dialog, "connect");
    dialog->setPassword(QStringLiteral("a wrong one"));
    QTest::keyClick(dialog, Qt::Key_Return);
    ok &= isIn(State::Refused) && take(*dialog, "connect-wrong");
    ok &= certificate();
    dialog->setAddress(server_.url().toString());
    dialog->setOperator(server_.operatorName);
    dialog->setPassword(server_.password);
    QTest::keyClick(dialog, Qt::Key_Return);
    return ok && isIn(State::Online);
}

bool Photographer::certificate() {
    test::TlsFront front;
    if (!front.listen())
        return false;
    admin::ConnectDialog* const dialog = window_.connectDialog();
    dialog->setAddress(front.url().toString());
    dialog->setOperator(server_.operatorName);
    dialog->setPassword(server_.password);
    QTest::keyClick(dialog, Qt::Key_Return);
    const auto* const panel = dialog->findChild<admin::CertificatePanel*>();
    return eventually([&] { return panel->isVisible(); }) && take(*dialog, "connect-certificate");
}

bool Photographer::overview() {
    test::fillHistory(window_.history());
    bool ok = take(window_, "overview");
    auto* const plot = window_.findChild<admin::PlotView*>();
    QTest::mouseMove(plot->viewport(), plot->viewport()->rect().center());
    window_.resize(small);
    ok &= take(window_, "overview-small");
    window_.resize(wide);
    ok &= take(window_, "overview-wide");
    window_.resize(ordinary);
    test::fillHistory(window_.history(), test::Gap{-190, -130});
    return take(window_, "overview-gap") && ok;
}

bool Photographer::connections() {
    window_.showPage(admin::MainWindow::Page::Connections);
    bool ok = eventually([&] { return window_.connections().at(0) != nullptr; });
    auto& view = window_.connectionsPage().view();
    view.selectRow(4);
    server_.connections.removeAt(6);
    window_.connections().markGone(window_.connections().at(6)->id);
    ok &= take(window_, "connections");
    button(window_.connectionsPage(), QStringLiteral("Details"))->click();
    ok &= take(window_, "connections-details");
    button(window_.connectionsPage(), QStringLiteral("Details"))->click();
    window_.resize(small);
    ok &= take(window_, "connections-small");
    window_.resize(ordinary);
    return ok;
}

bool Photographer::filterDialog() {
    admin::FilterDialog dialog(&window_);
    dialog.show();
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("bot"));
    bool ok = take(dialog, "filter-text");
    auto* const column = dialog.findChild<QComboBox*>();
    column->setCurrentIndex(column->findText(QStringLiteral("Queue")));
    dialog.findChild<QDoubleSpinBox*>()->setValue(256);
    return take(dialog, "filter-number") && ok;
}

bool Photographer::kick() {
    auto& view = window_.connectionsPage().view();
    view.clearSelection();
    view.setSelectionMode(QAbstractItemView::MultiSelection);
    for (int row = 8; row < 36; ++row)
        view.selectRow(row);
    window_.connectionsPage().connectionActions().kickAction()->trigger();
    admin::KickDialog* const dialog = window_.kickDialog();
    dialog->setReason(QStringLiteral("Flooding"));
    bool ok = take(*dialog, "kick");
    // The server takes its time, and then it cannot.
    server_.hold();
    button(*dialog, QStringLiteral("Kick"))->click();
    ok &= take(*dialog, "kick-progress");
    server_.answerAlways(QStringLiteral("/kick"),
                         FakeServer::problem(503, QStringLiteral("The server shuts down.")));
    server_.release();
    ok &= eventually([&] { return button(*dialog, QStringLiteral("Close")) != nullptr; });
    ok &= take(*dialog, "kick-result");
    dialog->reject();
    server_.answerNormally(QStringLiteral("/kick"));
    view.clearSelection();
    return ok;
}

bool Photographer::filters() {
    auto& page = window_.connectionsPage();
    auto& list = window_.connections();
    page.addFilter({Column::Room, ConnectionFilter::Kind::Contains, QStringLiteral("music")});
    page.addFilter({Column::Tls, ConnectionFilter::Kind::Is, QStringLiteral("true")});
    page.addFilter({Column::Idle, ConnectionFilter::Kind::AtLeast, QStringLiteral("60")});
    bool ok = eventually([&] {
        return !list.isLoading() && list.rowCount() < server_.connections.size() && list.at(0) != nullptr;
    });
    ok &= take(window_, "connections-filtered");
    page.addFilter({Column::Room, ConnectionFilter::Kind::Contains, QStringLiteral("nowhere")});
    ok &= eventually([&] { return !list.isLoading() && list.rowCount() == 0; });
    return take(window_, "connections-nobody") && ok;
}

bool Photographer::lists() {
    bool ok = true;
    auto& pages = window_.consolePages();
    for (const admin::ConsolePages::Entry& entry : pages.entries()) {
        window_.showPage(entry.page);
        admin::TablePage* const table = pages.table(entry.page);
        if (table != nullptr) {
            ok &= eventually([&] { return table->model().rowCount() > 0; });
            table->view().selectRow(1);
        }
        const QString name = table != nullptr ? table->model().spec().path.mid(1) : QStringLiteral("server");
        ok &= take(window_, qPrintable(QStringLiteral("list-") + name));
    }
    window_.resize(small);
    window_.showPage(admin::ConsolePages::Page::Reports);
    ok &= take(window_, "list-reports-small");
    window_.resize(ordinary);
    return ok;
}

bool Photographer::moderation() {
    auto& desk = window_.desk();
    window_.showPage(admin::ConsolePages::Page::Bans);
    server_.postAnswer = test::sampleRuleAnswer();
    desk.ban({QStringLiteral("cidr"), QStringLiteral("198.51.100.0/24")});
    admin::ActionDialog* dialog = desk.dialog();
    dialog->enter(QStringLiteral("reason"), QStringLiteral("Spam"));
    bool ok = eventually([&] { return dialog->previewText().contains(QStringLiteral("Mallory")); });
    ok &= take(*dialog, "ban");
    dialog->button()->click();
    ok &= eventually([&] { return !window_.undoBar().text().isEmpty(); }) && take(window_, "banned");
    window_.undoBar().hide();
    desk.lockDown({});
    ok &= take(*desk.dialog(), "lockdown");
    desk.dialog()->reject();
    return ok;
}

bool Photographer::settings() {
    auto& alerts = window_.alerts();
    alerts.setRule(admin::Alerts::Metric::Cpu, {true, 90});
    admin::AlertsDialog alertsDialog(alerts, &window_);
    alertsDialog.show();
    bool ok = take(alertsDialog, "alerts");
    alertsDialog.close();
    admin::ReasonTemplates reasons(settings_);
    admin::ReasonsDialog reasonsDialog(reasons, &window_);
    reasonsDialog.show();
    return take(reasonsDialog, "reasons") && ok;
}

// Of a message its context, of an entry all that is known, of a connection its frames.
bool Photographer::closeUp() {
    admin::ContextDialog context(window_.link().client(), QStringLiteral("chat:lobby"), 89'970, true,
                                 &window_);
    context.show();
    bool ok = eventually([&] { return context.model().aboutRow() >= 0 && !context.model().isLoading(); });
    ok &= take(context, "context");
    context.close();
    admin::RowDialog row(QStringLiteral("Audit log"), test::sampleAuditEntry(), &window_);
    row.show();
    ok &= take(row, "row");
    row.close();
    admin::TraceDialog trace(window_.link().client(), window_.link().feed(), server_.connections[4],
                             &window_);
    trace.model().append(test::sampleFrames());
    trace.show();
    return take(trace, "trace") && ok;
}

bool Photographer::trouble() {
    window_.showPage(admin::MainWindow::Page::Overview);
    test::fillHistory(window_.history());
    admin::Stats stats = *window_.history().latest();
    stats.isReady = false;
    stats.store = QStringLiteral("no space left on device");
    for (int second = 1; second <= admin::Alerts::patience; ++second) {
        stats.time = stats.time.addSecs(1);
        window_.history().append(stats);
    }
    return take(window_, "overview-alarm");
}

bool Photographer::failures() {
    window_.showPage(admin::MainWindow::Page::Connections);
    server_.answerAlways(QStringLiteral("/connections"),
                         FakeServer::problem(500, QStringLiteral("The list could not be made.")));
    window_.connections().refresh();
    bool ok = eventually([&] { return window_.connections().error().has_value(); });
    ok &= take(window_, "connections-failed");
    window_.showPage(admin::MainWindow::Page::Overview);
    test::fillHistory(window_.history());
    server_.goDown();
    window_.link().refresh();
    ok &= isIn(State::Lost);
    return take(window_, "lost") && ok;
}

bool Photographer::all() {
    server_.connections = FakeServer::sampleConnections(15000);
    server_.tables = test::sampleTables();
    for (const auto& [path, body] : test::sampleObjects())
        server_.answerAlways(path, {200, body, {}});
    if (!home_.isValid() || !server_.listen())
        return false;
    window_.resize(ordinary);
    window_.show();
    // The numbers come from test::fillHistory() and stay.
    window_.link().setPollInterval(std::chrono::hours(1));
    return take(window_, "start") && firstStart() && connectDialog() && overview() && connections() &&
           filterDialog() && kick() && filters() && lists() && moderation() && settings() && closeUp() &&
           trouble() && failures();
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
    bool ok = true;
    for (const auto& [choice, suffix] :
         {std::pair(admin::Theme::Choice::Light, "light"), std::pair(admin::Theme::Choice::Dark, "dark")}) {
        theme.apply(choice);
        ok &= Photographer(QDir(directory), theme, QLatin1String(suffix)).all();
    }
    return ok ? 0 : 1;
}
