#include "views/MainWindow.h"

#include "api/Credentials.h"
#include "instance/WindowRaiser.h"
#include "views/AlertBanner.h"
#include "views/AlertNotices.h"
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

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>

#include <utility>

namespace chinwag::admin {

namespace {

constexpr int messageTime = 6000;             // milliseconds in the status bar
constexpr std::chrono::seconds longestEnd{5}; // that the local server may take
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String pageKey("window/page");
constexpr QLatin1String rangeKey("overview/range");

} // namespace

MainWindow::MainWindow(QSettings& settings, Theme& theme, std::unique_ptr<Credentials> credentials)
    : settings_(settings),
      theme_(theme),
      credentials_(std::move(credentials)),
      servers_(settings),
      connections_(link_.client()),
      notices_(new AlertNotices(alerts_, this)),
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
    connect(&link_.feed(), &LiveFeed::eventReceived, &openReports_, &OpenReports::takeEvent);
    connect(&openReports_, &OpenReports::changed, this, [this](int count) {
        alerts_.setOpenReports(count);
        navigation_->setCount(consolePages_->placeOf(ConsolePages::Page::Reports) + ownPages, count,
                              OpenReports::most);
    });
    connect(notices_, &AlertNotices::followed, this, &MainWindow::follow);
    connect(credentials_.get(), &Credentials::writeFailed, this, [this](const QString& reason) {
        status_->showMessage(tr("The password was not kept: %1").arg(reason), messageTime);
    });
    connect(credentials_.get(), &Credentials::removeFailed, this, [this](const QString& reason) {
        fail(tr("The password is still in the keychain: %1").arg(reason));
    });
    if (!settings_.isWritable())
        status_->showMessage(
            tr("What you set here is lost with the end of the program: %1 cannot be written.")
                .arg(settings_.fileName()));
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
    desk_ = new ModerationDesk(link_.client(), reasons_, *this);
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
    connectPages();
}

void MainWindow::connectPages() {
    connect(start_, &Notice::actionClicked, this, [this] { askForServer(); });
    connect(banner_, &LinkBanner::connectRequested, this, [this] { askForServer(); });
    connect(navigation_, &QListWidget::currentRowChanged, this, [this](int page) {
        pages_->setCurrentIndex(page);
        updateActivity();
    });
    const ConnectionActions* const actions = &connectionsPage_->connectionActions();
    connect(actions, &ConnectionActions::kickRequested, this, &MainWindow::kick);
    connect(actions, &ConnectionActions::kickAllRequested, desk_, &ModerationDesk::kickAll);
    connect(actions, &ConnectionActions::messageRequested, desk_,
            [this](const ConnectionInfo& to) { desk_->messageConnection(to.id, to.displayName()); });
    connect(actions, &ConnectionActions::banRequested, desk_, &ModerationDesk::banEach);
    connect(actions, &ConnectionActions::muteRequested, desk_, &ModerationDesk::muteEach);
    connect(actions, &ConnectionActions::traceRequested, this, &MainWindow::trace);
    connect(desk_, &ModerationDesk::told, this, &MainWindow::tell);
    connect(desk_, &ModerationDesk::failed, this, &MainWindow::fail);
    connect(desk_, &ModerationDesk::changed, &connections_, &ConnectionsModel::refresh);
    connect(desk_, &ModerationDesk::changed, &openReports_, &OpenReports::ask);
    connect(consolePages_, &ConsolePages::told, this, &MainWindow::tell);
    connect(consolePages_, &ConsolePages::failed, this, &MainWindow::fail);
    connect(consolePages_, &ConsolePages::pageWanted, this,
            [this](ConsolePages::Page page) { showPage(page); });
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
    navigation_->setCurrentRow(consolePages_->placeOf(page) + ownPages);
}

std::optional<ConsolePages::Page> MainWindow::consolePage() const {
    const int place = navigation_->currentRow() - ownPages;
    return place < 0 ? std::nullopt : std::optional(consolePages_->entries()[place].page);
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
    notices_->setServer(link_.endpoint().label());
    if (state == ServerLink::State::Lost && std::exchange(wasOnline_, false))
        notices_->tellLost();
    else if (online || state == ServerLink::State::Disconnected)
        notices_->takeBackLost();
    wasOnline_ = wasOnline_ || online;
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
    openReports_.setActive(online);
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

void MainWindow::bringToFront(const QString& token) {
    instance::bringToFront(*windowHandle(), token);
}

void MainWindow::follow(std::optional<Alerts::Metric> metric, const QString& token) {
    if (metric == Alerts::Metric::Reports)
        showPage(ConsolePages::Page::Reports);
    else if (metric)
        showPage(Page::Overview);
    bringToFront(token);
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
    kickDialog_ = new KickDialog(link_.client(), victims, reasons_.all(), this);
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

} // namespace chinwag::admin
