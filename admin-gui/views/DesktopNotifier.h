// Tells the desktop what its user should know while another window is in front.
#pragma once

#include <QObject>
#include <QSystemTrayIcon>

namespace chinwag::admin {

/// By the desktop's notification service, which every common desktop on Linux has; where there is none, by an
/// icon in the tray, if there is one. Never waits for either.
class DesktopNotifier : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject* parent = nullptr);

    /// Plain text. A later one takes the place of the one before, if that is still shown.
    void notify(const QString& title, const QString& text);
    /// There is nothing to be told any more.
    void withdraw();

private:
    bool askService(const QString& title, const QString& text);
    void showInTray(const QString& title, const QString& text);

    QSystemTrayIcon tray_; ///< on the screen only while there is something to tell
    quint32 shown_ = 0;    ///< what the service calls the one before
};

} // namespace chinwag::admin
