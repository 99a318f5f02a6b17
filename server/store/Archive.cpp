#include "store/Archive.h"

#include "store/ExportFile.h"
#include "store/Queries.h"
#include "store/SqlConnection.h"

#include <QtCore/QFile>

#include <algorithm>
#include <vector>

namespace chinwag::store {

namespace {

using hub::StoreError;

constexpr qint64 sliceRows = 1'000;

} // namespace

std::optional<hub::StoreResult<std::uint64_t>> exportMessages(SqlConnection& connection,
                                                              const std::string& path,
                                                              const Progress& progress,
                                                              const std::function<bool()>& stopping) {
    const auto total = connection.number("count_all");
    if (!total)
        return std::nullopt;
    ExportFile file(path);
    if (auto error = file.open())
        return *error;
    std::uint64_t written = 0;
    std::uint64_t last = 0;
    std::vector<hub::StoredMessage> slice;
    do {
        slice.clear();
        if (!connection.each("all_forward", {static_cast<qint64>(last), sliceRows},
                             [&](const QSqlQuery& row) { slice.push_back(messageOf(row)); }))
            return std::nullopt;
        for (const hub::StoredMessage& message : slice) {
            if (auto error = file.write(message))
                return *error;
            last = message.seq;
            ++written;
        }
        if (stopping())
            return StoreError{StoreError::Kind::Unavailable, "the server is stopping"};
        if (progress)
            progress(written, std::max(written, static_cast<std::uint64_t>(*total)));
    } while (!slice.empty());
    if (auto error = file.finish())
        return *error;
    return written;
}

std::optional<hub::StoreResult<hub::StoreNothing>> backUp(SqlConnection& connection,
                                                          const std::string& path) {
    if (connection.text().statement("backup").isEmpty())
        return StoreError{StoreError::Kind::Unsupported, "a PostgreSQL database is backed up with pg_dump"};
    const QString name = QString::fromStdString(path);
    // SQLite writes into an empty file that is there, so that it is its owner's alone from the beginning.
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return StoreError{StoreError::Kind::Failed,
                          QStringLiteral("cannot create %1: %2").arg(name, file.errorString()).toStdString()};
    file.close();
    if (connection.change("backup", {name}))
        return hub::StoreNothing{};
    const StoreError error = connection.error();
    file.remove();
    return error;
}

} // namespace chinwag::store
