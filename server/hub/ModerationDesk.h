// Where operators lay down and take back rules: each is kept first, then it holds.
#pragma once

#include "hub/Hub.h"
#include "hub/ModerationStore.h"

#include <cstdint>
#include <optional>
#include <string>

namespace chinwag::hub {

/// Who has it done, and why.
struct ByOperator {
    std::string name;
    std::string reason;
};

/// Thread-safe. Answers come on the store's thread, when the rule holds for whoever enters or speaks from
/// then on; those who are here already are to be reviewed after that (Session::review()).
class ModerationDesk {
public:
    /// Both must outlive what the store answers.
    ModerationDesk(Hub& hub, ModerationStore& store) : hub_(hub), store_(store) {}

    Hub& hub() const { return hub_; }
    ModerationStore& store() const { return store_; }

    /// Has what was laid down before hold again; waits for the store. For the start, before anybody connects.
    std::optional<StoreError> restore();

    /// Its reason and operator are `by`'s. It holds for `duration` (milliseconds) from when it is laid down;
    /// absent: for ever.
    void impose(Sanction sanction, std::optional<StoreTime> duration, const ByOperator& by,
                StoreDone<Sanction> done);
    void lift(Sanction::Kind kind, std::uint64_t id, const ByOperator& by, StoreDone<Sanction> done);
    /// Those who are in the room are told of its rules, too.
    void set(RoomRules rules, const ByOperator& by, StoreDone<RoomRules> done);
    /// Likewise.
    void set(Lockdown lockdown, std::optional<StoreTime> duration, const ByOperator& by,
             StoreDone<Lockdown> done);
    void resolve(Resolution resolution, StoreDone<StoreNothing> done);

    /// What goes on record for `action`, now.
    AuditEntry auditOf(std::string action, std::string target, const ByOperator& by) const;

private:
    // When what begins at `start` is over: both come of one look at the clock.
    static std::optional<StoreTime> endOf(StoreTime start, std::optional<StoreTime> duration) {
        return duration ? std::optional(start + *duration) : std::nullopt;
    }

    // Passes an answer on when what it holds has been applied.
    template <typename T>
    StoreDone<T> applying(StoreDone<T> done) const {
        return [&moderation = hub_.moderation(), done = std::move(done)](StoreResult<T> result) {
            if (const auto* const value = std::get_if<T>(&result))
                moderation.apply(*value);
            done(std::move(result));
        };
    }

    void tell(const RoomRules& rules) const;

    Hub& hub_;
    ModerationStore& store_;
};

} // namespace chinwag::hub
