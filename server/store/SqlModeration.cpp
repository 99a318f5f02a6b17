#include "store/SqlModeration.h"

#include "store/AuditTable.h"
#include "store/Edits.h"
#include "store/OperatorPurge.h"
#include "store/RuleTables.h"

#include <utility>

namespace chinwag::store {

using hub::AuditEntry;
using hub::StoreDone;
using hub::StoreNothing;

void SqlModeration::load(hub::StoreTime now, StoreDone<hub::ModerationState> done) {
    reader_.ask<hub::ModerationState>([now](SqlConnection& connection) { return readRules(connection, now); },
                                      std::move(done));
}

void SqlModeration::add(hub::Sanction sanction, AuditEntry audit, StoreDone<hub::Sanction> done) {
    write<hub::Sanction>([sanction = std::move(sanction), audit = std::move(audit)](
                             SqlConnection& connection) { return addSanction(connection, sanction, audit); },
                         std::move(done));
}

void SqlModeration::lift(hub::Sanction::Kind kind, std::uint64_t id, hub::Sanction::Lift lift,
                         AuditEntry audit, StoreDone<hub::Sanction> done) {
    write<hub::Sanction>(
        [kind, id, lift = std::move(lift), audit = std::move(audit)](SqlConnection& connection) {
            return liftSanction(connection, kind, id, lift, audit);
        },
        std::move(done));
}

void SqlModeration::sanctions(hub::SanctionQuery query, StoreDone<hub::SanctionPage> done) {
    reader_.ask<hub::SanctionPage>(
        [query = std::move(query)](SqlConnection& connection) { return readSanctions(connection, query); },
        std::move(done));
}

void SqlModeration::set(hub::RoomRules rules, AuditEntry audit, StoreDone<hub::RoomRules> done) {
    write<hub::RoomRules>([rules = std::move(rules), audit = std::move(audit)](
                              SqlConnection& connection) { return setRoomRules(connection, rules, audit); },
                          std::move(done));
}

void SqlModeration::set(hub::Lockdown lockdown, AuditEntry audit, StoreDone<hub::Lockdown> done) {
    write<hub::Lockdown>([lockdown = std::move(lockdown), audit = std::move(audit)](
                             SqlConnection& connection) { return setLockdown(connection, lockdown, audit); },
                         std::move(done));
}

void SqlModeration::redact(std::string channel, std::string id, AuditEntry audit,
                           StoreDone<StoreNothing> done) {
    auto work = [channel = std::move(channel), id = std::move(id),
                 audit = std::move(audit)](SqlConnection& connection) -> EditResult {
        auto result = redactMessage(connection, channel, id);
        if (!result || std::holds_alternative<hub::StoreError>(*result))
            return result;
        auto entry = audit;
        if (!appendAudit(connection, entry))
            return std::nullopt;
        return result;
    };
    write<StoreNothing>(std::move(work), std::move(done));
}

void SqlModeration::purge(std::string user, std::string channel, AuditEntry audit,
                          StoreDone<hub::PurgedMessages> done) {
    writer_.write(std::make_unique<OperatorPurge>(std::move(user), std::move(channel), std::move(audit),
                                                  std::move(done)),
                  0);
}

void SqlModeration::countMessages(std::string user, std::string channel, StoreDone<std::uint64_t> done) {
    copier_.ask<std::uint64_t>(
        [user = std::move(user),
         channel = std::move(channel)](SqlConnection& connection) -> RuleResult<std::uint64_t> {
            const QVariant name = toSql(user);
            const auto count = channel.empty()
                                   ? connection.number("count_user", {name})
                                   : connection.number("count_user_channel", {name, toSql(channel)});
            if (!count)
                return std::nullopt;
            return static_cast<std::uint64_t>(*count);
        },
        std::move(done));
}

void SqlModeration::resolve(hub::Resolution resolution, AuditEntry audit, StoreDone<StoreNothing> done) {
    write<StoreNothing>(
        [resolution = std::move(resolution), audit = std::move(audit)](SqlConnection& connection) {
            return resolveReport(connection, resolution, audit);
        },
        std::move(done));
}

void SqlModeration::record(AuditEntry audit, StoreDone<AuditEntry> done) {
    write<AuditEntry>(
        [audit = std::move(audit)](SqlConnection& connection) -> RuleResult<AuditEntry> {
            auto entry = audit;
            if (!appendAudit(connection, entry))
                return std::nullopt;
            return entry;
        },
        std::move(done));
}

void SqlModeration::audit(hub::AuditQuery query, StoreDone<std::vector<AuditEntry>> done) {
    reader_.ask<std::vector<AuditEntry>>(
        [query = std::move(query)](SqlConnection& connection) { return readAudit(connection, query); },
        std::move(done));
}

void SqlModeration::verifyAudit(StoreDone<hub::AuditVerdict> done) {
    copier_.ask<hub::AuditVerdict>(
        [&copier = copier_](SqlConnection& connection) {
            return store::verifyAudit(connection, [&copier] { return copier.stopping(); });
        },
        std::move(done));
}

} // namespace chinwag::store
