// Tells the desktop, once, what is over its limit, and takes it back when it is not any more.
#pragma once

#include "models/Alerts.h"
#include "views/DesktopNotifier.h"

#include <QObject>

#include <optional>

namespace chinwag::admin {

class AlertNotices : public QObject {
    Q_OBJECT
public:
    /// `alerts` must outlive this.
    explicit AlertNotices(Alerts& alerts, QObject* parent = nullptr);

    /// What the server is called from now on: the title of what is told.
    void setServer(const QString& label) { server_ = label; }
    /// The way to the server was lost, which is on the screen elsewhere: told, if the operator wants to know
    /// when the server is not well.
    void tellLost();
    /// There is a way to it again, or nobody waits for one.
    void takeBackLost();

Q_SIGNALS:
    /// The operator wants to see what it is about; nothing where the way was lost. `token` is as in
    /// notify::Notifier::activated().
    void followed(std::optional<chinwag::admin::Alerts::Metric> metric, const QString& token);

private:
    void tell(Alerts::Metric metric);
    void takeBackSettled();

    Alerts& alerts_;
    QString server_;
    QVector<Alerts::Metric> told_;
    DesktopNotifier notifier_;
};

} // namespace chinwag::admin
