#include "views/VictimList.h"

#include "views/Tones.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr int rowsWithoutScrolling = 8;

QLabel* plain(const QString& text) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

VictimList::VictimList(const QVector<ConnectionInfo>& victims, QWidget* parent)
    : Panel(Look::Surface, parent) {
    auto* const list = new QWidget;
    auto* const grid = new QGridLayout(list);
    grid->setContentsMargins(14, 9, 14, 9);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const ConnectionInfo& info : victims) {
        if (row == mostNamed)
            break;
        QLabel* const name = plain(info.nick.isEmpty() ? tr("(no name)") : info.nick);
        QFont strong = name->font();
        strong.setWeight(QFont::DemiBold);
        name->setFont(strong);
        // One that is written from right to left stands below the others all the same.
        const bool isMirrored = list->layoutDirection() == Qt::RightToLeft;
        name->setAlignment((isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute |
                           Qt::AlignVCenter);
        QLabel* const room = plain(info.room);
        QLabel* const address = plain(info.address);
        makeMuted(room);
        makeMuted(address);
        grid->addWidget(name, row, 0);
        grid->addWidget(room, row, 1);
        grid->addWidget(address, row, 2);
        ++row;
    }
    if (victims.size() > mostNamed) {
        QLabel* const more = plain(tr("and %n more", nullptr, static_cast<int>(victims.size() - mostNamed)));
        makeMuted(more);
        grid->addWidget(more, row, 0, 1, 3);
        ++row;
    }
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    scroll->setWidget(list);
    scroll->setAccessibleName(tr("Who is kicked"));
    list->setAutoFillBackground(false);
    const int rowHeight = fontMetrics().height() + 5;
    scroll->setFixedHeight(std::min(row, rowsWithoutScrolling) * rowHeight + 18);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(scroll);
    setAccessibleName(tr("Who is kicked"));
}

} // namespace chinwag::admin
