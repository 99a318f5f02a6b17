// Rules of a store that keeps none, for tests of other things.
#pragma once

#include "hub/ModerationStore.h"

#include <string>
#include <vector>

namespace chinwag::test {

/// Refuses whatever is asked, before the call returns.
class RefusingModeration : public hub::ModerationStore {
public:
    void load(hub::StoreTime, hub::StoreDone<hub::ModerationState> done) override { refuse(done); }
    void add(hub::Sanction, hub::AuditEntry, hub::StoreDone<hub::Sanction> done) override { refuse(done); }
    void lift(hub::Sanction::Kind, std::uint64_t, hub::Sanction::Lift, hub::AuditEntry,
              hub::StoreDone<hub::Sanction> done) override {
        refuse(done);
    }
    void sanctions(hub::SanctionQuery, hub::StoreDone<hub::SanctionPage> done) override { refuse(done); }
    void set(hub::RoomRules, hub::AuditEntry, hub::StoreDone<hub::RoomRules> done) override { refuse(done); }
    void set(hub::Lockdown, hub::AuditEntry, hub::StoreDone<hub::Lockdown> done) override { refuse(done); }
    void redact(std::string, std::string, hub::AuditEntry, hub::StoreDone<hub::StoreNothing> done) override {
        refuse(done);
    }
    void purge(std::string, std::string, hub::AuditEntry, hub::StoreDone<hub::PurgedMessages> done) override {
        refuse(done);
    }
    void countMessages(std::string, std::string, hub::StoreDone<std::uint64_t> done) override {
        refuse(done);
    }
    void resolve(hub::Resolution, hub::AuditEntry, hub::StoreDone<hub::StoreNothing> done) override {
        refuse(done);
    }
    void record(hub::AuditEntry, hub::StoreDone<hub::AuditEntry> done) override { refuse(done); }
    void audit(hub::AuditQuery, hub::StoreDone<std::vector<hub::AuditEntry>> done) override { refuse(done); }
    void verifyAudit(hub::StoreDone<hub::AuditVerdict> done) override { refuse(done); }

private:
    template <typename T>
    static void refuse(const hub::StoreDone<T>& done) {
        done(hub::StoreError{hub::StoreError::Kind::Unsupported, "this store keeps no rules"});
    }
};

} // namespace chinwag::test
