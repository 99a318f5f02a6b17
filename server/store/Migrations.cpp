#include "store/Migrations.h"

#include "store/SqlConnection.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace chinwag::store {

namespace {

bool lockAndPrepare(SqlConnection& connection) {
    // Several nodes may start at once.
    const QString& lock = connection.text().statement("migration_lock");
    return (lock.isEmpty() || connection.execute(lock)) &&
           connection.execute(connection.text().statement("migration_table"));
}

bool apply(SqlConnection& connection, const QStringList& statements, std::size_t number) {
    for (const QString& statement : statements) {
        if (!connection.execute(statement))
            return false;
    }
    return connection
        .change("migration_done", {static_cast<qlonglong>(number), QDateTime::currentMSecsSinceEpoch()})
        .has_value();
}

std::optional<hub::StoreError> applyMissing(SqlConnection& connection, std::size_t last) {
    if (!lockAndPrepare(connection))
        return connection.error();
    const auto top = connection.number("migration_top");
    if (!top)
        return connection.error();
    const auto& steps = connection.text().migrations();
    const auto have = static_cast<std::size_t>(*top);
    if (have > steps.size())
        return hub::StoreError{
            hub::StoreError::Kind::Failed,
            "the database was made by a newer version of Chinwag (its tables have number " +
                std::to_string(have) + ", this version knows up to " + std::to_string(steps.size()) + ")"};
    for (std::size_t number = have + 1; number <= std::min(last, steps.size()); ++number) {
        if (!apply(connection, steps[number - 1], number))
            return connection.error();
    }
    return std::nullopt;
}

} // namespace

std::optional<hub::StoreError> migrate(SqlConnection& connection, std::size_t last) {
    if (!connection.begin())
        return connection.error();
    auto error = applyMissing(connection, last);
    if (!error && !connection.commit())
        error = connection.error();
    if (error)
        connection.rollback();
    return error;
}

} // namespace chinwag::store
