#include "store/MemoryModeration.h"

#include "hub/AuditJson.h"
#include "store/MemoryStore.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace chinwag::store {

namespace {

using hub::AuditEntry;
using hub::Sanction;
using hub::StoreDone;
using hub::StoreError;
using hub::StoreNothing;
using hub::StoreResult;
using State = hub::StoredMessage::State;

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool contains(const std::string& text, const std::string& part) {
    return lowered(text).find(lowered(part)) != std::string::npos;
}

bool matches(const Sanction& one, const hub::SanctionQuery& query) {
    return one.kind == query.kind && (!query.activeAt || one.isActive(*query.activeAt)) &&
           contains(one.target.value + ' ' + one.channel + ' ' + one.reason + ' ' + one.note + ' ' + one.by,
                    query.text);
}

bool matches(const AuditEntry& entry, const hub::AuditQuery& query) {
    const bool isAction = query.action.ends_with('.') ? entry.action.starts_with(query.action)
                                                      : query.action.empty() || entry.action == query.action;
    return isAction && (query.before == 0 || entry.seq < query.before) &&
           (query.actor.empty() || entry.actor == query.actor) && contains(entry.target, query.target) &&
           (!query.since || entry.time >= *query.since) && (!query.until || entry.time < *query.until);
}

// What a list is ordered by.
std::tuple<hub::StoreTime, std::string, std::uint64_t> keyOf(const Sanction& one,
                                                             hub::SanctionColumn column) {
    switch (column) {
    case hub::SanctionColumn::Until:
        return {one.until.value_or(std::numeric_limits<hub::StoreTime>::max()), {}, one.id};
    case hub::SanctionColumn::Target: return {0, one.target.value, one.id};
    case hub::SanctionColumn::By: return {0, one.by, one.id};
    case hub::SanctionColumn::CreatedAt: break;
    }
    return {0, {}, one.id};
}

} // namespace

const AuditEntry& MemoryModeration::append(AuditEntry entry) {
    const auto last = audit_.empty() ? std::string() : audit_.back().hash;
    return audit_.emplace_back(hub::chained(std::move(entry), audit_.size(), last));
}

void MemoryModeration::load(hub::StoreTime now, StoreDone<hub::ModerationState> done) {
    store_.post<hub::ModerationState>(std::move(done), [this, now] {
        hub::ModerationState state{{}, rooms_, lockdown_};
        std::copy_if(sanctions_.begin(), sanctions_.end(), std::back_inserter(state.sanctions),
                     [now](const Sanction& one) { return one.isActive(now); });
        return state;
    });
}

void MemoryModeration::add(Sanction sanction, AuditEntry audit, StoreDone<Sanction> done) {
    store_.postWrite<Sanction>(std::move(done),
                               [this, sanction = std::move(sanction), audit = std::move(audit)] {
                                   auto& added = sanctions_.emplace_back(sanction);
                                   added.id = sanctions_.size();
                                   auto entry = audit;
                                   entry.after = hub::auditJson(added);
                                   append(std::move(entry));
                                   return added;
                               });
}

void MemoryModeration::lift(Sanction::Kind kind, std::uint64_t id, Sanction::Lift lift, AuditEntry audit,
                            StoreDone<Sanction> done) {
    auto work = [this, kind, id, lift = std::move(lift),
                 audit = std::move(audit)]() -> StoreResult<Sanction> {
        if (id == 0 || id > sanctions_.size() || sanctions_[id - 1].kind != kind)
            return StoreError{StoreError::Kind::NotFound, "there is none of that number"};
        auto& sanction = sanctions_[id - 1];
        if (sanction.lifted)
            return StoreError{StoreError::Kind::Refused, "it has been lifted before"};
        auto entry = audit;
        entry.target = hub::auditTarget(sanction);
        entry.before = hub::auditJson(sanction);
        sanction.lifted = lift;
        entry.after = hub::auditJson(sanction);
        append(std::move(entry));
        return sanction;
    };
    store_.postWrite<Sanction>(std::move(done), std::move(work));
}

hub::SanctionPage MemoryModeration::page(const hub::SanctionQuery& query) const {
    std::vector<Sanction> all;
    std::copy_if(sanctions_.begin(), sanctions_.end(), std::back_inserter(all),
                 [&query](const Sanction& one) { return matches(one, query); });
    std::sort(all.begin(), all.end(), [&query](const Sanction& a, const Sanction& b) {
        return query.descending ? keyOf(b, query.sort) < keyOf(a, query.sort)
                                : keyOf(a, query.sort) < keyOf(b, query.sort);
    });
    hub::SanctionPage page{{}, all.size()};
    for (auto i = query.offset; i < all.size() && page.sanctions.size() < query.limit; ++i)
        page.sanctions.push_back(std::move(all[i]));
    return page;
}

void MemoryModeration::sanctions(hub::SanctionQuery query, StoreDone<hub::SanctionPage> done) {
    store_.post<hub::SanctionPage>(std::move(done), [this, query = std::move(query)] { return page(query); });
}

hub::RoomRules MemoryModeration::rulesOf(const std::string& channel) const {
    const auto found = std::find_if(rooms_.begin(), rooms_.end(),
                                    [&channel](const hub::RoomRules& one) { return one.channel == channel; });
    return found == rooms_.end() ? hub::RoomRules{channel} : *found;
}

void MemoryModeration::set(hub::RoomRules rules, AuditEntry audit, StoreDone<hub::RoomRules> done) {
    store_.postWrite<hub::RoomRules>(std::move(done), [this, rules = std::move(rules),
                                                       audit = std::move(audit)] {
        auto entry = audit;
        entry.before = hub::auditJson(rulesOf(rules.channel));
        entry.after = hub::auditJson(rules);
        std::erase_if(rooms_, [&rules](const hub::RoomRules& one) { return one.channel == rules.channel; });
        if (!rules.isEmpty())
            rooms_.push_back(rules);
        append(std::move(entry));
        return rules;
    });
}

void MemoryModeration::set(hub::Lockdown lockdown, AuditEntry audit, StoreDone<hub::Lockdown> done) {
    store_.postWrite<hub::Lockdown>(std::move(done),
                                    [this, lockdown = std::move(lockdown), audit = std::move(audit)] {
                                        auto entry = audit;
                                        entry.before = hub::auditJson(lockdown_);
                                        entry.after = hub::auditJson(lockdown);
                                        lockdown_ = lockdown;
                                        append(std::move(entry));
                                        return lockdown;
                                    });
}

void MemoryModeration::redact(std::string channel, std::string id, AuditEntry audit,
                              StoreDone<StoreNothing> done) {
    store_.postWrite<StoreNothing>(
        std::move(done), [this, channel = std::move(channel), id = std::move(id), audit = std::move(audit)] {
            auto result = store_.redactOne(channel, id);
            if (std::holds_alternative<StoreNothing>(result))
                append(audit);
            return result;
        });
}

void MemoryModeration::purge(std::string user, std::string channel, AuditEntry audit,
                             StoreDone<hub::PurgedMessages> done) {
    store_.postWrite<hub::PurgedMessages>(
        std::move(done),
        [this, user = std::move(user), channel = std::move(channel), audit = std::move(audit)] {
            hub::PurgedMessages purged;
            store_.redactWhere([&](const hub::StoredMessage& e) {
                const bool isWanted = e.publication.user == user && e.state < State::Redacted &&
                                      (channel.empty() || e.publication.channel == channel);
                if (isWanted)
                    purged.add(e.publication.channel, e.publication.id);
                return isWanted;
            });
            auto entry = audit;
            entry.after = "{\"messages\":" + std::to_string(purged.count) + '}';
            append(std::move(entry));
            return purged;
        });
}

void MemoryModeration::countMessages(std::string user, std::string channel, StoreDone<std::uint64_t> done) {
    store_.post<std::uint64_t>(std::move(done), [this, user = std::move(user), channel = std::move(channel)] {
        return static_cast<std::uint64_t>(
            std::count_if(store_.entries_.begin(), store_.entries_.end(), [&](const auto& e) {
                return e.publication.user == user && e.state < State::Redacted &&
                       (channel.empty() || e.publication.channel == channel);
            }));
    });
}

void MemoryModeration::resolve(hub::Resolution resolution, AuditEntry audit, StoreDone<StoreNothing> done) {
    auto work = [this, resolution = std::move(resolution),
                 audit = std::move(audit)]() -> StoreResult<StoreNothing> {
        const auto report = std::find_if(store_.reports_.begin(), store_.reports_.end(),
                                         [&](const auto& one) { return one.number == resolution.number; });
        if (report == store_.reports_.end())
            return StoreError{StoreError::Kind::NotFound, "there is no such report"};
        if (report->outcome != hub::Report::Outcome::Open)
            return StoreError{StoreError::Kind::Refused, "it has been resolved before"};
        report->outcome = resolution.outcome;
        report->resolvedBy = resolution.by;
        report->note = resolution.note;
        report->resolvedAt = resolution.time;
        append(audit);
        return StoreNothing{};
    };
    store_.postWrite<StoreNothing>(std::move(done), std::move(work));
}

void MemoryModeration::record(AuditEntry audit, StoreDone<AuditEntry> done) {
    store_.postWrite<AuditEntry>(std::move(done), [this, audit = std::move(audit)] { return append(audit); });
}

void MemoryModeration::audit(hub::AuditQuery query, StoreDone<std::vector<AuditEntry>> done) {
    store_.post<std::vector<AuditEntry>>(std::move(done), [this, query = std::move(query)] {
        std::vector<AuditEntry> out;
        for (auto entry = audit_.rbegin(); entry != audit_.rend() && out.size() < query.limit; ++entry) {
            if (matches(*entry, query))
                out.push_back(*entry);
        }
        return out;
    });
}

void MemoryModeration::verifyAudit(StoreDone<hub::AuditVerdict> done) {
    store_.post<hub::AuditVerdict>(std::move(done), [this] {
        hub::AuditWalk walk;
        std::string fault;
        for (const auto& entry : audit_) {
            fault = walk.take(entry);
            if (!fault.empty())
                break;
        }
        return hub::AuditVerdict{walk.count(), walk.hash(), fault};
    });
}

} // namespace chinwag::store
