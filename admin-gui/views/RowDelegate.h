// Paints the cells of a table: the row has the focus and not one cell of it, what is chosen stays readable.
#pragma once

#include <QStyledItemDelegate>

namespace chinwag::admin {

struct Tones;

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    static void tint(QStyleOptionViewItem& option, const QColor& color);
};

} // namespace chinwag::admin
