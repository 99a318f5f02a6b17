// The strip that names what is over its limit, on the screen as long as it is, and tells the desktop once.
#pragma once

#include "models/Alerts.h"

#include <QSystemTrayIcon>
#include <QWidget>

class QLabel;

namespace chinwag::admin {

class AlertBanner : public QWidget {
    Q_OBJECT
public:
    /// `alerts` must outlive this.
    explicit AlertBanner(Alerts& alerts, QWidget* parent = nullptr);

    QString text() const;

private:
    void update();
    void notify(Alerts::Metric metric);

    Alerts& alerts_;
    QLabel* text_;
    QSystemTrayIcon tray_; ///< on the screen only while there is something to tell
};

} // namespace chinwag::admin
