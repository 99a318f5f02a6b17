#include "views/Icon.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QWidget>

namespace chinwag::admin {

QPixmap symbol(const QString& name, const QColor& color, int side, qreal ratio) {
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(name));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(0, 0, side, side), color);
    return pixmap;
}

QIcon symbolIcon(const QString& name, const QWidget* widget) {
    constexpr int side = 18;
    const qreal ratio = widget->devicePixelRatioF();
    const QPalette& palette = widget->palette();
    QIcon icon;
    icon.addPixmap(symbol(name, palette.color(QPalette::Active, QPalette::ButtonText), side, ratio),
                   QIcon::Normal);
    icon.addPixmap(symbol(name, palette.color(QPalette::Disabled, QPalette::ButtonText), side, ratio),
                   QIcon::Disabled);
    icon.addPixmap(symbol(name, palette.color(QPalette::Active, QPalette::HighlightedText), side, ratio),
                   QIcon::Selected);
    return icon;
}

} // namespace chinwag::admin
