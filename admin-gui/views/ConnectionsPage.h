// Everybody who is connected: find, sort, choose, kick.
#pragma once

#include "api/ConnectionInfo.h"
#include "models/ConnectionQuery.h"
#include "views/ConnectionActions.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedLayout;

namespace chinwag::admin {

class ConnectionsModel;
class ConnectionsView;
class DetailsPane;
class FilterBar;
class Notice;

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
    ConnectionActions& connectionActions() { return *actions_; }
    /// What the operator may do: the rest is not offered.
    void setPermissions(const QStringList& permissions);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* buildHeader();
    QLayout* buildActions();
    QWidget* buildTable();
    void paintIcons();
    /// `isFinal`: Enter was pressed, so that the last condition is complete.
    void applyText(bool isFinal);
    void removeFilter(const ConnectionFilter& filter);
    void clearFilters();
    void setQuery(const ConnectionQuery& query);
    void askForFilter();
    void showContextMenu(const QPoint& position);
    void updateStatus();

    ConnectionsModel& model_;
    QTimer typing_; ///< runs while the user still types
    QLabel* count_ = nullptr;
    QLineEdit* text_ = nullptr;
    QPushButton* addFilter_ = nullptr;
    QPushButton* columns_ = nullptr;
    QPushButton* detailsButton_ = nullptr;
    FilterBar* filters_;
    QStackedLayout* stack_ = nullptr;
    ConnectionsView* view_;
    DetailsPane* details_;
    Notice* notice_ = nullptr;
    QLabel* trouble_;
    ConnectionActions* actions_;
};

} // namespace chinwag::admin
