// The table of connections: tells which rows are looked at, and keeps them still when the list is renewed.
#pragma once

#include "views/TableView.h"

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
    bool isSteady() const override;

private:
    void setDefaultLayout();
    void reportVisibleRows();

    ConnectionsModel& model_;
};

} // namespace chinwag::admin
