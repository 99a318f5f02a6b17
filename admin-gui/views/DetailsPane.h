// All that is known of the connection that is chosen, beside the table, second by second.
#pragma once

#include "api/ConnectionInfo.h"
#include "api/RestClient.h"
#include "views/Panel.h"

#include <QTimer>
#include <QVector>

#include <optional>

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
    void hideEvent(QHideEvent* event) override;

private:
    void buildFacts();
    void update();
    const ConnectionInfo* chosen() const; ///< the only one; or null
    void ask();
    void received(const QString& id, const ApiResult& result);

    ConnectionsModel& model_;
    ConnectionsView& view_;
    QLabel* name_;
    QLabel* hint_;
    QWidget* facts_;
    QVector<QLabel*> values_; ///< a column each
    QTimer second_;           ///< runs while something is shown
    RequestHandle pending_;
    std::optional<ConnectionInfo> now_; ///< as it was last, newer than the table
};

} // namespace chinwag::admin
