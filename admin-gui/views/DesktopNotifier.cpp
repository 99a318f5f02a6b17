#include "views/DesktopNotifier.h"

#include <QApplication>

namespace chinwag::admin {

DesktopNotifier::DesktopNotifier(QObject* parent)
    : Notifier(parent),
      service_({QApplication::applicationDisplayName(), QStringLiteral("chinwag-admin"), tr("Show"),
                QString(), QStringLiteral("dialog-warning")}),
      icon_(QApplication::windowIcon()) {
    connect(&service_, &notify::BusNotifier::notShown, this, &DesktopNotifier::showInTray);
    connect(&service_, &Notifier::activated, this, &Notifier::activated);
    connect(&icon_, &QSystemTrayIcon::messageClicked, this, [this] {
        if (inTray_.contains(lastInTray_))
            Q_EMIT activated(QString(lastInTray_), {});
    });
}

void DesktopNotifier::show(const notify::Notification& notification) {
    service_.show(notification);
}

void DesktopNotifier::showInTray(const notify::Notification& notification) {
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    inTray_.insert(notification.key);
    lastInTray_ = notification.key;
    icon_.show();
    icon_.showMessage(notification.title, notification.body, QSystemTrayIcon::Warning);
}

void DesktopNotifier::withdraw(const QString& key) {
    service_.withdraw(key);
    inTray_.remove(key);
    if (inTray_.isEmpty())
        icon_.hide();
}

} // namespace chinwag::admin
