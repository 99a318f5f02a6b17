#include "views/MainWindow.h"

#include "api/Credentials.h"
#include "views/AlertBanner.h"
#include "views/AlertsDialog.h"
#include "views/ConnectDialog.h"
#include "views/ConnectionsPage.h"
#include "views/ConnectionsView.h"
#include "views/Divider.h"
#include "views/KickDialog.h"
#include "views/LinkBanner.h"
#include "views/LinkStatus.h"
#include "views/ModerationDesk.h"
#include "views/NavigationList.h"
#include "views/Notice.h"
#include "views/OverviewPage.h"
#include "views/TraceDialog.h"
#include "views/UndoBar.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>

#include <utility>

namespace chinwag::admin {

namespace {

constexpr int ownPages = 2;                   // before those of ConsolePages
constexpr int messageTime = 6000;             // milliseconds in the status bar
constexpr std::chrono::seconds longestEnd{5}; // that the local server may take
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String pageKey("window/page");
constexpr QLatin1String rangeKey("overview/range");
constexpr QLatin1String themeKey("appearance");

} // namespace

MainWindow::MainWindow(QSettings& settings, Theme& theme, std::unique_ptr<Credentials> credentials)
    : settings_(settings),
      theme_(theme),
      credentials_(std::move(credentials)),
      servers_(settings),
      connections_(link_.client()),
      status_(new LinkStatus(link_, this)) {
    buildPages();
    buildMenus();
    setStatusBar(status_);
    setMinimumSize(820, 520);
    resize(1280, 760);
    connect(&link_, &ServerLink::stateChanged, this, &MainWindow::linkChanged);
    connect(&link_, &ServerLink::statsReceived, this, &MainWindow::statsArrived);
    connect(&link_.feed(), &LiveFeed::liveChanged, consolePages_, &ConsolePages::setLive);
    connect(&link_.feed(), &LiveFeed::eventReceived, consolePages_, &ConsolePages::takeEvent);
    connect(credentials_.get(), &Credentials::writeFailed, this, [this](const QString& reason) {
        status_->showMessage(tr("The password was not kept: %1").arg(reason), messageTime);
    });
    restore();
    updateTitle();
}

MainWindow::~MainWindow() {
    // They end what they watch by a link that goes before the children do.
    qDeleteAll(findChildren<TraceDialog*>());
}

void MainWindow::buildPages() {
    navigation_ = new NavigationList(this);
    navigation_->addPage(QStringLiteral("overview"), tr("Overview"));
    navigation_->addPage(QStringLiteral("connections"), tr("Connections"));
    overviewPage_ = new OverviewPage(history_, this);
    connectionsPage_ = new ConnectionsPage(connections_, this);
    pages_ = new QStackedWidget(this);
    pages_->addWidget(overviewPage_);
    pages_->addWidget(connectionsPage_);
    desk_ = new ModerationDesk(link_.client(), *this);
    consolePages_ = new ConsolePages(link_.client(), *desk_, *this);
    for (const ConsolePages::Entry& entry : consolePages_->entries()) {
        navigation_->addPage(entry.symbol, entry.title);
        pages_->addWidget(entry.widget);
    }
    banner_ = new LinkBanner(link_, this);
    alertBanner_ = new AlertBanner(alerts_, this);
    undo_ = new UndoBar(this);

    auto* const right = new QWidget(this);
    auto* const column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner_);
    column->addWidget(alertBanner_);
    column->addWidget(undo_);
    column->addWidget(pages_, 1);
    auto* const content = new QWidget(this);
    auto* const row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(navigation_);
    row->addWidget(new Divider(this));
    row->addWidget(right, 1);

    start_ = new Notice(this);
    start_->tell(QStringLiteral("server"), tr("Not connected"),
                 tr("Connect to a Chinwag server to see who is there and how it is doing."), tr("Connect…"));
    whole_ = new QStackedWidget(this);
    whole_->addWidget(start_);
    whole_->addWidget(content);
    setCentralWidget(whole_);

    connect(start_, &Notice::actionClicked, this, [this] { askForServer(); });
    connect(banner_, &LinkBanner::connectRequested, this, [this] { askForServer(); });
    connect(navigation_, &QListWidget::currentRowChanged, this, [this](int page) {
        pages_->setCurrentIndex(page);
        updateActivity();
    });
    connect(connectionsPage_, &ConnectionsPage::kickRequested, this, &MainWindow::kick);
    connect(connectionsPage_, &ConnectionsPage::kickAllRequested, desk_, &ModerationDesk::kickAll);
    connect(connectionsPage_, &ConnectionsPage::messageRequested, desk_,
            [this](const ConnectionInfo& to) { desk_->messageConnection(to.id, to.displayName()); });
    connect(connectionsPage_, &ConnectionsPage::banRequested, desk_, &ModerationDesk::ban);
    connect(connectionsPage_, &ConnectionsPage::muteRequested, desk_, &ModerationDesk::mute);
    connect(connectionsPage_, &ConnectionsPage::traceRequested, this, &MainWindow::trace);
    connect(desk_, &ModerationDesk::told, this, &MainWindow::tell);
    connect(desk_, &ModerationDesk::failed, this, &MainWindow::fail);
    connect(desk_, &ModerationDesk::changed, &connections_, &ConnectionsModel::refresh);
    connect(consolePages_, &ConsolePages::told, this, &MainWindow::tell);
    connect(consolePages_, &ConsolePages::failed, this, &MainWindow::fail);
    connect(consolePages_, &ConsolePages::pageWanted, this,
            [this](ConsolePages::Page page) { showPage(page); });
}

void MainWindow::buildMenus() {
    buildServerMenu();
    buildViewMenu();
    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Chinwag Admin"), this, &MainWindow::about);
}

void MainWindow::buildServerMenu() {
    QMenu* const server = menuBar()->addMenu(tr("&Server"));
    QAction* const connectAction =
        server->addAction(tr("&Connect to a server…"), this, [this] { askForServer(); });
    connectAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    disconnect_ = server->addAction(tr("&Disconnect"), &link_, &ServerLink::disconnectFromServer);
    disconnect_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    logOut_ = server->addAction(tr("&Log out"), &link_, &ServerLink::logOut);
    server->addSeparator();
    openPage_ = server->addAction(tr("Open the chat &page"), this,
                                  [this] { QDesktopServices::openUrl(link_.endpoint().url); });
    server->addSeparator();
    QAction* const quit = server->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    disconnect_->setEnabled(false);
    logOut_->setEnabled(false);
    openPage_->setEnabled(false);
}

void MainWindow::buildViewMenu() {
    QMenu* const view = menuBar()->addMenu(tr("&View"));
    QAction* const overview = view->addAction(tr("&Overview"), this, [this] { showPage(Page::Overview); });
    overview->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    QAction* const connections =
        view->addAction(tr("&Connections"), this, [this] { showPage(Page::Connections); });
    connections->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    for (const ConsolePages::Entry& entry : consolePages_->entries()) {
        QAction* const show =
            view->addAction(entry.title, this, [this, page = entry.page] { showPage(page); });
        const auto place = static_cast<int>(entry.page) + ownPages + 1;
        if (place < 10)
            show->setShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_0 + place)));
    }
    view->addSeparator();
    QAction* const refresh = view->addAction(tr("&Refresh"), this, &MainWindow::refreshPage);
    refresh->setShortcut(QKeySequence(Qt::Key_F5));
    QAction* const find = view->addAction(tr("&Find"), this, [this] {
        if (const auto page = consolePage())
            return consolePages_->focusFind(*page);
        showPage(Page::Connections);
        connectionsPage_->focusFilter();
    });
    find->setShortcut(QKeySequence::Find);
    view->addAction(tr("A&lerts…"), this, [this] {
        auto* const dialog = new AlertsDialog(alerts_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    view->addSeparator();
    QMenu* const appearance = view->addMenu(tr("&Appearance"));
    auto* const choices = new QActionGroup(this);
    const auto add = [&](const QString& text, Theme::Choice choice) {
        QAction* const action = appearance->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme_.choice() == choice);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            theme_.apply(choice);
            settings_.setValue(themeKey, static_cast<int>(choice));
        });
    };
    add(tr("As the &system"), Theme::Choice::System);
    add(tr("&Light"), Theme::Choice::Light);
    add(tr("&Dark"), Theme::Choice::Dark);
}

void MainWindow::restore() {
    restoreGeometry(settings_.value(geometryKey).toByteArray());
    const int minutes = settings_.value(rangeKey, 5).toInt();
    overviewPage_->setRange(minutes == 1 || minutes == 10 ? minutes : 5);
    connectionsPage_->restore(settings_);
    consolePages_->restore(settings_);
    alerts_.restore(settings_);
    const int page = settings_.value(pageKey, 0).toInt();
    navigation_->setCurrentRow(page >= 0 && page < navigation_->count() ? page : 0);
}

void MainWindow::save() {
    settings_.setValue(geometryKey, saveGeometry());
    settings_.setValue(pageKey, navigation_->currentRow());
    settings_.setValue(rangeKey, overviewPage_->range());
    connectionsPage_->save(settings_);
    consolePages_->save(settings_);
    alerts_.save(settings_);
}

void MainWindow::showPage(Page page) {
    navigation_->setCurrentRow(static_cast<int>(page));
}

void MainWindow::showPage(ConsolePages::Page page) {
    navigation_->setCurrentRow(static_cast<int>(page) + ownPages);
}

std::optional<ConsolePages::Page> MainWindow::consolePage() const {
    const int row = navigation_->currentRow() - ownPages;
    return row < 0 ? std::nullopt : std::optional(static_cast<ConsolePages::Page>(row));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    save();
    if (!local_.isActive() || closing_)
        return QMainWindow::closeEvent(event);
    // The local server gets its time to end well; the window is gone from the screen meanwhile.
    event->ignore();
    closing_ = true;
    hide();
    link_.disconnectFromServer();
    connect(&local_, &LocalServer::stopped, this, &QWidget::close);
    connect(&ending_, &QTimer::timeout, this, &QWidget::close);
    ending_.start(longestEnd);
    local_.stop();
}

void MainWindow::updateTitle() {
    const QString program = tr("Chinwag Admin");
    const bool known = link_.state() != ServerLink::State::Disconnected;
    setWindowTitle(known ? tr("%1 – %2").arg(link_.endpoint().label(), program) : program);
}

void MainWindow::updateActivity() {
    const bool online = link_.state() == ServerLink::State::Online;
    connections_.setActive(online && navigation_->currentRow() == static_cast<int>(Page::Connections));
    consolePages_->setActive(online ? consolePage() : std::nullopt);
}

void MainWindow::linkChanged(ServerLink::State state) {
    const bool online = state == ServerLink::State::Online;
    const QString server = link_.endpoint().url.toString();
    if (online && server != shownServer_) {
        shownServer_ = server;
        history_.clear();
        connections_.clear();
        consolePages_->clear();
    }
    if (online)
        askWhatIsAllowed();
    if (!online)
        history_.breakOff();
    if (state == ServerLink::State::Disconnected) {
        shownServer_.clear();
        history_.clear();
        connections_.clear();
        consolePages_->clear();
    }
    // What was shown stays on the screen, greyed, until it is known to be right again.
    overviewPage_->setEnabled(online);
    connectionsPage_->setEnabled(online);
    consolePages_->setEnabled(online);
    whole_->setCurrentIndex(shownServer_.isEmpty() ? 0 : 1);
    disconnect_->setEnabled(state != ServerLink::State::Disconnected);
    logOut_->setEnabled(online);
    openPage_->setEnabled(online);
    updateActivity();
    updateTitle();
    if (state == ServerLink::State::Disconnected && local_.isActive() && !closing_ &&
        connectDialog_ == nullptr)
        local_.stop();
}

void MainWindow::askWhatIsAllowed() {
    link_.client().get(QStringLiteral("/me"), {}, this, [this](const ApiResult& result) {
        // A server from before there were roles lets everybody do what it has.
        if (result.error || !result.body.contains(QLatin1String("permissions")))
            return;
        QStringList permissions;
        const QJsonArray words = result.body.value(QLatin1String("permissions")).toArray();
        for (const auto& word : words)
            permissions << word.toString();
        consolePages_->setPermissions(permissions);
        connectionsPage_->setPermissions(permissions);
    });
}

void MainWindow::tell(const QString& text, const std::function<void()>& undo) {
    undo_->offer(text, undo);
}

void MainWindow::fail(const QString& text) {
    auto* const box =
        new QMessageBox(QMessageBox::Warning, tr("That did not work"), text, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::statsArrived(const Stats& stats) {
    history_.append(stats);
}

void MainWindow::refreshPage() {
    link_.refresh();
    connections_.refresh();
    consolePages_->refresh();
}

ConnectDialog* MainWindow::connectDialog() const {
    return connectDialog_;
}

KickDialog* MainWindow::kickDialog() const {
    return kickDialog_;
}

void MainWindow::askForServer(const QString& address) {
    if (connectDialog_ == nullptr) {
        connectDialog_ = new ConnectDialog(link_, servers_, *credentials_, local_, this);
        connectDialog_->setAttribute(Qt::WA_DeleteOnClose);
        connectDialog_->open();
    } else {
        connectDialog_->raise();
    }
    if (!address.isEmpty())
        connectDialog_->setAddress(address);
}

void MainWindow::kick(const QVector<ConnectionInfo>& victims) {
    if (kickDialog_ != nullptr)
        return;
    kickDialog_ = new KickDialog(link_.client(), victims, this);
    kickDialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(kickDialog_, &KickDialog::gone, &connections_, &ConnectionsModel::markGone);
    connect(kickDialog_, &KickDialog::told, this,
            [this](const QString& text) { status_->showMessage(text, messageTime); });
    connect(kickDialog_, &QDialog::finished, &connections_, &ConnectionsModel::refresh);
    kickDialog_->open();
}

void MainWindow::trace(const ConnectionInfo& info) {
    // The frames of a connection are told once, so there is one window for it.
    const auto open = findChildren<TraceDialog*>();
    for (TraceDialog* const other : open) {
        if (other->connection() == info.id)
            return other->raise();
    }
    auto* const dialog = new TraceDialog(link_.client(), link_.feed(), info, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::about() {
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Chinwag Admin"));
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setText(tr("<b>Chinwag Admin %1</b>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("The console for the operators of a Chinwag chat server.\n\nLicensed under the GNU "
           "General Public License, version 3 or later. Uses Qt %1.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace chinwag::admin
