// The rules of operators in the database. Absent results: the database failed. What changes something puts it
// on record, too, within the writer's transaction.
#pragma once

#include "hub/ModerationStore.h"

#include <optional>
#include <string>

namespace chinwag::store {

class SqlConnection;

template <typename T>
using RuleResult = std::optional<hub::StoreResult<T>>;

RuleResult<hub::ModerationState> readRules(SqlConnection& connection, hub::StoreTime now);
RuleResult<hub::SanctionPage> readSanctions(SqlConnection& connection, const hub::SanctionQuery& query);

RuleResult<hub::Sanction> addSanction(SqlConnection& connection, hub::Sanction sanction,
                                      hub::AuditEntry audit);
RuleResult<hub::Sanction> liftSanction(SqlConnection& connection, hub::Sanction::Kind kind, std::uint64_t id,
                                       const hub::Sanction::Lift& lift, hub::AuditEntry audit);
RuleResult<hub::RoomRules> setRoomRules(SqlConnection& connection, hub::RoomRules rules,
                                        hub::AuditEntry audit);
RuleResult<hub::Lockdown> setLockdown(SqlConnection& connection, hub::Lockdown lockdown,
                                      hub::AuditEntry audit);
RuleResult<hub::StoreNothing> resolveReport(SqlConnection& connection, const hub::Resolution& resolution,
                                            hub::AuditEntry audit);

} // namespace chinwag::store
