#include "models/TraceModel.h"

#include "models/Format.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace chinwag::admin {

int TraceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(frames_.size());
}

int TraceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Count;
}

QString TraceModel::textOf(const Frame& frame, int column) const {
    switch (column) {
    case Time: return QLocale().toString(frame.time.toLocalTime(), QStringLiteral("HH:mm:ss.zzz"));
    case Direction: return frame.isIncoming ? tr("from the client") : tr("to the client");
    case Kind: return frame.kind;
    case Size: return Format::bytes(static_cast<double>(frame.size));
    case Text: return frame.isCut ? QString(frame.text + u'…') : frame.text;
    default: return {};
    }
}

QVariant TraceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Frame& frame = frames_[index.row()];
    if (role == Qt::DisplayRole)
        return textOf(frame, index.column());
    if (role == Qt::ToolTipRole && index.column() == Text)
        return frame.text.toHtmlEscaped();
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    // A heading stands above what it is about.
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Direction: return tr("Direction");
    case Kind: return tr("Kind");
    case Size: return tr("Size");
    case Text: return tr("Text");
    default: return {};
    }
}

void TraceModel::append(const QJsonObject& batch) {
    missed_ += batch.value(QLatin1String("missed")).toInteger();
    QVector<Frame> added;
    const QJsonArray frames = batch.value(QLatin1String("frames")).toArray();
    for (const auto& frame : frames)
        added.append({QDateTime::fromString(frame[QLatin1String("time")].toString(), Qt::ISODateWithMs),
                      frame[QLatin1String("direction")].toString() == QLatin1String("in"),
                      frame[QLatin1String("kind")].toString(), frame[QLatin1String("size")].toInteger(),
                      frame[QLatin1String("text")].toString(), frame[QLatin1String("cut")].toBool()});
    if (added.isEmpty())
        return;
    const qsizetype surplus = std::min(frames_.size() + added.size() - mostFrames, frames_.size());
    if (surplus > 0) {
        beginRemoveRows({}, 0, static_cast<int>(surplus) - 1);
        frames_.remove(0, surplus);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    frames_ += added;
    endInsertRows();
}

void TraceModel::clear() {
    beginResetModel();
    frames_.clear();
    missed_ = 0;
    endResetModel();
}

} // namespace chinwag::admin
