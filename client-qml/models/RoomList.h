// The rooms as they stand in the list: the pinned ones first, then by what was said last; and those alone in
// whose name is what somebody looks for.
#pragma once

#include <QSortFilterProxyModel>
#include <QtQmlIntegration>

namespace chinwag::models {

class RoomsModel;

class RoomList : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// `rooms` outlives it.
    explicit RoomList(RoomsModel& rooms, QObject* parent = nullptr);

    const QString& filter() const { return filter_; }
    void setFilter(const QString& filter);
    int count() const { return rowCount(); }
    /// The channel of the room in that row; empty where there is none.
    Q_INVOKABLE QString channelAt(int row) const;
    /// Where a room stands; -1 when it is not shown.
    Q_INVOKABLE int rowOf(const QString& channel) const;

Q_SIGNALS:
    void filterChanged();
    void countChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString filter_;
};

} // namespace chinwag::models
