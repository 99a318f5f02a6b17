#include "views/ConnectionDelegate.h"

#include "models/ConnectionsModel.h"
#include "views/Tones.h"

namespace chinwag::admin {

void ConnectionDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto color = [option](QPalette::ColorRole role, const QColor& value) {
        option->palette.setColor(QPalette::Active, role, value);
        option->palette.setColor(QPalette::Inactive, role, value);
    };
    const auto tint = [&color](const QColor& value) {
        color(QPalette::Text, value);
        color(QPalette::HighlightedText, value);
    };
    // The row is what has the focus, not one cell of it.
    option->state &= ~QStyle::State_HasFocus;
    const Tones tones = Tones::of(option->palette);
    // Many rows may be chosen at once, and are to be read before they are kicked.
    color(QPalette::Highlight, mix(tones.accent, tones.surface, tones.dark ? 0.30 : 0.18));
    tint(tones.text);
    const bool gone = index.data(ConnectionsModel::GoneRole).toBool();
    if (gone || !index.data(ConnectionsModel::LoadedRole).toBool())
        tint(mix(tones.text, tones.surface, 0.45));
    if (gone) {
        option->font.setStrikeOut(true);
        return;
    }
    const auto* const model = qobject_cast<const ConnectionsModel*>(index.model());
    const ConnectionInfo* const info = model != nullptr ? model->at(index.row()) : nullptr;
    if (info == nullptr)
        return;
    const auto column = static_cast<Column>(index.column());
    if (column == Column::Nick && !info->nick.isEmpty())
        option->font.setWeight(QFont::Medium);
    else if (column == Column::QueueBytes && info->queueBytes > 0)
        tint(tones.warn);
    else if (column == Column::QueueBytes || option->text == QStringLiteral("–"))
        tint(tones.muted);
}

} // namespace chinwag::admin
