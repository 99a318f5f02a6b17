// Brings a database's tables to what this program expects.
#pragma once

#include "hub/Store.h"

#include <cstddef>
#include <limits>
#include <optional>

namespace chinwag::store {

class SqlConnection;

/// Executes what is missing up to number `last`, all or nothing. A database that a newer program has
/// made is refused and left alone.
std::optional<hub::StoreError> migrate(SqlConnection& connection,
                                       std::size_t last = std::numeric_limits<std::size_t>::max());

/// Why the tables are not those of this program; nothing is changed.
std::optional<hub::StoreError> requireCurrent(SqlConnection& connection);

} // namespace chinwag::store
