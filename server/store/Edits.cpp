#include "store/Edits.h"

#include "store/NoSuchMessage.h"
#include "store/SearchWords.h"
#include "store/SqlConnection.h"

#include <QtCore/QDateTime>

namespace chinwag::store {

namespace {

EditResult foundIf(bool found) {
    if (found)
        return hub::StoreNothing{};
    return noSuchMessage();
}

EditResult foundIfChanged(std::optional<qint64> changed) {
    if (!changed)
        return std::nullopt;
    return foundIf(*changed > 0);
}

// For a statement that also changes nothing when there is nothing to do.
EditResult foundIfThere(SqlConnection& connection, std::optional<qint64> changed, const QVariant& channel,
                        const QVariant& id) {
    if (!changed || *changed > 0)
        return foundIfChanged(changed);
    const auto there = connection.number("message_exists", {id, channel});
    if (!there)
        return std::nullopt;
    return foundIf(*there == 1);
}

} // namespace

EditResult editMessage(SqlConnection& connection, const std::string& channel, const std::string& id,
                       const std::string& data, const std::string& text) {
    return foundIfChanged(
        connection.change("edit", {toSql(data), toSql(searchWords(text)), toSql(id), toSql(channel)}));
}

EditResult redactMessage(SqlConnection& connection, const std::string& channel, const std::string& id) {
    return foundIfChanged(connection.change("redact", {toSql(id), toSql(channel)}));
}

EditResult setMarker(SqlConnection& connection, const std::string& user, const std::string& channel,
                     const std::string& id) {
    const QVariant name = toSql(channel);
    const QVariant message = toSql(id);
    const auto changed =
        connection.change("marker_set", {toSql(user), QDateTime::currentMSecsSinceEpoch(), message, name});
    return foundIfThere(connection, changed, name, message);
}

EditResult addReportOf(SqlConnection& connection, const std::string& channel, const std::string& id,
                       const std::string& reporter, const std::string& reason) {
    const QVariant name = toSql(channel);
    const QVariant message = toSql(id);
    const auto changed = connection.change(
        "report_add", {toSql(reporter), toSql(reason), QDateTime::currentMSecsSinceEpoch(), message, name});
    return foundIfThere(connection, changed, name, message);
}

} // namespace chinwag::store
