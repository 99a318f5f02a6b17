#include "store/Archive.h"

#include "store/ExportFile.h"
#include "store/Queries.h"
#include "store/SqlConnection.h"
#include "store/SqlOpening.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace chinwag::store {

namespace {

using hub::StoreError;

using hub::StoreNothing;

constexpr qint64 exportedAtOnce = 1'000;

StoreError failed(const QString& what, const QString& name, const QString& why) {
    return {StoreError::Kind::Failed, QStringLiteral("cannot %1 %2: %3").arg(what, name, why).toStdString()};
}

std::optional<qint64> countOf(SqlConnection& connection, const ExportRange& range, qint64 until) {
    return range.channel.empty()
               ? connection.number("count_all", {qint64{range.since}, until})
               : connection.number("count_channel", {qint64{range.since}, until, toSql(range.channel)});
}

bool readSlice(SqlConnection& connection, const ExportRange& range, qint64 until, std::uint64_t last,
               std::vector<hub::StoredMessage>& into) {
    into.clear();
    const auto take = [&into](const QSqlQuery& row) { into.push_back(messageOf(row)); };
    const auto after = static_cast<qint64>(last);
    if (range.channel.empty())
        return connection.each("all_forward", {after, qint64{range.since}, until, exportedAtOnce}, take);
    return connection.each("channel_forward",
                           {after, qint64{range.since}, until, toSql(range.channel), exportedAtOnce}, take);
}

// The copy stands for a moment that is over.
std::optional<StoreError> markAsCopy(const QString& path) {
    StoreLocation location;
    location.path = path;
    SqlConnection copy(location);
    if (auto error = copy.open())
        return error;
    if (!markInUse(copy))
        return copy.error();
    return std::nullopt;
}

// SQLite does not wait until a copy is on the disk.
std::optional<StoreError> settle(const QString& path, const QString& name) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return failed(QStringLiteral("write"), path, qt_error_string(errno));
    // Unlike a renaming, it does not replace what has come to be there meanwhile.
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) != 0)
        return failed(QStringLiteral("create"), name, qt_error_string(errno));
    file.remove();
    const QString folder = QFileInfo(name).absolutePath();
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    const bool settled = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int why = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (settled)
        return std::nullopt;
    return failed(QStringLiteral("write"), folder, qt_error_string(why));
}

std::optional<StoreError> copyTo(SqlConnection& connection, const QString& path) {
    if (!connection.change("backup", {path}))
        return connection.error();
    return markAsCopy(path);
}

} // namespace

std::optional<hub::StoreResult<std::uint64_t>> exportMessages(SqlConnection& connection, ExportFile& file,
                                                              const ExportRange& range,
                                                              const Progress& progress,
                                                              const std::function<bool()>& stopping) {
    const qint64 until = range.until == 0 ? endOfAll : range.until;
    const auto total = progress ? countOf(connection, range, until) : std::optional(qint64{0});
    if (!total)
        return std::nullopt;
    if (auto error = file.open())
        return *error;
    std::uint64_t written = 0;
    std::uint64_t last = 0;
    std::vector<hub::StoredMessage> slice;
    do {
        if (!readSlice(connection, range, until, last, slice))
            return std::nullopt;
        for (const hub::StoredMessage& message : slice) {
            if (auto error = file.write(message))
                return *error;
            last = message.seq;
            ++written;
        }
        if (stopping())
            return StoreError{StoreError::Kind::Unavailable, "stopped before the end"};
        if (progress)
            progress(written, std::max(written, static_cast<std::uint64_t>(*total)));
    } while (!slice.empty());
    if (auto error = file.finish())
        return *error;
    return written;
}

std::string unfinishedBackup(const std::string& path) {
    return path + ".part";
}

std::optional<hub::StoreResult<StoreNothing>> backUp(SqlConnection& connection, const std::string& path) {
    if (connection.text().statement("backup").isEmpty())
        return StoreError{StoreError::Kind::Unsupported, "a PostgreSQL database is backed up with pg_dump"};
    const QString name = QString::fromStdString(path);
    if (QFile::exists(name))
        return StoreError{StoreError::Kind::Failed, path + " is there already"};
    // SQLite writes into an empty file that is there, so that it is its owner's alone from the beginning.
    QFile file(QString::fromStdString(unfinishedBackup(path)));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed(QStringLiteral("create"), file.fileName(), file.errorString());
    file.close();
    auto error = copyTo(connection, file.fileName());
    if (!error)
        error = settle(file.fileName(), name);
    if (!error)
        return StoreNothing{};
    file.remove();
    return *error;
}

} // namespace chinwag::store
