#include "views/RowDelegate.h"

#include "models/PagedModel.h"
#include "views/Tones.h"

namespace chinwag::admin {

namespace {

void setColor(QStyleOptionViewItem& option, QPalette::ColorRole role, const QColor& color) {
    option.palette.setColor(QPalette::Active, role, color);
    option.palette.setColor(QPalette::Inactive, role, color);
}

} // namespace

void RowDelegate::tint(QStyleOptionViewItem& option, const QColor& color) {
    setColor(option, QPalette::Text, color);
    setColor(option, QPalette::HighlightedText, color);
}

void RowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus;
    const Tones tones = Tones::of(option->palette);
    // Many rows may be chosen at once, and are to be read before anything is done to them.
    setColor(*option, QPalette::Highlight, mix(tones.accent, tones.surface, tones.dark ? 0.30 : 0.18));
    if (qobject_cast<const PagedModel*>(index.model()) != nullptr &&
        index.data(PagedModel::FaintRole).toBool())
        tint(*option, mix(tones.text, tones.surface, 0.45));
    else
        tint(*option, option->text == QStringLiteral("–") ? tones.muted : tones.text);
}

} // namespace chinwag::admin
