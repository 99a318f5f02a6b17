// Small changes: what each does within the writer's transaction. Absent results: the transaction is spoilt.
#pragma once

#include "hub/Store.h"

#include <optional>
#include <string>

namespace chinwag::store {

class SqlConnection;

using EditResult = std::optional<hub::StoreResult<hub::StoreNothing>>;

EditResult editMessage(SqlConnection& connection, const std::string& channel, const std::string& id,
                       const std::string& data, const std::string& text);
EditResult redactMessage(SqlConnection& connection, const std::string& channel, const std::string& id);
EditResult setMarker(SqlConnection& connection, const std::string& user, const std::string& channel,
                     const std::string& id);
EditResult addReportOf(SqlConnection& connection, const std::string& channel, const std::string& id,
                       const std::string& reporter, const std::string& reason);

} // namespace chinwag::store
