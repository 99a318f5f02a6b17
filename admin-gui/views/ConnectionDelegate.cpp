#include "views/ConnectionDelegate.h"

#include "models/ConnectionsModel.h"
#include "views/Tones.h"

namespace chinwag::admin {

void ConnectionDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    RowDelegate::initStyleOption(option, index);
    const Tones tones = Tones::of(option->palette);
    const bool gone = index.data(ConnectionsModel::GoneRole).toBool();
    if (gone || !index.data(ConnectionsModel::LoadedRole).toBool())
        tint(*option, mix(tones.text, tones.surface, 0.45));
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
    else if (column == Column::QueueBytes)
        tint(*option, info->queueBytes > 0 ? tones.warn : tones.muted);
}

} // namespace chinwag::admin
