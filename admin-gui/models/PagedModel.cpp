#include "models/PagedModel.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

QVector<QJsonObject> rowsOf(const QJsonArray& array) {
    QVector<QJsonObject> rows;
    rows.reserve(array.size());
    for (const auto& value : array)
        rows.append(value.toObject());
    return rows;
}

} // namespace

PagedModel::PagedModel(RestClient& client, TableSpec spec, QObject* parent)
    : SwappingModel(parent), client_(client), spec_(std::move(spec)), sort_(spec_.sort) {
    refresh_.setSingleShot(true);
    refresh_.setInterval(usualInterval);
    connect(&refresh_, &QTimer::timeout, this, &PagedModel::refresh);
}

int PagedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PagedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(spec_.columns.size());
}

QVariant PagedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TableColumn& column = spec_.columns[index.column()];
    const QJsonObject& row = rows_[index.row()];
    switch (role) {
    case Qt::DisplayRole: return column.text ? column.text(row) : fieldText(row.value(column.name));
    case Qt::ToolTipRole: return column.toolTip ? column.toolTip(row) : QString();
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment);
    case ToneRole: return static_cast<int>(toneOf_ ? toneOf_(row) : Tone::Usual);
    default: return {};
    }
}

QVariant PagedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn& column = spec_.columns[section];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment);
    return {};
}

void PagedModel::setRefreshInterval(std::chrono::milliseconds interval) {
    refresh_.setInterval(interval);
    if (interval.count() == 0)
        refresh_.stop();
}

void PagedModel::setActive(bool active) {
    if (active == active_)
        return;
    active_ = active;
    if (active_)
        return refresh();
    refresh_.stop();
    pending_.cancel();
}

void PagedModel::setFollowing(bool following) {
    following_ = following;
    refresh();
}

void PagedModel::clear() {
    pending_.cancel();
    beginResetModel();
    rows_.clear();
    answer_ = {};
    next_.clear();
    loading_ = false;
    error_.reset();
    endResetModel();
    Q_EMIT statusChanged();
}

void PagedModel::refresh() {
    // An answer that is on its way is soon here, and as good.
    if (active_ && following_ && !pending_.isActive())
        ask(std::clamp(rowCount(), pageSize, mostRefreshed));
}

void PagedModel::setParameter(const QString& name, const QString& value) {
    if (parameters_.value(name) == value)
        return;
    if (value.isEmpty())
        parameters_.remove(name);
    else
        parameters_.insert(name, value);
    askAnew();
}

void PagedModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columnCount() || !spec_.columns[column].isSortable)
        return;
    const QString& name = spec_.columns[column].name;
    const QString wanted = order == Qt::DescendingOrder ? QString(u'-' + name) : name;
    if (wanted == sort_)
        return;
    sort_ = wanted;
    askAnew();
}

void PagedModel::askAnew() {
    pending_.cancel();
    loading_ = true;
    next_.clear();
    if (active_)
        ask(pageSize);
    Q_EMIT statusChanged();
}

QMap<QString, QString> PagedModel::request() const {
    QMap<QString, QString> all = parameters_;
    if (!sort_.isEmpty())
        all.insert(QStringLiteral("sort"), sort_);
    return all;
}

QUrlQuery PagedModel::query(int limit) const {
    QUrlQuery query;
    for (auto it = parameters_.cbegin(); it != parameters_.cend(); ++it)
        query.addQueryItem(it.key(), encodedParameter(it.value()));
    if (!sort_.isEmpty())
        query.addQueryItem(QStringLiteral("sort"), sort_);
    // What has no pages comes as a whole, and its route knows no limit.
    if (!spec_.next.isEmpty())
        query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    return query;
}

void PagedModel::ask(int wanted) {
    loading_ = loading_ || rows_.isEmpty();
    pending_ = client_.get(spec_.path, query(wanted), this,
                           [this](const ApiResult& result) { received(result, false); });
    Q_EMIT statusChanged();
}

bool PagedModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && active_ && !next_.isEmpty() && !pending_.isActive();
}

void PagedModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    QUrlQuery more = query(pageSize);
    more.addQueryItem(spec_.from, encodedParameter(next_));
    pending_ =
        client_.get(spec_.path, more, this, [this](const ApiResult& result) { received(result, true); });
}

void PagedModel::received(const ApiResult& result, bool more) {
    if (result.error && result.error->kind == ApiError::Kind::Cancelled)
        return;
    // The view may ask for more while it is told of these rows.
    pending_ = {};
    loading_ = false;
    error_ = result.error;
    if (!error_ && !result.body.value(spec_.items).isArray()) {
        error_.emplace();
        error_->kind = ApiError::Kind::Malformed;
    }
    if (!error_) {
        const auto rows = rowsOf(result.body.value(spec_.items).toArray());
        next_ = spec_.next.isEmpty() ? QString() : cursorText(result.body.value(spec_.next));
        answer_ = result.body;
        if (more)
            append(rows);
        else
            replace(rows);
    }
    if (active_ && refresh_.interval() > 0 && rowCount() <= mostRefreshed)
        refresh_.start();
    Q_EMIT statusChanged();
}

void PagedModel::append(const QVector<QJsonObject>& rows) {
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    rows_ += rows;
    endInsertRows();
}

void PagedModel::replace(const QVector<QJsonObject>& rows) {
    if (rows != rows_)
        swapRows(rows_, rows, [this](const QJsonObject& row) { return cursorText(row.value(spec_.id)); });
}

} // namespace chinwag::admin
