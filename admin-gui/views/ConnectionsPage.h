// Everybody who is connected: find, sort, choose, kick.
#pragma once

#include "api/ConnectionInfo.h"
#include "models/ConnectionQuery.h"
#include "views/ModerationDesk.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStackedLayout;

namespace chinwag::admin {

class ConnectionsModel;
class ConnectionsView;
class DetailsPane;
class FilterBar;
class Notice;
class RowsFetch;

class ConnectionsPage : public QWidget {
    Q_OBJECT
public:
    /// `model` must outlive this.
    explicit ConnectionsPage(ConnectionsModel& model, QWidget* parent = nullptr);
    ~ConnectionsPage() override;

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

    ConnectionsView& view() { return *view_; }
    DetailsPane& details() { return *details_; }
    void focusFilter();
    void addFilter(const ConnectionFilter& filter);
    QAction* kickAction() const { return kick_; }
    QAction* kickAllAction() const { return kickAll_; }
    /// What the operator may do: the rest is not offered.
    void setPermissions(const QStringList& permissions);

Q_SIGNALS:
    /// The chosen ones that are still there.
    void kickRequested(const QVector<chinwag::admin::ConnectionInfo>& victims);
    /// All who match `filters`, by the names of the server's parameters.
    void kickAllRequested(const QJsonObject& filters);
    void messageRequested(const chinwag::admin::ConnectionInfo& to);
    void banRequested(const chinwag::admin::RuleTarget& target);
    void muteRequested(const chinwag::admin::RuleTarget& target);
    void traceRequested(const chinwag::admin::ConnectionInfo& info);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* buildHeader();
    QWidget* buildTable();
    void buildActions();
    void paintIcons();
    void applyText();
    void removeFilter(const ConnectionFilter& filter);
    void clearFilters();
    void setQuery(const ConnectionQuery& query);
    void askForFilter();
    void showContextMenu(const QPoint& position);
    void offerRules(QMenu& menu, const ConnectionInfo& info);
    void copyRows();
    void copyAddresses();
    QVector<ConnectionInfo> selected() const; ///< of those that are here, the ones that are still there
    void nameVictims(const QVector<ConnectionInfo>& victims);
    void requestKick();
    void updateStatus();
    void updateActions();

    ConnectionsModel& model_;
    std::unique_ptr<RowsFetch> naming_; ///< who the chosen ones are, while that is asked
    QTimer typing_;                     ///< runs while the user still types
    QLabel* count_ = nullptr;
    QLineEdit* text_ = nullptr;
    QPushButton* addFilter_ = nullptr;
    QPushButton* columns_ = nullptr;
    QPushButton* detailsButton_ = nullptr;
    QPushButton* kickButton_ = nullptr;
    FilterBar* filters_;
    QStackedLayout* stack_ = nullptr;
    ConnectionsView* view_;
    DetailsPane* details_ = nullptr;
    Notice* notice_ = nullptr;
    QLabel* trouble_;
    QAction* kick_ = nullptr;
    QAction* kickAll_ = nullptr;
    QAction* copy_ = nullptr;
    QAction* copyAddress_ = nullptr;
    bool mayKick_ = true; ///< until somebody says otherwise
    bool mayModerate_ = true;
    bool mayMessage_ = true;
};

} // namespace chinwag::admin
