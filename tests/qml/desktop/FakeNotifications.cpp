#include "desktop/FakeNotifications.h"

#include <QDBusConnection>

namespace chinwag::test {

namespace {

constexpr QLatin1String connectionName("fake notifications");

} // namespace

bool FakeNotifications::appear(const QString& address) {
    QDBusConnection bus = QDBusConnection::connectToBus(address, connectionName);
    return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                              QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
           bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
}

void FakeNotifications::vanish() {
    QDBusConnection::disconnectFromBus(connectionName);
}

uint FakeNotifications::Notify(const QString& program, uint replaces, const QString& /*icon*/,
                               const QString& title, const QString& body, const QStringList& actions,
                               const QVariantMap& hints, int /*timeout*/) {
    const uint id = replaces != 0 ? replaces : ++lastId_;
    shown_.append({id, replaces, program, title, body, actions, hints});
    return id;
}

} // namespace chinwag::test
