// The program's own symbols, in the colour of the text beside them.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QWidget;

namespace chinwag::admin {

/// `name` is a file in :/icons. Side lengths are in logical pixels.
QPixmap symbol(const QString& name, const QColor& color, int side, qreal ratio);
/// For buttons and menus of `widget`, in its button text's colour. To be set again when the palette changes.
QIcon symbolIcon(const QString& name, const QWidget* widget);

} // namespace chinwag::admin
