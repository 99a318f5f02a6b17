#include "store/SqlOpening.h"

#include "store/Logging.h"
#include "store/Migrations.h"
#include "store/SqlConnection.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

#include <algorithm>
#include <cstdint>

namespace chinwag::store {

namespace {

using hub::StoreError;

constexpr const char* stoppedKey = "stopped";
constexpr const char* cleanly = "cleanly";
constexpr const char* inUse = "in use";
constexpr const char* probeKey = "probe";
constexpr qsizetype probeBytes = 64 * 1024;

StoreError failed(const QString& text) {
    return {StoreError::Kind::Failed, text.toStdString()};
}

// Nobody but the server reads people's messages.
std::optional<StoreError> makeFile(const QString& path) {
    QFile file(path);
    if (file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failed(QStringLiteral("cannot create %1: %2").arg(path, file.errorString()));
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed(QStringLiteral("cannot set who may read %1: %2").arg(path, file.errorString()));
    return std::nullopt;
}

StoreError withPlace(const SqlConnection& connection, const StoreError& error, const QString& what) {
    const StoreLocation& location = connection.location();
    QString text =
        QStringLiteral("%1 %2: %3").arg(what, location.toString(), QString::fromStdString(error.text));
    if (location.kind == StoreLocation::Kind::Sqlite) {
        // SQLite may call a full disk an I/O error.
        const QStorageInfo disk(QFileInfo(location.path).absolutePath());
        text += QStringLiteral(" (free there: %1 KiB)").arg(disk.bytesAvailable() / 1024);
    }
    return {error.kind, text.toStdString()};
}

std::optional<StoreError> check(SqlConnection& connection) {
    if (connection.text().statement("check").isEmpty())
        return std::nullopt;
    QString verdict;
    const bool read =
        connection.each("check", {}, [&](const QSqlQuery& row) { verdict = row.value(0).toString(); });
    if (read && verdict == u"ok")
        return std::nullopt;
    return failed(
        QStringLiteral(
            "the database %1 is damaged (%2): restore a backup, or move the file away to begin anew")
            .arg(connection.location().path,
                 read ? verdict : QString::fromStdString(connection.error().text)));
}

bool readPositions(SqlConnection& connection, std::vector<hub::ChannelPosition>& into) {
    return connection.each("positions", {}, [&](const QSqlQuery& row) {
        const auto top = std::max(row.value(2).toULongLong(), row.value(3).toULongLong());
        into.push_back({fromSql(row.value(0)), fromSql(row.value(1)), top, row.value(4).toLongLong()});
    });
}

bool readHowItStopped(SqlConnection& connection, bool& stoppedCleanly) {
    return connection.each("meta_get", {toSql(stoppedKey)}, [&](const QSqlQuery& row) {
        stoppedCleanly = row.value(0).toString() == QLatin1String(cleanly);
    });
}

} // namespace

std::optional<StoreError> openForWriting(SqlConnection& connection, FileLock& lock, SqlOpening& opening) {
    if (connection.location().kind == StoreLocation::Kind::Sqlite) {
        const QString taken = lock.take(connection.location().path);
        if (!taken.isEmpty())
            return failed(taken);
        if (auto error = makeFile(connection.location().path))
            return error;
    }
    if (const auto error = connection.open())
        return withPlace(connection, *error, QStringLiteral("cannot open the database"));
    if (auto error = lockDatabase(connection))
        return error;
    if (auto error = check(connection))
        return error;
    if (const auto error = migrate(connection))
        return withPlace(connection, *error, QStringLiteral("cannot prepare the tables of"));
    if (!readHowItStopped(connection, opening.stoppedCleanly) ||
        !readPositions(connection, opening.positions))
        return withPlace(connection, connection.error(), QStringLiteral("cannot read"));
    if (!markInUse(connection))
        return withPlace(connection, connection.error(), QStringLiteral("cannot write to"));
    return std::nullopt;
}

std::optional<StoreError> lockDatabase(SqlConnection& connection) {
    for (const QString& statement : connection.text().statements("server_lock")) {
        if (!connection.execute(statement))
            return StoreError{
                connection.error().kind,
                QStringLiteral("%1 is in use by another server (%2)")
                    .arg(connection.location().toString(), QString::fromStdString(connection.error().text))
                    .toStdString()};
    }
    return std::nullopt;
}

bool markInUse(SqlConnection& connection) {
    return connection.change("meta_set", {toSql(stoppedKey), toSql(inUse)}).has_value();
}

void sweep(SqlConnection& connection) {
    const QString& statement = connection.text().statement("sweep");
    if (!statement.isEmpty() && !connection.execute(statement))
        qCWarning(lcStore, "cannot clear the log of the database: %s", connection.error().text.c_str());
}

bool markStopped(SqlConnection& connection) {
    return connection.change("meta_set", {toSql(stoppedKey), toSql(cleanly)}).has_value();
}

bool tryWriting(SqlConnection& connection) {
    return connection.change("meta_set", {toSql(probeKey), QString(probeBytes, u'.')}) &&
           connection.change("meta_delete", {toSql(probeKey)});
}

} // namespace chinwag::store
