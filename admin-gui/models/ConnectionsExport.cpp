#include "models/ConnectionsExport.h"

#include "protocol/ConnectionInfo.h"

namespace chinwag::admin {

namespace {

using Known = protocol::ConnectionColumn;

// Some fields are called otherwise than what the server sorts by: with their unit.
QString fieldOf(Known column) {
    const auto word = protocol::name(column);
    const QString name = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    const bool isRoundTrip =
        column == Known::RoundTrip || column == Known::RoundTripMean || column == Known::RoundTripWorst;
    return isRoundTrip             ? QString(name + QStringLiteral("_ms"))
           : column == Known::Idle ? QString(name + QStringLiteral("_seconds"))
                                   : name;
}

} // namespace

ExportJob::Source connectionsExport(const ConnectionQuery& query) {
    ExportJob::Source source;
    source.spec.path = QStringLiteral("/connections");
    source.spec.items = QStringLiteral("items");
    source.spec.id = QStringLiteral("id");
    source.spec.next = QStringLiteral("next_cursor");
    source.spec.from = QStringLiteral("cursor");
    for (std::size_t i = 0; i < protocol::connectionColumnCount; ++i) {
        TableColumn column;
        column.name = fieldOf(static_cast<Known>(i));
        source.spec.columns.append(column);
    }
    const auto items = query.toUrl().queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items)
        source.parameters.insert(name, value);
    source.onceOnly = true; // a cursor names a list that has its order and filters
    return source;
}

} // namespace chinwag::admin
