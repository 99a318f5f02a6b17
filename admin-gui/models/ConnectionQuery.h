// What the operator wants to see of the connections, and in which order: the words of the server's query.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrlQuery>
#include <QVector>

#include <optional>

namespace chinwag::admin {

enum class Column {
    Nick,
    User,
    Room,
    Address,
    Tls,
    Dialect,
    Client,
    ConnectedAt,
    Idle,
    Rtt,
    MessagesIn,
    MessagesOut,
    BytesIn,
    BytesOut,
    QueueBytes,
    Id,
    RttMean,
    RttWorst,
    MessagesInRate,
    MessagesOutRate,
    BytesInRate,
    BytesOutRate,
    Drops,
    LastError,
    Device,
};
constexpr int columnCount = static_cast<int>(Column::Device) + 1;

/// As the server calls it.
QString columnName(Column column);
std::optional<Column> columnNamed(const QString& name);

/// One condition, such as room=lobby or idle.min=60.
struct ConnectionFilter {
    enum class Kind { Contains, Is, AtLeast, AtMost };

    Column column = Column::Nick;
    Kind kind = Kind::Contains;
    QString value;

    QString parameter() const;
    bool operator==(const ConnectionFilter&) const = default;
};

struct ConnectionQuery {
    QString text;                      ///< in the nickname, address, dialect, room or id
    QVector<ConnectionFilter> filters; ///< at most one for each parameter
    Column sortColumn = Column::ConnectedAt;
    Qt::SortOrder order = Qt::DescendingOrder; ///< of what the column shows: the longest connected first

    bool isFiltered() const { return !text.isEmpty() || !filters.isEmpty(); }
    /// Replaces one for the same parameter.
    void setFilter(const ConnectionFilter& filter);
    QUrlQuery toUrl() const;
    /// What must hold, by the names of the parameters.
    QJsonObject toFilters() const;
    bool operator==(const ConnectionQuery&) const = default;
};

} // namespace chinwag::admin
