// What takes long and is done on a thread of its own: copies of the whole store.
#pragma once

#include "hub/Store.h"

#include <functional>
#include <optional>
#include <string>

namespace chinwag::store {

class SqlConnection;

class ExportFile;

/// (done, of all)
using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

/// Which messages are wanted.
struct ExportRange {
    std::string channel{};    ///< empty: all
    hub::StoreTime since = 0; ///< from then on
    hub::StoreTime until = 0; ///< before then; 0: to the end
};

/// Reads in slices, so that it holds nothing up; what is written meanwhile is in it. Absent: the database
/// failed. `progress` may be empty.
std::optional<hub::StoreResult<std::uint64_t>> exportMessages(SqlConnection& connection, ExportFile& file,
                                                              const ExportRange& range,
                                                              const Progress& progress,
                                                              const std::function<bool()>& stopping);

/// What backUp() writes to until it is complete.
std::string unfinishedBackup(const std::string& path);

/// SQLite only; PostgreSQL has tools for it. The file appears complete and on disk, or not at all; a server
/// that is started with it begins new epochs, since clients may have seen more than it has.
std::optional<hub::StoreResult<hub::StoreNothing>> backUp(SqlConnection& connection, const std::string& path);

} // namespace chinwag::store
