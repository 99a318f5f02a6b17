// What takes long and is done on a thread of its own: copies of the whole store.
#pragma once

#include "hub/Store.h"

#include <functional>
#include <optional>
#include <string>

namespace chinwag::store {

class SqlConnection;

using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

/// Reads in slices, so that it holds nothing up; what is written meanwhile is in it. Absent: the database
/// failed.
std::optional<hub::StoreResult<std::uint64_t>> exportMessages(SqlConnection& connection,
                                                              const std::string& path,
                                                              const Progress& progress,
                                                              const std::function<bool()>& stopping);

/// SQLite only; PostgreSQL has tools for it.
std::optional<hub::StoreResult<hub::StoreNothing>> backUp(SqlConnection& connection, const std::string& path);

} // namespace chinwag::store
