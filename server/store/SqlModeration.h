// The rules of operators and their record, in SQLite or PostgreSQL.
#pragma once

#include "hub/ModerationStore.h"
#include "store/SqlReader.h"
#include "store/SqlWriter.h"

namespace chinwag::store {

/// A part of a store, by whose threads it works.
class SqlModeration : public hub::ModerationStore {
public:
    /// All must outlive it. What takes long is asked of `copier`.
    SqlModeration(SqlWriter& writer, SqlReader& reader, SqlReader& copier)
        : writer_(writer), reader_(reader), copier_(copier) {}

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
    template <typename T>
    void write(typename ShortWrite<T>::Work work, hub::StoreDone<T> done) {
        writer_.write(std::make_unique<ShortWrite<T>>(std::move(work), std::move(done)), 0);
    }

    SqlWriter& writer_;
    SqlReader& reader_;
    SqlReader& copier_;
};

} // namespace chinwag::store
