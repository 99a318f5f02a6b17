#include "models/ConnectionQuery.h"

#include "protocol/ConnectionInfo.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace chinwag::admin {

namespace {

using Known = protocol::ConnectionColumn;

// In the order of Column.
constexpr std::array<Known, columnCount> columns = {
    Known::Nick,          Known::User,           Known::Room,           Known::Address,
    Known::Tls,           Known::Dialect,        Known::Client,         Known::ConnectedAt,
    Known::Idle,          Known::RoundTrip,      Known::MessagesIn,     Known::MessagesOut,
    Known::BytesIn,       Known::BytesOut,       Known::QueueBytes,     Known::Id,
    Known::RoundTripMean, Known::RoundTripWorst, Known::MessagesInRate, Known::MessagesOutRate,
    Known::BytesInRate,   Known::BytesOutRate,   Known::Drops,          Known::LastError,
    Known::Device};

QString encoded(const QString& text) {
    // QUrlQuery leaves "+" and ";" alone, which a server may read as a blank and as a separator.
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

QString columnName(Column column) {
    const auto name = protocol::name(columns.at(static_cast<std::size_t>(column)));
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

std::optional<Column> columnNamed(const QString& name) {
    const auto known = protocol::connectionColumn(name.toStdString());
    if (!known)
        return std::nullopt;
    const auto* const found = std::find(columns.begin(), columns.end(), *known);
    if (found == columns.end())
        return std::nullopt;
    return static_cast<Column>(found - columns.begin());
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

QJsonObject ConnectionQuery::toFilters() const {
    QJsonObject object;
    if (!text.isEmpty())
        object.insert(QStringLiteral("q"), text);
    for (const ConnectionFilter& filter : filters)
        object.insert(filter.parameter(), filter.value);
    return object;
}

} // namespace chinwag::admin
