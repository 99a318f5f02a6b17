// A desktop's notification service that remembers what it was asked to show.
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace chinwag::test {

class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint id = 0;
        uint replaces = 0;
        QString program{};
        QString title{};
        QString body{};
        QStringList actions{};
        QVariantMap hints{};
    };

    explicit FakeNotifications(QStringList capabilities) : capabilities_(std::move(capabilities)) {}

    /// False when the bus does not let it.
    bool appear(const QString& address);
    void vanish();

    const QList<Shown>& shown() const { return shown_; }
    const QList<uint>& closed() const { return closed_; }

    // NOLINTBEGIN(readability-identifier-naming): the names on the bus are these
public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities_; }
    uint Notify(const QString& program, uint replaces, const QString& icon, const QString& title,
                const QString& body, const QStringList& actions, const QVariantMap& hints, int timeout);
    void CloseNotification(uint id) { closed_.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void ActivationToken(uint id, const QString& token);
    void NotificationClosed(uint id, uint reason);
    // NOLINTEND(readability-identifier-naming)

private:
    QStringList capabilities_;
    QList<Shown> shown_;
    QList<uint> closed_;
    uint lastId_ = 0;
};

} // namespace chinwag::test
