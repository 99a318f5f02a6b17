// The part of MemoryStore that is about the rules of operators and their record.
#pragma once

#include "hub/ModerationStore.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::store {

class MemoryStore;

/// Works on its store's thread.
class MemoryModeration : public hub::ModerationStore {
public:
    explicit MemoryModeration(MemoryStore& store) : store_(store) {}

    void load(hub::StoreTime now, hub::StoreDone<hub::ModerationState> done) override;
    void add(hub::Sanction sanction, hub::AuditEntry audit, hub::StoreDone<hub::Sanction> done) override;
    void lift(hub::Sanction::Kind kind, std::uint64_t id, hub::Sanction::Lift lift, hub::AuditEntry audit,
              hub::StoreDone<hub::Sanction> done) override;
    void sanctions(hub::SanctionQuery query, hub::StoreDone<hub::SanctionPage> done) override;
    void set(hub::RoomRules rules, hub::AuditEntry audit, hub::StoreDone<hub::RoomRules> done) override;
    void set(hub::Lockdown lockdown, hub::AuditEntry audit, hub::StoreDone<hub::Lockdown> done) override;
    void redact(std::string channel, std::string id, hub::AuditEntry audit,
                hub::StoreDone<hub::StoreNothing> done) override;
    void purge(std::string user, std::string channel, hub::AuditEntry audit,
               hub::StoreDone<hub::PurgedMessages> done) override;
    void countMessages(std::string user, std::string channel, hub::StoreDone<std::uint64_t> done) override;
    void resolve(hub::Resolution resolution, hub::AuditEntry audit,
                 hub::StoreDone<hub::StoreNothing> done) override;
    void record(hub::AuditEntry audit, hub::StoreDone<hub::AuditEntry> done) override;
    void audit(hub::AuditQuery query, hub::StoreDone<std::vector<hub::AuditEntry>> done) override;
    void verifyAudit(hub::StoreDone<hub::AuditVerdict> done) override;

private:
    // On the store's thread:
    const hub::AuditEntry& append(hub::AuditEntry entry);
    hub::SanctionPage page(const hub::SanctionQuery& query) const;
    hub::RoomRules rulesOf(const std::string& channel) const;

    MemoryStore& store_;
    std::vector<hub::Sanction> sanctions_; // by id, from 1
    std::vector<hub::RoomRules> rooms_;
    hub::Lockdown lockdown_;
    std::vector<hub::AuditEntry> audit_;
};

} // namespace chinwag::store
