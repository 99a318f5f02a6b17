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

hub::StoreError tooNew(std::size_t have, std::size_t known) {
    return {hub::StoreError::Kind::Failed,
            "the database was made by a newer version of Chinwag (its tables have number " +
                std::to_string(have) + ", this version knows up to " + std::to_string(known) + ")"};
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
        return tooNew(have, steps.size());
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

std::optional<hub::StoreError> requireCurrent(SqlConnection& connection) {
    const auto top = connection.number("migration_top");
    if (!top && connection.error().kind == hub::StoreError::Kind::Unavailable)
        return connection.error();
    if (!top || *top == 0)
        return hub::StoreError{hub::StoreError::Kind::Failed,
                               "it is not a store of Chinwag" +
                                   (top ? std::string() : " (" + connection.error().text + ")")};
    const auto have = static_cast<std::size_t>(*top);
    const auto known = connection.text().migrations().size();
    if (have > known)
        return tooNew(have, known);
    if (have < known)
        return hub::StoreError{hub::StoreError::Kind::Failed,
                               "an older version of Chinwag made the database: start the server once, "
                               "which brings it up to date"};
    return std::nullopt;
}

} // namespace chinwag::store
