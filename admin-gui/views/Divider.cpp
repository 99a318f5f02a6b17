#include "views/Divider.h"

#include "views/Tones.h"

#include <QPainter>

namespace chinwag::admin {

Divider::Divider(QWidget* parent) : QWidget(parent) {
    setFixedWidth(1);
}

void Divider::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Tones::of(palette()).line);
}

} // namespace chinwag::admin
