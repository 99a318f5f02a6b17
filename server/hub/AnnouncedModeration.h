// A store of moderation that tells operators who follow the live feed what goes on record.
#pragma once

#include "hub/ModerationStore.h"
#include "hub/OperatorEvents.h"

namespace chinwag::hub {

/// Thread-safe, as the store is. Something is told when it is on record, before its own answer.
class AnnouncedModeration final : public ModerationStore {
public:
    /// Both must outlive what the store answers.
    AnnouncedModeration(ModerationStore& store, OperatorEvents& events) : store_(store), events_(events) {}

    void load(StoreTime now, StoreDone<ModerationState> done) override;
    void add(Sanction sanction, AuditEntry audit, StoreDone<Sanction> done) override;
    void lift(Sanction::Kind kind, std::uint64_t id, Sanction::Lift lift, AuditEntry audit,
              StoreDone<Sanction> done) override;
    void sanctions(SanctionQuery query, StoreDone<SanctionPage> done) override;
    void set(RoomRules rules, AuditEntry audit, StoreDone<RoomRules> done) override;
    void set(Lockdown lockdown, AuditEntry audit, StoreDone<Lockdown> done) override;
    void redact(std::string channel, std::string id, AuditEntry audit, StoreDone<StoreNothing> done) override;
    void purge(std::string user, std::string channel, AuditEntry audit,
               StoreDone<PurgedMessages> done) override;
    void countMessages(std::string user, std::string channel, StoreDone<std::uint64_t> done) override;
    void resolve(Resolution resolution, AuditEntry audit, StoreDone<StoreNothing> done) override;
    void record(AuditEntry audit, StoreDone<AuditEntry> done) override;
    void audit(AuditQuery query, StoreDone<std::vector<AuditEntry>> done) override;
    void verifyAudit(StoreDone<AuditVerdict> done) override;

private:
    template <typename T>
    StoreDone<T> announcing(const AuditEntry& audit, StoreDone<T> done);

    ModerationStore& store_;
    OperatorEvents& events_;
};

} // namespace chinwag::hub
