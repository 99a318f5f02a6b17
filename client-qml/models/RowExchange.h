// Other rows in the place of those that a list model has.
#pragma once

#include <QAbstractListModel>
#include <QList>

#include <algorithm>
#include <utility>

namespace chinwag::models {

/// Puts `fresh` in the place of `rows`, which are all that `model` has, and tells its views: what is too many
/// goes or what is missing comes at the end, and the others are different. Not by a reset: a view may still
/// be making delegates of the rows before. The model makes it a friend, since only a model may say so of
/// itself.
template <typename Model, typename Element>
void exchangeRows(Model& model, QList<Element>& rows, QList<Element> fresh) {
    const int before = static_cast<int>(rows.size());
    const int after = static_cast<int>(fresh.size());
    if (after < before)
        model.beginRemoveRows({}, after, before - 1);
    else if (after > before)
        model.beginInsertRows({}, before, after - 1);
    rows = std::move(fresh);
    if (after < before)
        model.endRemoveRows();
    else if (after > before)
        model.endInsertRows();
    if (const int kept = std::min(before, after); kept > 0)
        Q_EMIT model.dataChanged(model.index(0), model.index(kept - 1));
}

} // namespace chinwag::models
