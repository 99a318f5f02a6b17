#include "desktop/TrayNotifier.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace chinwag::desktop {

TrayNotifier::TrayNotifier(QSystemTrayIcon& icon, QObject* parent) : Notifier(parent), icon_(icon) {
    connect(&icon_, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!last_.isEmpty())
            Q_EMIT activated(QString(last_), {});
    });
}

void TrayNotifier::show(const Notification& notification) {
    last_ = notification.key;
    if (icon_.isVisible() && QSystemTrayIcon::supportsMessages())
        icon_.showMessage(notification.title, notification.body, icon_.icon());
    if (notification.sound)
        QApplication::beep();
}

void TrayNotifier::withdraw(const QString& key) {
    if (last_ == key)
        last_.clear();
}

} // namespace chinwag::desktop
