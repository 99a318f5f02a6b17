// The table of connections: tells which rows are looked at, and keeps them still when the list is renewed.
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

#include <vector>

class QMenu;

namespace chinwag::admin {

class ConnectionsModel;

class ConnectionsView : public QTableView {
    Q_OBJECT
public:
    /// `model` must outlive this.
    explicit ConnectionsView(ConnectionsModel& model, QWidget* parent = nullptr);

    /// The columns, their order, widths and the sorting, as bytes for the settings.
    QByteArray layoutState() const;
    /// False, and the default layout, when `state` is not one.
    bool restoreLayout(const QByteArray& state);
    /// Check boxes that show and hide the columns.
    void fillColumnMenu(QMenu& menu);

    std::vector<int> selectedRowNumbers() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setDefaultLayout();
    void reportVisibleRows();
    void keepPlace();
    void returnToPlace();
    void showColumnMenu(const QPoint& position);

    ConnectionsModel& model_;
    QPersistentModelIndex anchor_; ///< of the row that was the first on the screen
};

} // namespace chinwag::admin
