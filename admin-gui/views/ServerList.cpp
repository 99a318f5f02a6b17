#include "views/ServerList.h"

#include "views/Tones.h"

#include <QPainter>

namespace chinwag::admin {

namespace {

constexpr int margin = 12;

} // namespace

ServerList::ServerList(QWidget* parent)
    : QListWidget(parent),
      hint_(
          tr("No servers saved yet. Those that you connect to are listed here, and one that is chosen fills "
             "in the form.")) {
    setAccessibleName(tr("Servers that you have been connected to"));
    setAccessibleDescription(hint_);
    setAlternatingRowColors(false);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ServerList::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Tones::of(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     static_cast<int>(Qt::AlignTop) | static_cast<int>(Qt::AlignLeft) |
                         static_cast<int>(Qt::TextWordWrap),
                     hint_);
}

} // namespace chinwag::admin
