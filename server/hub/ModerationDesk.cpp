#include "hub/ModerationDesk.h"

#include "hub/AuditJson.h"
#include "protocol/ChatMessage.h"

#include <future>
#include <utility>
#include <variant>

namespace chinwag::hub {

std::optional<StoreError> ModerationDesk::restore() {
    std::promise<StoreResult<ModerationState>> promise;
    store_.load(hub_.moderation().now(), [&promise](auto result) { promise.set_value(std::move(result)); });
    auto result = promise.get_future().get();
    if (auto* const error = std::get_if<StoreError>(&result))
        return std::move(*error);
    hub_.moderation().replace(std::get<ModerationState>(std::move(result)));
    return std::nullopt;
}

AuditEntry ModerationDesk::auditOf(std::string action, std::string target, const ByOperator& by) const {
    AuditEntry entry;
    entry.time = hub_.moderation().now();
    entry.actor = by.name;
    entry.action = std::move(action);
    entry.target = std::move(target);
    entry.reason = by.reason;
    return entry;
}

void ModerationDesk::impose(Sanction sanction, std::optional<StoreTime> duration, const ByOperator& by,
                            StoreDone<Sanction> done) {
    sanction.by = by.name;
    sanction.reason = by.reason;
    auto audit = auditOf(std::string(name(sanction.kind)) + ".add", auditTarget(sanction), by);
    sanction.createdAt = audit.time;
    sanction.until = endOf(audit.time, duration);
    store_.add(std::move(sanction), std::move(audit), applying(std::move(done)));
}

void ModerationDesk::lift(Sanction::Kind kind, std::uint64_t id, const ByOperator& by,
                          StoreDone<Sanction> done) {
    auto audit = auditOf(std::string(name(kind)) + ".lift", {}, by);
    Sanction::Lift lift{audit.time, by.name};
    store_.lift(kind, id, std::move(lift), std::move(audit), applying(std::move(done)));
}

void ModerationDesk::set(RoomRules rules, const ByOperator& by, StoreDone<RoomRules> done) {
    auto audit = auditOf("room.rules", rules.channel, by);
    StoreDone<RoomRules> told = [this, done = std::move(done)](StoreResult<RoomRules> result) {
        if (const auto* const set = std::get_if<RoomRules>(&result))
            tell(*set);
        done(std::move(result));
    };
    store_.set(std::move(rules), std::move(audit), applying(std::move(told)));
}

// Who is there need not write something to find out.
void ModerationDesk::tell(const RoomRules& rules) const {
    const auto* const options = hub_.namespaces().find(rules.channel);
    if (options == nullptr || !options->chat || hub_.subscriberCount(rules.channel) == 0)
        return;
    if (const auto channel = hub_.channel(rules.channel))
        hub_.signal(*channel, protocol::rulesNotice(rules.locked, rules.slowSeconds), {}, SignalLimit::None);
}

void ModerationDesk::set(Lockdown lockdown, std::optional<StoreTime> duration, const ByOperator& by,
                         StoreDone<Lockdown> done) {
    lockdown.by = by.name;
    lockdown.reason = by.reason;
    auto audit = auditOf("lockdown", "server", by);
    lockdown.since = audit.time;
    lockdown.until = endOf(audit.time, duration);
    store_.set(std::move(lockdown), std::move(audit), applying(std::move(done)));
}

void ModerationDesk::resolve(Resolution resolution, StoreDone<StoreNothing> done) {
    auto audit = auditOf("report.resolve", "report " + std::to_string(resolution.number),
                         {resolution.by, resolution.note});
    resolution.time = audit.time;
    store_.resolve(std::move(resolution), std::move(audit), std::move(done));
}

} // namespace chinwag::hub
