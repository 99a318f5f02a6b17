// The console: pages at the right, their names at the left, the link at the foot.
#pragma once

#include "api/LocalServer.h"
#include "api/SavedServers.h"
#include "api/ServerLink.h"
#include "models/Alerts.h"
#include "models/ConnectionsModel.h"
#include "models/OpenReports.h"
#include "models/ReasonTemplates.h"
#include "models/StatsHistory.h"
#include "views/ConsolePages.h"
#include "views/Theme.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QMenu;
class QSettings;
class QStackedWidget;

namespace chinwag::admin {

class AlertBanner;
class AlertNotices;
class ConnectDialog;
class ConnectionsPage;
class Credentials;
class KickDialog;
class LinkBanner;
class LinkStatus;
class ModerationDesk;
class NavigationList;
class Notice;
class OverviewPage;
class UndoBar;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Both must outlive this.
    MainWindow(QSettings& settings, Theme& theme, std::unique_ptr<Credentials> credentials);
    ~MainWindow() override;

    enum class Page { Overview, Connections };
    void showPage(Page page);
    void showPage(ConsolePages::Page page);
    /// In front of the others, as far as the desktop allows; `token` is its permission, or empty.
    void bringToFront(const QString& token = {});
    /// Opens the dialog, with `address` filled in unless it is empty.
    void askForServer(const QString& address = {});
    ConnectDialog* connectDialog() const;
    KickDialog* kickDialog() const;
    ServerLink& link() { return link_; }
    StatsHistory& history() { return history_; }
    ConnectionsModel& connections() { return connections_; }
    ConnectionsPage& connectionsPage() { return *connectionsPage_; }
    ConsolePages& consolePages() { return *consolePages_; }
    ModerationDesk& desk() { return *desk_; }
    Alerts& alerts() { return alerts_; }
    AlertBanner& alertBanner() { return *alertBanner_; }
    UndoBar& undoBar() { return *undo_; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    static constexpr int ownPages = 2; ///< before those of ConsolePages

    void buildPages();
    void connectPages();
    void buildMenus();
    void buildServerMenu();
    void buildViewMenu();
    void buildSettingsMenu();
    void buildAppearanceMenu(QMenu& settings);
    void restore();
    void save();
    void linkChanged(ServerLink::State state);
    void statsArrived(const Stats& stats);
    void updateTitle();
    void updateActivity();
    void refreshPage();
    void find();
    void exportList();
    void kick(const QVector<ConnectionInfo>& victims);
    void trace(const ConnectionInfo& info);
    void askWhatIsAllowed();
    void follow(std::optional<Alerts::Metric> metric, const QString& token);
    void tell(const QString& text, const std::function<void()>& undo);
    void fail(const QString& text);
    std::optional<ConsolePages::Page> consolePage() const;
    void about();

    QSettings& settings_;
    Theme& theme_;
    std::unique_ptr<Credentials> credentials_;
    ServerLink link_;
    SavedServers servers_;
    LocalServer local_;
    StatsHistory history_;
    Alerts alerts_{history_};
    ReasonTemplates reasons_{settings_};
    ConnectionsModel connections_;
    OpenReports openReports_{link_.client()};

    NavigationList* navigation_ = nullptr;
    QStackedWidget* whole_ = nullptr; ///< the start notice, or the pages
    QStackedWidget* pages_ = nullptr;
    Notice* start_ = nullptr;
    LinkBanner* banner_ = nullptr;
    AlertBanner* alertBanner_ = nullptr;
    AlertNotices* notices_;
    UndoBar* undo_ = nullptr;
    ModerationDesk* desk_ = nullptr;
    ConsolePages* consolePages_ = nullptr;
    OverviewPage* overviewPage_ = nullptr;
    ConnectionsPage* connectionsPage_ = nullptr;
    LinkStatus* status_;
    QAction* disconnect_ = nullptr;
    QAction* logOut_ = nullptr;
    QAction* openPage_ = nullptr;
    QPointer<ConnectDialog> connectDialog_;
    QPointer<KickDialog> kickDialog_;
    QString shownServer_;    ///< whose data the pages hold
    bool wasOnline_ = false; ///< and nobody was told of the end of that
    bool closing_ = false;
    QTimer ending_; ///< runs while the local server ends
};

} // namespace chinwag::admin
