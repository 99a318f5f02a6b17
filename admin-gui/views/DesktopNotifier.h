// Tells the desktop what its user should know while another window is in front.
#pragma once

#include "notify/BusNotifier.h"

#include <QSet>
#include <QSystemTrayIcon>

namespace chinwag::admin {

/// By the desktop's notification service, which every common desktop on Linux has; what that does not show,
/// by an icon in the tray, if there is one. Never waits for either.
class DesktopNotifier : public notify::Notifier {
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject* parent = nullptr);

    void show(const notify::Notification& notification) override;
    void withdraw(const QString& key) override;

private:
    void showInTray(const notify::Notification& notification);

    notify::BusNotifier service_;
    QSystemTrayIcon icon_; ///< on the screen only while there is something to tell
    QSet<QString> inTray_; ///< the keys of what was told there
    QString lastInTray_;   ///< what a click on it is about
};

} // namespace chinwag::admin
