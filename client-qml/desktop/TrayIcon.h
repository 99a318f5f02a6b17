// The program's icon in the tray, with how much is unread, and a menu.
#pragma once

#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>

class QAction;

namespace chinwag::desktop {

class TrayIcon : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(const QIcon& icon, QObject* parent = nullptr);

    void setVisible(bool visible) { icon_.setVisible(visible); }
    /// The desktop shows it, so that a window may hide behind it.
    bool isShown() const { return icon_.isVisible() && QSystemTrayIcon::isSystemTrayAvailable(); }
    /// `personal` of them are for us.
    void setUnread(int unread, int personal);
    void setDoNotDisturb(bool on);
    QSystemTrayIcon& icon() { return icon_; }

    /// `base` with a mark: a number up to 99 where it is for us, else a dot; as
    /// it is without any.
    static QIcon marked(const QIcon& base, int unread, int personal);

Q_SIGNALS:
    void toggleRequested();
    void doNotDisturbRequested(bool on);
    void settingsRequested();
    void quitRequested();

private:
    QIcon base_;
    QMenu menu_;
    QAction* doNotDisturb_ = nullptr; ///< the menu's
    QSystemTrayIcon icon_;
};

} // namespace chinwag::desktop
