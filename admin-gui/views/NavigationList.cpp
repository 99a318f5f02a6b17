#include "views/NavigationList.h"

#include "views/Icon.h"
#include "views/Tones.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr int symbolRole = Qt::UserRole;
constexpr int countRole = Qt::UserRole + 1; // text
constexpr int symbolSide = 20;
constexpr int besideText = 12 + symbolSide + 10 + 6;
constexpr int besideItems = 20;
constexpr int leastWidth = 176;

class PageDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tones tones = Tones::of(option.palette);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        const QRectF box = QRectF(option.rect).adjusted(2, 2, -2, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (chosen || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(chosen ? tones.accentWash
                                     : mix(tones.text, option.palette.window().color(), 0.05));
            painter->drawRoundedRect(box, 7, 7);
        }
        if (option.state.testFlag(QStyle::State_HasFocus) &&
            option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            painter->setPen(QPen(tones.accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(box, 7, 7);
        }
        const QColor color =
            chosen ? (tones.dark ? tones.accent : mix(tones.accent, tones.text, 0.75)) : tones.text;
        const int left = option.rect.left() + 12;
        const QPixmap icon = symbol(index.data(symbolRole).toString(), color, symbolSide,
                                    painter->device()->devicePixelRatioF());
        painter->drawPixmap(left, option.rect.center().y() - symbolSide / 2 + 1, icon);
        QFont font = option.font;
        font.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(option.rect.adjusted(12 + symbolSide + 10, 0, -6, 0),
                          Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        paintCount(*painter, option, index.data(countRole).toString(), tones);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {leastWidth - besideItems, option.fontMetrics.height() + 20};
    }

private:
    static void paintCount(QPainter& painter, const QStyleOptionViewItem& option, const QString& count,
                           const Tones& tones) {
        if (count.isEmpty())
            return;
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.85);
        font.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(font);
        const int height = metrics.height() + 2;
        const int width = std::max(metrics.horizontalAdvance(count) + 12, height);
        const QRectF pill(option.rect.right() - 10 - width, option.rect.center().y() - height / 2.0 + 1,
                          width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.accent);
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setFont(font);
        painter.setPen(tones.dark ? QColor(Qt::black) : QColor(Qt::white));
        painter.drawText(pill, Qt::AlignCenter, count);
    }
};

} // namespace

NavigationList::NavigationList(QWidget* parent) : QListWidget(parent) {
    setItemDelegate(new PageDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(leastWidth);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setViewportMargins(8, 10, 8, 8);
    setAccessibleName(tr("Pages"));
}

void NavigationList::addPage(const QString& symbol, const QString& title) {
    auto* const item = new QListWidgetItem(title, this);
    item->setData(symbolRole, symbol);
    QFont chosen = font();
    chosen.setWeight(QFont::DemiBold);
    setFixedWidth(
        std::max(minimumWidth(), QFontMetrics(chosen).horizontalAdvance(title) + besideText + besideItems));
}

void NavigationList::setCount(int row, int count, int most) {
    QListWidgetItem* const page = item(row);
    const QString text = count == 0     ? QString()
                         : count < most ? QString::number(count)
                                        : QStringLiteral("%1+").arg(most - 1);
    page->setData(countRole, text);
    page->setData(Qt::AccessibleTextRole,
                  text.isEmpty() ? QVariant() : QVariant(tr("%1, %2 waiting").arg(page->text(), text)));
    page->setToolTip(text.isEmpty() ? QString() : tr("%1 waiting").arg(text));
}

} // namespace chinwag::admin
