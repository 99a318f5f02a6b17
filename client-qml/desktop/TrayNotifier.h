// Notifications beside the icon in the tray, where the desktop has no service
// for them.
#pragma once

#include "desktop/Notifier.h"

class QSystemTrayIcon;

namespace chinwag::desktop {

class TrayNotifier : public Notifier {
    Q_OBJECT

public:
    /// `icon` outlives this.
    explicit TrayNotifier(QSystemTrayIcon& icon, QObject* parent = nullptr);

    void show(const Notification& notification) override;
    /// Such a one goes by itself; a click on it means nothing any more.
    void withdraw(const QString& key) override;

private:
    QSystemTrayIcon& icon_;
    QString last_; ///< what the one that is shown is about
};

} // namespace chinwag::desktop
