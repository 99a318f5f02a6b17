// A table whose rows are replaced now and then by newer ones, under the eyes of whoever looks at it.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

class SwappingModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

Q_SIGNALS:
    /// Around the change of rows.
    void aboutToSwap();
    void swapped();

protected:
    /// Puts `fresh` in the place of `rows` in one step. Persistent indexes (the selection, the current row)
    /// follow their rows by what `idOf` says of each; one of which it says nothing stays where it is.
    template <typename Rows, typename IdOf>
    void swapRows(Rows& rows, Rows fresh, const IdOf& idOf) {
        using Size = typename Rows::size_type;
        Q_EMIT aboutToSwap();
        const auto before = static_cast<int>(rows.size());
        const auto after = static_cast<int>(fresh.size());
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            rows.resize(static_cast<Size>(after));
            endInsertRows();
        }
        fresh.resize(rows.size());
        follow(rows, std::move(fresh), after, idOf);
        if (after < before) {
            beginRemoveRows({}, after, before - 1);
            rows.resize(static_cast<Size>(after));
            endRemoveRows();
        }
        Q_EMIT swapped();
    }

private:
    template <typename Rows, typename IdOf>
    void follow(Rows& rows, Rows fresh, int total, const IdOf& idOf) {
        using Size = typename Rows::size_type;
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        QHash<QString, int> places;
        for (int row = 0; row < total; ++row) {
            const QString id = idOf(std::as_const(fresh)[static_cast<Size>(row)]);
            if (!id.isEmpty())
                places.insert(id, row);
        }
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        to.reserve(from.size());
        for (const QModelIndex& old : from) {
            const QString id = idOf(std::as_const(rows)[static_cast<Size>(old.row())]);
            const int row = id.isEmpty() ? old.row() : places.value(id, -1);
            to << (row >= 0 && row < total ? index(row, old.column()) : QModelIndex());
        }
        rows = std::move(fresh);
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }
};

} // namespace chinwag::admin
