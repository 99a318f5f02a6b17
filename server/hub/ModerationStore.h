// Port: what operators have laid down, and the record of what they have done. The store room implements it.
#pragma once

#include "hub/AuditEntry.h"
#include "hub/Lockdown.h"
#include "hub/ModerationRules.h"
#include "hub/RoomRules.h"
#include "hub/Sanction.h"
#include "hub/Store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::hub {

enum class SanctionColumn : std::uint8_t { CreatedAt, Until, Target, By };

struct SanctionQuery {
    Sanction::Kind kind = Sanction::Kind::Ban;
    std::optional<StoreTime> activeAt; ///< only those that hold then; absent: all that there ever were
    std::string text; ///< contained in target, channel, reason, note or operator; ASCII case does not matter
    SanctionColumn sort = SanctionColumn::CreatedAt;
    bool descending = true; ///< one that holds for ever ends last
    std::size_t offset = 0;
    std::size_t limit = 50;
};

struct SanctionPage {
    std::vector<Sanction> sanctions;
    std::uint64_t total = 0; ///< that match
};

/// Absent filters do not matter.
struct AuditQuery {
    std::string actor;
    std::string action; ///< or its beginning, when it ends with '.'
    std::string target; ///< contained in it
    std::optional<StoreTime> since;
    std::optional<StoreTime> until; ///< exclusive
    std::uint64_t before = 0;       ///< exclusive `seq`; 0: from the newest
    std::size_t limit = 50;
};

struct AuditVerdict {
    std::uint64_t entries = 0; ///< that are as they were recorded, from the first one on
    std::string hash;          ///< of the last of those: what is kept elsewhere proves that none was cut off
    std::string fault;         ///< why the next one is not; empty when there is none
};

/// How an operator has dealt with a report.
struct Resolution {
    std::uint64_t number = 0; ///< of the report
    Report::Outcome outcome = Report::Outcome::Dismissed;
    std::string by;
    std::string note;
    StoreTime time = 0;
};

/// Any thread may call; answers come on the store's. What is changed and `audit`, which is put on record with
/// it, are written in one transaction: either both are there or neither. The store gives `audit` its place in
/// the chain, and its `before` and `after` where it is the store that knows them.
class ModerationStore {
public:
    ModerationStore() = default;
    ModerationStore(const ModerationStore&) = delete;
    ModerationStore& operator=(const ModerationStore&) = delete;
    virtual ~ModerationStore() = default;

    /// What holds at `now`.
    virtual void load(StoreTime now, StoreDone<ModerationState> done) = 0;

    /// Answers with its id.
    virtual void add(Sanction sanction, AuditEntry audit, StoreDone<Sanction> done) = 0;
    /// NotFound when there is none of that kind and number; Refused when it has been lifted before.
    virtual void lift(Sanction::Kind kind, std::uint64_t id, Sanction::Lift lift, AuditEntry audit,
                      StoreDone<Sanction> done) = 0;
    virtual void sanctions(SanctionQuery query, StoreDone<SanctionPage> done) = 0;

    virtual void set(RoomRules rules, AuditEntry audit, StoreDone<RoomRules> done) = 0;
    virtual void set(Lockdown lockdown, AuditEntry audit, StoreDone<Lockdown> done) = 0;

    /// As Store::redact().
    virtual void redact(std::string channel, std::string id, AuditEntry audit,
                        StoreDone<StoreNothing> done) = 0;
    /// As Store::purgeUser(), and answers which they were.
    virtual void purge(std::string user, std::string channel, AuditEntry audit,
                       StoreDone<PurgedMessages> done) = 0;
    /// How many messages a purge would redact.
    virtual void countMessages(std::string user, std::string channel, StoreDone<std::uint64_t> done) = 0;
    /// NotFound when there is no such report; Refused when it is resolved.
    virtual void resolve(Resolution resolution, AuditEntry audit, StoreDone<StoreNothing> done) = 0;

    /// Puts on record what is no change of the store's. Answers with its place and hash.
    virtual void record(AuditEntry audit, StoreDone<AuditEntry> done) = 0;
    /// Newest first.
    virtual void audit(AuditQuery query, StoreDone<std::vector<AuditEntry>> done) = 0;
    /// Reads the whole record.
    virtual void verifyAudit(StoreDone<AuditVerdict> done) = 0;
};

} // namespace chinwag::hub
