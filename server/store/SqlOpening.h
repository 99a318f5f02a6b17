// What has to happen before a database is written to.
#pragma once

#include "hub/Store.h"
#include "store/FileLock.h"

#include <optional>
#include <string>
#include <vector>

namespace chinwag::store {

class SqlConnection;

struct SqlOpening {
    std::vector<hub::ChannelPosition> positions;
    bool stoppedCleanly = true;
};

/// Locks a file, opens, checks and migrates the database and writes down that it is in use. Afterwards
/// `opening` says how it was found. The error's text tells operators what to do.
std::optional<hub::StoreError> openForWriting(SqlConnection& connection, FileLock& lock, SqlOpening& opening);

/// Keeps other servers off a PostgreSQL database for as long as the connection lives: each would give out the
/// same offsets. (Behind a pooler that shares connections among clients it holds nobody off.) Nothing to do
/// for SQLite.
std::optional<hub::StoreError> lockDatabase(SqlConnection& connection);

/// Writes down that it is not known whether the store has all that was handed out.
bool markInUse(SqlConnection& connection);

/// Empties the log of the database, where what was deleted could still be read.
void sweep(SqlConnection& connection);

/// Writes down that the store has kept all that was handed out.
bool markStopped(SqlConnection& connection);

/// Whether there is room to write: writes some, on disk, and takes it away again.
bool tryWriting(SqlConnection& connection);

} // namespace chinwag::store
