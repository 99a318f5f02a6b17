// The table of connections: tells which rows are looked at, and keeps them still when the list is renewed.
#pragma once

#include "views/TableView.h"

#include <QPersistentModelIndex>

namespace chinwag::admin {

class ConnectionsModel;

class ConnectionsView : public TableView {
    Q_OBJECT
public:
    /// `model` must outlive this.
    explicit ConnectionsView(ConnectionsModel& model, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setDefaultLayout();
    void reportVisibleRows();
    void keepPlace();
    void returnToPlace();

    ConnectionsModel& model_;
    QPersistentModelIndex anchor_; ///< of the row that was the first on the screen
};

} // namespace chinwag::admin
