// Notifications by the desktop's service for them,
// org.freedesktop.Notifications on the session bus.
#pragma once

#include "desktop/Notifier.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace chinwag::desktop {

class BusNotifier : public Notifier {
    Q_OBJECT

public:
    explicit BusNotifier(QObject* parent = nullptr);

    /// There is such a service on this desktop, or one that starts when it is
    /// asked.
    static bool isAvailable();

    void show(const Notification& notification) override;
    void withdraw(const QString& key) override;

private Q_SLOTS:
    void onActionInvoked(uint id, const QString& action);
    void onActivationToken(uint id, const QString& token);
    void onClosed(uint id, uint reason);

private:
    void send(const Notification& notification);
    void onSent(const QString& key, uint id);
    void askCapabilities();

    struct Shown {
        uint id = 0;                        ///< 0 = the service has not said yet
        std::optional<Notification> next{}; ///< to take its place once that is known
        bool unwanted = false;              ///< to be withdrawn then
    };

    QHash<QString, Shown> shown_; ///< by key
    QHash<uint, QString> tokens_;
    bool markup_ = true; ///< until the service has said that it takes none: a
                         ///< body is escaped then
    bool actions_ = true;
};

} // namespace chinwag::desktop
