#include "views/RowDelegate.h"

#include "models/ContextModel.h"
#include "models/PagedModel.h"
#include "views/Tones.h"

namespace chinwag::admin {

namespace {

// Other models have other things behind the same number.
PagedModel::Tone toneOf(const QModelIndex& index) {
    if (qobject_cast<const PagedModel*>(index.model()) != nullptr)
        return static_cast<PagedModel::Tone>(index.data(PagedModel::ToneRole).toInt());
    const bool isFaint = qobject_cast<const ContextModel*>(index.model()) != nullptr &&
                         index.data(ContextModel::FaintRole).toBool();
    return isFaint ? PagedModel::Tone::Faint : PagedModel::Tone::Usual;
}

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
    switch (toneOf(index)) {
    case PagedModel::Tone::Faint: tint(*option, mix(tones.text, tones.surface, 0.45)); break;
    case PagedModel::Tone::Warning: tint(*option, tones.warn); break;
    case PagedModel::Tone::Danger: tint(*option, tones.danger); break;
    case PagedModel::Tone::Usual:
        tint(*option, option->text == QStringLiteral("–") ? tones.muted : tones.text);
        break;
    }
}

} // namespace chinwag::admin
