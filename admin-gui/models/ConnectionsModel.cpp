#include "models/ConnectionsModel.h"

#include "models/ConnectionText.h"

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr std::chrono::seconds refreshInterval{2};

} // namespace

ConnectionsModel::ConnectionsModel(RestClient& client, QObject* parent)
    : SwappingModel(parent), client_(client) {
    refresh_.setInterval(refreshInterval);
    refresh_.setSingleShot(true);
    connect(&refresh_, &QTimer::timeout, this, &ConnectionsModel::refresh);
}

ConnectionsModel::~ConnectionsModel() = default;

int ConnectionsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ConnectionsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : admin::columnCount;
}

const ConnectionInfo* ConnectionsModel::at(int row) const {
    if (row < 0 || row >= rowCount())
        return nullptr;
    return rows_[static_cast<std::size_t>(row)].get();
}

QVariant ConnectionsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto column = static_cast<Column>(index.column());
    const ConnectionInfo* const info = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(int(connectionAlignment(column) | Qt::AlignVCenter));
    if (role == LoadedRole)
        return info != nullptr;
    if (role == GoneRole)
        return info != nullptr && info->gone;
    if (info == nullptr)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    if (role == Qt::DisplayRole)
        return connectionText(*info, column);
    if (role == Qt::ToolTipRole)
        return connectionToolTip(*info, column);
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= admin::columnCount)
        return {};
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole: return columnTitle(column);
    case Qt::ToolTipRole: return columnHelp(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(int(connectionAlignment(column) | Qt::AlignVCenter));
    default: return {};
    }
}

void ConnectionsModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= admin::columnCount)
        return;
    ConnectionQuery query = query_;
    query.sortColumn = static_cast<Column>(column);
    query.order = order;
    setQuery(query);
}

void ConnectionsModel::setActive(bool active) {
    if (active_ == active)
        return;
    active_ = active;
    if (active_)
        return refresh();
    refresh_.stop();
    fetch_.reset();
    pagePending_.cancel();
    loading_ = false;
    Q_EMIT statusChanged();
}

void ConnectionsModel::clear() {
    beginResetModel();
    rows_.clear();
    endResetModel();
    fetch_.reset();
    pagePending_.cancel();
    list_.clear();
    open_ = 0;
    error_.reset();
    Q_EMIT statusChanged();
}

void ConnectionsModel::setQuery(const ConnectionQuery& query) {
    if (query == query_)
        return;
    query_ = query;
    fetch_.reset();
    refresh();
}

void ConnectionsModel::setVisibleRows(int first, int last) {
    firstVisible_ = std::max(first, 0);
    lastVisible_ = std::max(last, firstVisible_);
    fetchVisible();
}

ListFetch::Wanted ConnectionsModel::wanted() const {
    ListFetch::Wanted wanted;
    wanted.firstRow = firstVisible_;
    wanted.lastRow = lastVisible_;
    // Another question may have quite other answers: nothing is looked for all through them.
    if (query_ != listQuery_)
        return wanted;
    const auto track = [&](int row) {
        const ConnectionInfo* const info = at(row);
        if (info != nullptr && !info->gone)
            wanted.tracked.insert(info->id, row);
    };
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex& index : persistent)
        track(index.row());
    const std::vector<int> chosen = chosenRows_ ? chosenRows_() : std::vector<int>();
    for (const int row : chosen)
        track(row);
    return wanted;
}

void ConnectionsModel::refresh() {
    if (!active_ || fetch_)
        return;
    refresh_.stop();
    fetch_ = std::make_unique<ListFetch>(client_, query_, wanted());
    connect(fetch_.get(), &ListFetch::finished, this, &ConnectionsModel::finishFetch);
    connect(fetch_.get(), &ListFetch::failed, this, &ConnectionsModel::failFetch);
    loading_ = list_.isEmpty();
    fetch_->start();
    Q_EMIT statusChanged();
}

void ConnectionsModel::finishFetch() {
    if (fetch_->extend(wanted()))
        return;
    // It is the sender, so it may be deleted only later.
    ListFetch* const fetched = fetch_.release();
    fetched->deleteLater();
    loading_ = false;
    error_.reset();
    swap(*fetched);
    refresh_.start();
    Q_EMIT statusChanged();
    fetchVisible();
}

void ConnectionsModel::failFetch(const ApiError& error) {
    fetch_.release()->deleteLater();
    loading_ = false;
    refresh_.start();
    // 410: the new list went out of use before all of it was here, on a server with many consoles.
    if (error.status != 410 && error.kind != ApiError::Kind::Cancelled)
        error_ = error;
    Q_EMIT statusChanged();
}

void ConnectionsModel::swap(const ListFetch& fetched) {
    pagePending_.cancel();
    list_ = fetched.list();
    listQuery_ = query_;
    open_ = fetched.open();
    std::vector<Row> fresh(static_cast<std::size_t>(fetched.total()));
    for (const auto& [row, info] : fetched.rows()) {
        if (row < fetched.total())
            fresh[static_cast<std::size_t>(row)] = std::make_unique<ConnectionInfo>(info);
    }
    swapRows(rows_, std::move(fresh), [](const Row& row) { return row ? row->id : QString(); });
}

void ConnectionsModel::fetchVisible() {
    if (!active_ || list_.isEmpty() || rows_.empty() || pagePending_.isActive())
        return;
    const qsizetype margin = ListFetch::pageSize / 4;
    const qsizetype lastRow = static_cast<qsizetype>(rows_.size()) - 1;
    const qsizetype first = std::clamp<qsizetype>(firstVisible_ - margin, 0, lastRow) / ListFetch::pageSize;
    const qsizetype last = std::clamp<qsizetype>(lastVisible_ + margin, 0, lastRow) / ListFetch::pageSize;
    for (qsizetype page = first; page <= last; ++page) {
        const auto begin = rows_.begin() + page * ListFetch::pageSize;
        const auto end = rows_.begin() + std::min((page + 1) * ListFetch::pageSize, lastRow + 1);
        if (std::any_of(begin, end, [](const Row& row) { return !row; }))
            return requestPage(page);
    }
}

void ConnectionsModel::requestPage(qsizetype page) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("list"), list_);
    query.addQueryItem(QStringLiteral("offset"), QString::number(page * ListFetch::pageSize));
    query.addQueryItem(QStringLiteral("limit"), QString::number(ListFetch::pageSize));
    pagePending_ = client_.get(QStringLiteral("/connections"), query, this,
                               [this, list = list_, page](const ApiResult& result) {
                                   if (list == list_)
                                       pageReceived(page, result);
                               });
}

void ConnectionsModel::pageReceived(qsizetype page, const ApiResult& result) {
    if (result.error) {
        // The list has run out, or the way is down: either way the next list brings the rows.
        if (result.error->kind != ApiError::Kind::Cancelled && result.error->status == 410)
            refresh();
        return;
    }
    const auto parsed = ConnectionPage::parse(result.body);
    if (!parsed.value || parsed.value->list != list_ || parsed.value->offset != page * ListFetch::pageSize)
        return;
    const auto& items = parsed.value->items;
    const auto offset = static_cast<std::size_t>(parsed.value->offset);
    const auto count =
        std::min(static_cast<std::size_t>(items.size()), rows_.size() - std::min(offset, rows_.size()));
    if (count == 0)
        return;
    for (std::size_t i = 0; i < count; ++i) {
        const ConnectionInfo& item = items[static_cast<qsizetype>(i)];
        Row& row = rows_[offset + i];
        // Of one that has ended the server knows the id only; here its last values stay, greyed.
        if (item.gone && row && row->id == item.id)
            row->gone = true;
        else
            row = std::make_unique<ConnectionInfo>(item);
    }
    Q_EMIT dataChanged(index(static_cast<int>(offset), 0),
                       index(static_cast<int>(offset + count) - 1, admin::columnCount - 1));
    fetchVisible();
}

void ConnectionsModel::markGone(const QString& id) {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row && row->id == id; });
    if (found == rows_.end())
        return;
    (*found)->gone = true;
    const auto row = static_cast<int>(found - rows_.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, admin::columnCount - 1));
}

} // namespace chinwag::admin
