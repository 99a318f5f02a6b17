// Notifications by the desktop's service for them,
// org.freedesktop.Notifications on the session bus.
#pragma once

#include "notify/Notifier.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace chinwag::notify {

class BusNotifier : public Notifier {
    Q_OBJECT

public:
    /// As whom a program notifies.
    struct Sender {
        QString program{};      ///< its name
        QString desktopEntry{}; ///< what its .desktop file is called, and its icon
        QString follow{};       ///< what a click does, for desktops that show that
        QString category{};     ///< of the specification; may be empty
        QString sound{};        ///< as sound themes call it
    };

    explicit BusNotifier(Sender sender, QObject* parent = nullptr);

    /// There is such a service on this desktop, or one that starts when it is
    /// asked.
    static bool isAvailable();

    void show(const Notification& notification) override;
    void withdraw(const QString& key) override;

Q_SIGNALS:
    /// There is no such service, or it did not take it.
    void notShown(const chinwag::notify::Notification& notification);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString& action);
    void onActivationToken(uint id, const QString& token);
    void onClosed(uint id, uint reason);

private:
    void send(const Notification& notification);
    void onSent(const Notification& notification, uint id);
    void askCapabilities();

    struct Shown {
        uint id = 0;                        ///< 0 = the service has not said yet
        std::optional<Notification> next{}; ///< to take its place once that is known
        bool unwanted = false;              ///< to be withdrawn then
    };

    const Sender sender_;
    QHash<QString, Shown> shown_; ///< by key
    QHash<uint, QString> tokens_;
    bool markup_ = true; ///< until the service has said that it takes none: a
                         ///< body is escaped then
    bool actions_ = true;
};

} // namespace chinwag::notify
