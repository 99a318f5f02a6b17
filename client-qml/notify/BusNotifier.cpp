#include "notify/BusNotifier.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusReply>
#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace chinwag::notify {

namespace {

constexpr QLatin1String service("org.freedesktop.Notifications");
constexpr QLatin1String path("/org/freedesktop/Notifications");
constexpr QLatin1String defaultAction("default");
constexpr int serverDecides = -1; // how long it is shown

QDBusMessage call(const char* method) {
    return QDBusMessage::createMethodCall(service, path, service, QLatin1String(method));
}

} // namespace

BusNotifier::BusNotifier(Sender sender, QObject* parent) : Notifier(parent), sender_(std::move(sender)) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("ActivationToken"), this,
                SLOT(onActivationToken(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                SLOT(onClosed(uint, uint)));
    askCapabilities();
}

bool BusNotifier::isAvailable() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QDBusReply<bool> running = bus.interface()->isServiceRegistered(service);
    if (running.isValid() && running.value())
        return true;
    const QDBusReply<QStringList> startable = bus.interface()->call(QStringLiteral("ListActivatableNames"));
    return startable.isValid() && startable.value().contains(service);
}

void BusNotifier::askCapabilities() {
    auto* const watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call("GetCapabilities")), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError())
            return;
        markup_ = reply.value().contains(QStringLiteral("body-markup"));
        actions_ = reply.value().contains(QStringLiteral("actions"));
    });
}

void BusNotifier::show(const Notification& notification) {
    const auto shown = shown_.find(notification.key);
    if (shown != shown_.end() && shown->id == 0) {
        shown->next = notification;
        shown->unwanted = false;
        return;
    }
    send(notification);
}

void BusNotifier::send(const Notification& notification) {
    Shown& shown = shown_[notification.key];
    QVariantMap hints{{QStringLiteral("desktop-entry"), sender_.desktopEntry}};
    if (!sender_.category.isEmpty())
        hints.insert(QStringLiteral("category"), sender_.category);
    if (notification.sound)
        hints.insert(QStringLiteral("sound-name"), sender_.sound);
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    QStringList actions;
    if (actions_)
        actions = {defaultAction, sender_.follow};
    QDBusMessage message = call("Notify");
    message.setArguments({sender_.program, shown.id, sender_.desktopEntry, notification.title,
                          markup_ ? notification.body.toHtmlEscaped() : notification.body, actions, hints,
                          serverDecides});
    shown.id = 0;
    auto* const watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        onSent(notification, reply.isError() ? 0 : reply.value());
    });
}

void BusNotifier::onSent(const Notification& notification, uint id) {
    const auto shown = shown_.find(notification.key);
    if (shown == shown_.end())
        return;
    shown->id = id;
    if (const auto next = std::exchange(shown->next, std::nullopt))
        send(*next);
    else if (shown->unwanted)
        withdraw(notification.key);
    else if (id == 0) {
        shown_.erase(shown);
        Q_EMIT notShown(notification);
    }
}

void BusNotifier::withdraw(const QString& key) {
    const auto shown = shown_.find(key);
    if (shown == shown_.end())
        return;
    if (shown->id == 0 && !shown->unwanted) {
        shown->next.reset();
        shown->unwanted = true;
        return;
    }
    if (shown->id != 0) {
        QDBusMessage message = call("CloseNotification");
        message.setArguments({shown->id});
        QDBusConnection::sessionBus().send(message);
    }
    shown_.erase(shown);
}

void BusNotifier::onActivationToken(uint id, const QString& token) {
    // Word of others' notifications comes here, too.
    const bool ours =
        std::any_of(shown_.cbegin(), shown_.cend(), [id](const Shown& each) { return each.id == id; });
    if (ours)
        tokens_.insert(id, token);
}

void BusNotifier::onActionInvoked(uint id, const QString& action) {
    const QString token = tokens_.take(id);
    if (action != defaultAction)
        return;
    for (auto shown = shown_.begin(); shown != shown_.end(); ++shown) {
        if (shown->id != id)
            continue;
        Q_EMIT activated(QString(shown.key()), token);
        return;
    }
}

void BusNotifier::onClosed(uint id, uint /*reason*/) {
    tokens_.remove(id);
    shown_.removeIf([id](QHash<QString, Shown>::iterator shown) { return shown->id == id && id != 0; });
}

} // namespace chinwag::notify
