// The frames of one connection, in the order in which they went by.
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QJsonObject>
#include <QVector>

namespace chinwag::admin {

class TraceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Direction, Kind, Size, Text, Count };
    /// The oldest go.
    static constexpr int mostFrames = 10'000;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// A batch as the live feed tells it.
    void append(const QJsonObject& batch);
    void clear();
    /// Frames that the server has not told, as there were too many.
    qint64 missed() const { return missed_; }

private:
    struct Frame {
        QDateTime time;
        bool isIncoming = false;
        QString kind;
        qint64 size = 0;
        QString text;
        bool isCut = false;
    };
    QString textOf(const Frame& frame, int column) const;

    QVector<Frame> frames_;
    qint64 missed_ = 0;
};

} // namespace chinwag::admin
