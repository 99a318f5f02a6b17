#include "views/DesktopNotifier.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace chinwag::admin {

namespace {

constexpr QLatin1String service("org.freedesktop.Notifications");
constexpr QLatin1String path("/org/freedesktop/Notifications");
constexpr int asLongAsUsual = -1; // the desktop knows for how long

QDBusMessage call(const QString& method, const QVariantList& arguments) {
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, service, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject* parent) : QObject(parent), tray_(QApplication::windowIcon()) {}

void DesktopNotifier::notify(const QString& title, const QString& text) {
    if (!askService(title, text))
        showInTray(title, text);
}

bool DesktopNotifier::askService(const QString& title, const QString& text) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("chinwag-admin")}};
    // What a server says of itself may look like markup to the desktop.
    auto* const watcher = new QDBusPendingCallWatcher(
        bus.asyncCall(call(QStringLiteral("Notify"),
                           {QApplication::applicationDisplayName(), shown_, QStringLiteral("chinwag-admin"),
                            title, text.toHtmlEscaped(), QStringList(), hints, asLongAsUsual})),
        this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, title, text](QDBusPendingCallWatcher* done) {
                done->deleteLater();
                const QDBusPendingReply<quint32> reply = *done;
                if (reply.isError())
                    showInTray(title, text);
                else
                    shown_ = reply.value();
            });
    return true;
}

void DesktopNotifier::showInTray(const QString& title, const QString& text) {
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    tray_.show();
    tray_.showMessage(title, text, QSystemTrayIcon::Warning);
}

void DesktopNotifier::withdraw() {
    tray_.hide();
    if (shown_ != 0)
        QDBusConnection::sessionBus().asyncCall(call(QStringLiteral("CloseNotification"), {shown_}));
    shown_ = 0;
}

} // namespace chinwag::admin
