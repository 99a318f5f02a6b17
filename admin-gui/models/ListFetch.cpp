#include "models/ListFetch.h"

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

// A connection that is in none of so many pages around its old place has left, or moved so far that the
// operator would not find it again either.
constexpr int mostRequests = 40;

} // namespace

ListFetch::ListFetch(RestClient& client, ConnectionQuery query, Wanted wanted, QObject* parent)
    : QObject(parent), client_(client), query_(std::move(query)), wanted_(std::move(wanted)) {
    for (auto it = wanted_.tracked.cbegin(); it != wanted_.tracked.cend(); ++it)
        asked_.insert(it.key());
}

ListFetch::~ListFetch() {
    disconnect();
    pending_.cancel();
}

void ListFetch::start() {
    QUrlQuery query = query_.toUrl();
    query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    pending_ = client_.get(QStringLiteral("/connections"), query, this,
                           [this](const ApiResult& result) { received(result); });
}

bool ListFetch::extend(Wanted wanted) {
    wanted_ = std::move(wanted);
    for (const auto& [row, info] : rows_)
        wanted_.tracked.remove(info.id);
    wanted_.tracked.removeIf(
        [this](const QHash<QString, qsizetype>::iterator& entry) { return asked_.contains(entry.key()); });
    for (auto it = wanted_.tracked.cbegin(); it != wanted_.tracked.cend(); ++it)
        asked_.insert(it.key());
    const auto page = nextPage();
    if (page)
        request(*page);
    return page.has_value();
}

void ListFetch::request(qsizetype page) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("list"), list_);
    query.addQueryItem(QStringLiteral("offset"), QString::number(page * pageSize));
    query.addQueryItem(QStringLiteral("limit"), QString::number(pageSize));
    pending_ = client_.get(QStringLiteral("/connections"), query, this,
                           [this](const ApiResult& result) { received(result); });
}

void ListFetch::received(const ApiResult& result) {
    if (result.error) {
        Q_EMIT failed(*result.error);
        return;
    }
    const auto page = ConnectionPage::parse(result.body);
    if (!page.value) {
        ApiError malformed;
        malformed.kind = ApiError::Kind::Malformed;
        malformed.detail = page.fault;
        Q_EMIT failed(malformed);
        return;
    }
    list_ = page.value->list;
    total_ = page.value->total;
    open_ = page.value->open;
    for (qsizetype i = 0; i < page.value->items.size(); ++i) {
        const ConnectionInfo& info = page.value->items[i];
        wanted_.tracked.remove(info.id);
        rows_.insert_or_assign(page.value->offset + i, info);
    }
    pages_.insert(page.value->offset / pageSize);
    ++requests_;
    next();
}

void ListFetch::next() {
    const auto page = nextPage();
    if (page)
        request(*page);
    else
        Q_EMIT finished();
}

bool ListFetch::isMissing(qsizetype page) const {
    return page >= 0 && page * pageSize < total_ && !pages_.contains(page);
}

std::optional<qsizetype> ListFetch::nextPage() const {
    const qsizetype lastRow = std::min(wanted_.lastRow, total_ - 1);
    const qsizetype firstRow = std::min(wanted_.firstRow, lastRow);
    for (qsizetype page = firstRow / pageSize; page * pageSize <= lastRow; ++page) {
        if (isMissing(page))
            return page;
    }
    if (wanted_.tracked.isEmpty() || requests_ >= mostRequests)
        return std::nullopt;
    // Most have not moved far: look where one was, then ever further away.
    const qsizetype lastPage = (total_ - 1) / pageSize;
    const qsizetype home = std::min(wanted_.tracked.cbegin().value() / pageSize, lastPage);
    for (qsizetype distance = 0; distance <= lastPage; ++distance) {
        if (isMissing(home + distance))
            return home + distance;
        if (isMissing(home - distance))
            return home - distance;
    }
    return std::nullopt;
}

} // namespace chinwag::admin
