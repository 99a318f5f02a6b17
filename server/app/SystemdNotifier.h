// The conversation with systemd: readiness, watchdog, sockets that it opened. Without systemd every call
// does nothing.
#pragma once

#include <QObject>
#include <QString>

#include <variant>
#include <vector>

class QTimer;

namespace chinwag::app {

class SystemdNotifier : public QObject {
    Q_OBJECT
public:
    explicit SystemdNotifier(QObject* parent = nullptr);

    /// From here on the watchdog, where there is one, is fed as long as the event loop turns.
    void ready(const QString& status);
    /// To be followed by ready().
    static void reloading();
    static void stopping(const QString& status);

    /// The listening TCP sockets that were handed over, in the order of the socket unit; or why they
    /// cannot be used. They belong to the caller and are handed out once.
    static std::variant<std::vector<int>, QString> takeSockets();

private:
    QTimer* watchdog_ = nullptr;
};

} // namespace chinwag::app
