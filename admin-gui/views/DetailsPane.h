// All that is known of the connection that is chosen, beside the table and as live as it.
#pragma once

#include "views/Panel.h"

#include <QVector>

class QFormLayout;
class QLabel;

namespace chinwag::admin {

class ConnectionsModel;
class ConnectionsView;

class DetailsPane : public Panel {
    Q_OBJECT
public:
    /// Both must outlive this.
    DetailsPane(ConnectionsModel& model, ConnectionsView& view, QWidget* parent = nullptr);

    /// Of the column whose title is `title`; for tests.
    QString textOf(const QString& title) const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void update();

    ConnectionsModel& model_;
    ConnectionsView& view_;
    QLabel* name_;
    QLabel* hint_;
    QWidget* facts_;
    QVector<QLabel*> values_; ///< a column each
};

} // namespace chinwag::admin
