#include "models/RoomList.h"

#include "models/RoomsModel.h"

#include <QDateTime>

#include <utility>

namespace chinwag::models {

RoomList::RoomList(RoomsModel& rooms, QObject* parent) : QSortFilterProxyModel(parent) {
    setSourceModel(&rooms);
    setDynamicSortFilter(true);
    sort(0);
    connect(this, &QAbstractItemModel::rowsInserted, this, &RoomList::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &RoomList::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &RoomList::countChanged);
}

void RoomList::setFilter(const QString& filter) {
    if (std::exchange(filter_, filter) == filter)
        return;
    invalidateFilter();
    Q_EMIT filterChanged();
}

bool RoomList::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(RoomsModel::HiddenRole).toBool())
        return false;
    return filter_.isEmpty() ||
           index.data(RoomsModel::TitleRole).toString().contains(filter_.trimmed(), Qt::CaseInsensitive);
}

bool RoomList::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const bool pinned = left.data(RoomsModel::PinnedRole).toBool();
    if (pinned != right.data(RoomsModel::PinnedRole).toBool())
        return pinned;
    const QDateTime leftAt = left.data(RoomsModel::LastAtRole).toDateTime();
    const QDateTime rightAt = right.data(RoomsModel::LastAtRole).toDateTime();
    if (leftAt != rightAt)
        return rightAt.isNull() || (!leftAt.isNull() && leftAt > rightAt);
    return QString::localeAwareCompare(left.data(RoomsModel::NameRole).toString().toCaseFolded(),
                                       right.data(RoomsModel::NameRole).toString().toCaseFolded()) < 0;
}

QString RoomList::channelAt(int row) const {
    const auto* const room = index(row, 0).data(RoomsModel::RoomRole).value<Room*>();
    return room == nullptr ? QString() : room->channel();
}

int RoomList::rowOf(const QString& channel) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (channelAt(row) == channel)
            return row;
    }
    return -1;
}

} // namespace chinwag::models
