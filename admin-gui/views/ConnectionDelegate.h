// Paints a row: greyed when its connection has left or is not here yet, warning where data waits.
#pragma once

#include "views/RowDelegate.h"

namespace chinwag::admin {

class ConnectionDelegate : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace chinwag::admin
