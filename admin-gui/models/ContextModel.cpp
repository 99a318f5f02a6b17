#include "models/ContextModel.h"

#include "models/Lists.h"

#include <QFont>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr QLatin1String beforeParameter("before");
constexpr QLatin1String after("after");

QFont bold() {
    QFont font;
    font.setBold(true);
    return font;
}

} // namespace

ContextModel::ContextModel(RestClient& client, QString room, qint64 seq, QObject* parent)
    : QAbstractTableModel(parent),
      client_(client),
      room_(std::move(room)),
      seq_(seq),
      columns_(lists::messages().columns.mid(0, 4)) {} // all but the id

int ContextModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ContextModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant ContextModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TableColumn& column = columns_[index.column()];
    const QJsonObject& row = rows_[index.row()];
    switch (role) {
    case Qt::DisplayRole: return column.text ? column.text(row) : fieldText(row.value(column.name));
    case Qt::ToolTipRole: return column.toolTip ? column.toolTip(row) : QString();
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment);
    case Qt::FontRole: return seqOf(index.row()) == seq_ ? QVariant(bold()) : QVariant();
    case FaintRole: return lists::messageText(row).isEmpty();
    case AboutRole: return seqOf(index.row()) == seq_;
    default: return {};
    }
}

QVariant ContextModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return columns_[section].title;
    return role == Qt::TextAlignmentRole ? QVariant::fromValue(columns_[section].alignment) : QVariant();
}

qint64 ContextModel::seqOf(int row) const {
    return rows_[row].value(QLatin1String("seq")).toInteger();
}

int ContextModel::aboutRow() const {
    for (int row = 0; row < rowCount(); ++row) {
        if (seqOf(row) == seq_)
            return row;
    }
    return -1;
}

void ContextModel::load() {
    earlierPending_.cancel();
    laterPending_.cancel();
    beginResetModel();
    rows_.clear();
    endResetModel();
    ask(earlierPending_, beforeParameter, seq_ + 1, pageSize + 1);
    ask(laterPending_, after, seq_, pageSize);
}

void ContextModel::loadEarlier() {
    if (hasEarlier_ && !earlierPending_.isActive() && !rows_.isEmpty())
        ask(earlierPending_, beforeParameter, seqOf(0), pageSize);
}

void ContextModel::loadLater() {
    if (hasLater_ && !laterPending_.isActive() && !rows_.isEmpty())
        ask(laterPending_, after, seqOf(rowCount() - 1), pageSize);
}

void ContextModel::ask(RequestHandle& pending, const QString& parameter, qint64 from, int limit) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("room"), encodedParameter(room_));
    query.addQueryItem(parameter, QString::number(from));
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    const bool isEarlier = parameter == beforeParameter;
    pending = client_.get(QStringLiteral("/messages"), query, this,
                          [this, isEarlier](const ApiResult& result) { received(isEarlier, result); });
    Q_EMIT statusChanged();
}

void ContextModel::received(bool isEarlier, const ApiResult& result) {
    if (result.error && result.error->kind == ApiError::Kind::Cancelled)
        return;
    (isEarlier ? earlierPending_ : laterPending_) = {};
    error_ = result.error;
    const bool wasHere = aboutRow() >= 0;
    const QJsonArray items = result.body.value(QLatin1String("items")).toArray();
    if (!error_ && !items.isEmpty()) {
        QVector<QJsonObject> rows;
        for (const auto& item : items)
            rows.prepend(item.toObject()); // newest first, as it comes
        const auto at = isEarlier ? 0 : rowCount();
        beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
        rows_ = isEarlier ? rows + rows_ : rows_ + rows;
        endInsertRows();
    }
    if (!error_)
        (isEarlier ? hasEarlier_ : hasLater_) = !result.body.value(QLatin1String("next")).isNull();
    Q_EMIT statusChanged();
    if (!wasHere && aboutRow() >= 0)
        Q_EMIT loaded();
}

} // namespace chinwag::admin
