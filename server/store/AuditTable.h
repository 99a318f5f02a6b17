// The record of what operators did, in the database. Absent results, and false: the database failed.
#pragma once

#include "hub/ModerationStore.h"

#include <functional>
#include <optional>
#include <vector>

namespace chinwag::store {

class SqlConnection;

/// Within the writer's transaction: puts `entry` behind the last one and fills in its place and hash.
bool appendAudit(SqlConnection& connection, hub::AuditEntry& entry);

std::optional<hub::StoreResult<std::vector<hub::AuditEntry>>> readAudit(SqlConnection& connection,
                                                                        const hub::AuditQuery& query);

/// Walks all of it; `stopping` is asked now and then.
std::optional<hub::StoreResult<hub::AuditVerdict>> verifyAudit(SqlConnection& connection,
                                                               const std::function<bool()>& stopping);

/// What LIKE finds `text` by, as it is: '!' is the escape. With `before` and `after` more may stand there.
std::string likePattern(std::string_view text, bool before, bool after);

} // namespace chinwag::store
