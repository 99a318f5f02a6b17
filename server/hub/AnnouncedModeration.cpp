#include "hub/AnnouncedModeration.h"

#include <utility>
#include <variant>

namespace chinwag::hub {

// Passes an answer on when what has been done is told.
template <typename T>
StoreDone<T> AnnouncedModeration::announcing(const AuditEntry& audit, StoreDone<T> done) {
    OperatorEvent event{OperatorEvent::Kind::Audit, audit.action, audit.actor, audit.target};
    return [&events = events_, event = std::move(event), done = std::move(done)](StoreResult<T> result) {
        if (!std::holds_alternative<StoreError>(result))
            events.add(event);
        done(std::move(result));
    };
}

void AnnouncedModeration::load(StoreTime now, StoreDone<ModerationState> done) {
    store_.load(now, std::move(done));
}

void AnnouncedModeration::add(Sanction sanction, AuditEntry audit, StoreDone<Sanction> done) {
    auto told = announcing(audit, std::move(done));
    store_.add(std::move(sanction), std::move(audit), std::move(told));
}

void AnnouncedModeration::lift(Sanction::Kind kind, std::uint64_t id, Sanction::Lift lift, AuditEntry audit,
                               StoreDone<Sanction> done) {
    auto told = announcing(audit, std::move(done));
    store_.lift(kind, id, std::move(lift), std::move(audit), std::move(told));
}

void AnnouncedModeration::sanctions(SanctionQuery query, StoreDone<SanctionPage> done) {
    store_.sanctions(std::move(query), std::move(done));
}

void AnnouncedModeration::set(RoomRules rules, AuditEntry audit, StoreDone<RoomRules> done) {
    auto told = announcing(audit, std::move(done));
    store_.set(std::move(rules), std::move(audit), std::move(told));
}

void AnnouncedModeration::set(Lockdown lockdown, AuditEntry audit, StoreDone<Lockdown> done) {
    auto told = announcing(audit, std::move(done));
    store_.set(std::move(lockdown), std::move(audit), std::move(told));
}

void AnnouncedModeration::redact(std::string channel, std::string id, AuditEntry audit,
                                 StoreDone<StoreNothing> done) {
    auto told = announcing(audit, std::move(done));
    store_.redact(std::move(channel), std::move(id), std::move(audit), std::move(told));
}

void AnnouncedModeration::purge(std::string user, std::string channel, AuditEntry audit,
                                StoreDone<PurgedMessages> done) {
    auto told = announcing(audit, std::move(done));
    store_.purge(std::move(user), std::move(channel), std::move(audit), std::move(told));
}

void AnnouncedModeration::countMessages(std::string user, std::string channel,
                                        StoreDone<std::uint64_t> done) {
    store_.countMessages(std::move(user), std::move(channel), std::move(done));
}

void AnnouncedModeration::resolve(Resolution resolution, AuditEntry audit, StoreDone<StoreNothing> done) {
    auto told = announcing(audit, std::move(done));
    store_.resolve(std::move(resolution), std::move(audit), std::move(told));
}

void AnnouncedModeration::record(AuditEntry audit, StoreDone<AuditEntry> done) {
    auto told = announcing(audit, std::move(done));
    store_.record(std::move(audit), std::move(told));
}

void AnnouncedModeration::audit(AuditQuery query, StoreDone<std::vector<AuditEntry>> done) {
    store_.audit(std::move(query), std::move(done));
}

void AnnouncedModeration::verifyAudit(StoreDone<AuditVerdict> done) {
    store_.verifyAudit(std::move(done));
}

} // namespace chinwag::hub
