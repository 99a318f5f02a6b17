#include "models/ConnectionQuery.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace chinwag::admin {

namespace {

constexpr std::array<const char*, columnCount> names = {
    "nick", "room",        "address",      "tls",      "dialect",   "connected_at", "idle",
    "rtt",  "messages_in", "messages_out", "bytes_in", "bytes_out", "queue_bytes",  "id"};

QString encoded(const QString& text) {
    // QUrlQuery leaves "+" and ";" alone, which a server may read as a blank and as a separator.
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

QString columnName(Column column) {
    return QLatin1String(names.at(static_cast<std::size_t>(column)));
}

std::optional<Column> columnNamed(const QString& name) {
    const auto* const found = std::find_if(names.begin(), names.end(),
                                           [&](const char* known) { return name == QLatin1String(known); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Column>(found - names.begin());
}

QString ConnectionFilter::parameter() const {
    switch (kind) {
    case Kind::AtLeast: return columnName(column) + QLatin1String(".min");
    case Kind::AtMost: return columnName(column) + QLatin1String(".max");
    case Kind::Contains:
    case Kind::Is: break;
    }
    return columnName(column);
}

void ConnectionQuery::setFilter(const ConnectionFilter& filter) {
    const auto found = std::find_if(filters.begin(), filters.end(), [&](const ConnectionFilter& known) {
        return known.parameter() == filter.parameter();
    });
    if (found == filters.end())
        filters.append(filter);
    else
        *found = filter;
}

QUrlQuery ConnectionQuery::toUrl() const {
    QUrlQuery query;
    const QString name = columnName(sortColumn);
    // The column shows for how long, the server sorts by since when.
    const bool descending = (order == Qt::DescendingOrder) != (sortColumn == Column::ConnectedAt);
    query.addQueryItem(QStringLiteral("sort"), descending ? QString(u'-' + name) : name);
    if (!text.isEmpty())
        query.addQueryItem(QStringLiteral("q"), encoded(text));
    for (const ConnectionFilter& filter : filters)
        query.addQueryItem(filter.parameter(), encoded(filter.value));
    return query;
}

} // namespace chinwag::admin
