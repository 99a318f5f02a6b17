#include "models/RowsFetch.h"

#include <utility>

namespace chinwag::admin {

namespace {

constexpr int atATime = 500; // the most that the server gives

} // namespace

RowsFetch::RowsFetch(RestClient& client, QString list, std::vector<int> rows, QObject* parent)
    : QObject(parent), client_(client), list_(std::move(list)), rows_(std::move(rows)) {}

RowsFetch::~RowsFetch() {
    disconnect();
    pending_.cancel();
}

void RowsFetch::start() {
    if (next_ >= rows_.size()) {
        Q_EMIT finished(found_);
        return;
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("list"), list_);
    query.addQueryItem(QStringLiteral("offset"), QString::number(rows_[next_]));
    query.addQueryItem(QStringLiteral("limit"), QString::number(atATime));
    pending_ = client_.get(QStringLiteral("/connections"), query, this,
                           [this](const ApiResult& result) { received(result); });
}

void RowsFetch::received(const ApiResult& result) {
    if (result.error) {
        Q_EMIT failed(*result.error);
        return;
    }
    const auto page = ConnectionPage::parse(result.body);
    const int first = rows_[next_];
    if (!page.value || page.value->offset != first || page.value->items.isEmpty()) {
        ApiError malformed;
        malformed.kind = ApiError::Kind::Malformed;
        malformed.detail = page.fault;
        Q_EMIT failed(malformed);
        return;
    }
    const auto& items = page.value->items;
    for (; next_ < rows_.size() && rows_[next_] - first < items.size(); ++next_) {
        const ConnectionInfo& info = items[rows_[next_] - first];
        if (!info.gone)
            found_.append(info);
    }
    start();
}

} // namespace chinwag::admin
