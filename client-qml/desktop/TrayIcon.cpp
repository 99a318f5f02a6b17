#include "desktop/TrayIcon.h"

#include <QAction>
#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace chinwag::desktop {

namespace {

constexpr int sizes[] = {16, 22, 24, 32, 48, 64};
constexpr int most = 99;
constexpr QRgb personalColor = qRgb(0xD6, 0x3A, 0x25);
constexpr QRgb otherColor = qRgb(0x2F, 0x9C, 0x86);

// In the lower right corner, where it hides the least.
void paintMark(QPixmap& pixmap, int personal) {
    const qreal side = pixmap.width();
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString text = personal == 0 ? QString() : QString::number(std::min(personal, most));
    const qreal height = side * (text.isEmpty() ? 0.42 : 0.62);
    const qreal width = text.size() > 1 ? height * 1.3 : height;
    const QRectF mark(side - width, side - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(text.isEmpty() ? otherColor : personalColor));
    painter.drawRoundedRect(mark, height / 2, height / 2);
    if (text.isEmpty())
        return;
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(7, static_cast<int>(height * 0.8)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(mark, Qt::AlignCenter, text);
}

} // namespace

TrayIcon::TrayIcon(const QIcon& icon, QObject* parent) : QObject(parent), base_(icon), icon_(icon) {
    connect(menu_.addAction(tr("Show or hide Chinwag")), &QAction::triggered, this,
            &TrayIcon::toggleRequested);
    doNotDisturb_ = menu_.addAction(tr("Do not disturb"));
    doNotDisturb_->setCheckable(true);
    connect(doNotDisturb_, &QAction::triggered, this, &TrayIcon::doNotDisturbRequested);
    connect(menu_.addAction(tr("Settings…")), &QAction::triggered, this, &TrayIcon::settingsRequested);
    menu_.addSeparator();
    connect(menu_.addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    icon_.setContextMenu(&menu_);
    setUnread(0, 0);
    connect(&icon_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleRequested();
    });
}

void TrayIcon::setUnread(int unread, int personal) {
    icon_.setIcon(marked(base_, unread, personal));
    icon_.setToolTip(unread == 0 ? tr("Chinwag: nothing new")
                                 : tr("Chinwag: %n unread message(s)", nullptr, unread));
}

void TrayIcon::setDoNotDisturb(bool on) {
    doNotDisturb_->setChecked(on);
}

QIcon TrayIcon::marked(const QIcon& base, int unread, int personal) {
    if (unread == 0 && personal == 0)
        return base;
    QIcon out;
    for (const int size : sizes) {
        QPixmap pixmap = base.pixmap(QSize(size, size), 1.0);
        if (pixmap.isNull()) {
            pixmap = QPixmap(size, size);
            pixmap.fill(Qt::transparent);
        }
        paintMark(pixmap, personal);
        out.addPixmap(pixmap);
    }
    return out;
}

} // namespace chinwag::desktop
