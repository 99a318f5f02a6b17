// Paints a row: greyed when its connection has left or is not here yet, warning where data waits.
#pragma once

#include <QStyledItemDelegate>

namespace chinwag::admin {

class ConnectionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace chinwag::admin
