// The strip that names what is over its limit, on the screen as long as it is, and tells the desktop once.
#pragma once

#include "models/Alerts.h"
#include "views/DesktopNotifier.h"

#include <QWidget>

class QLabel;

namespace chinwag::admin {

class AlertBanner : public QWidget {
    Q_OBJECT
public:
    /// `alerts` must outlive this.
    explicit AlertBanner(Alerts& alerts, QWidget* parent = nullptr);

    QString text() const;
    /// The way to the server was lost, which is on the screen elsewhere: the desktop is told, if the operator
    /// wants to know when the server is not well.
    void tellLost(const QString& server);

private:
    void update();
    void notify(Alerts::Metric metric);

    Alerts& alerts_;
    QLabel* text_;
    DesktopNotifier notifier_;
};

} // namespace chinwag::admin
