#include "hub/Moderation.h"

#include <algorithm>
#include <utility>

namespace chinwag::hub {

namespace {

Refusal refusalOf(const Sanction& sanction) {
    const auto why = sanction.kind == Sanction::Kind::Ban ? Refusal::Why::Banned : Refusal::Why::Muted;
    return {why, sanction.reason, sanction.until};
}

// Whether a lockdown keeps `subject` out, or, when only what holds from a level on matters, away.
bool shutsOut(const Lockdown& lockdown, const Subject& subject, Lockdown::Level from) {
    if (lockdown.level < from || subject.isStaff)
        return false;
    return lockdown.level != Lockdown::Level::NoAnonymous || subject.user.empty();
}

std::string personOf(const Subject& subject) {
    return subject.user.empty() ? "address " + subject.address.limitKey().toString()
                                : "user " + std::string(subject.user);
}

} // namespace

std::shared_ptr<const ModerationRules> Moderation::rules() const {
    const std::lock_guard lock(mutex_);
    return rules_;
}

std::optional<Refusal> Moderation::entryRefusal(const Subject& subject, Lockdown::Level from) const {
    const auto now = now_();
    const auto all = rules();
    if (const auto* const ban = all->find(Sanction::Kind::Ban, subject, {}, now))
        return refusalOf(*ban);
    const auto& lockdown = all->state().lockdown;
    if (lockdown.isActive(now) && shutsOut(lockdown, subject, from))
        return Refusal{Refusal::Why::Lockdown, lockdown.reason, lockdown.until};
    return std::nullopt;
}

std::optional<Refusal> Moderation::sanctionRefusal(Sanction::Kind kind, const Subject& subject,
                                                   std::string_view channel) const {
    const auto all = rules();
    const auto* const found = all->find(kind, subject, channel, now_());
    return found == nullptr ? std::nullopt : std::optional(refusalOf(*found));
}

std::optional<Refusal> Moderation::speechRefusal(const Subject& subject, std::string_view channel) const {
    if (auto muted = sanctionRefusal(Sanction::Kind::Mute, subject, channel))
        return muted;
    const auto all = rules();
    const auto* const room = all->roomRules(channel);
    if (room != nullptr && room->locked && !subject.isStaff)
        return Refusal{Refusal::Why::Locked, {}};
    return std::nullopt;
}

std::optional<Refusal> Moderation::turnRefusal(const Subject& subject, std::string_view channel) {
    const auto all = rules();
    const auto* const room = all->roomRules(channel);
    if (room == nullptr || room->slowSeconds == 0 || subject.isStaff)
        return std::nullopt;
    const auto freeAt = slowMode_.take(room->channel, personOf(subject), room->slowSeconds, now_());
    if (!freeAt)
        return std::nullopt;
    return Refusal{Refusal::Why::SlowMode, {}, freeAt, room->slowSeconds};
}

void Moderation::change(const std::function<void(ModerationState&)>& make) {
    const std::lock_guard changing(changing_);
    auto state = rules()->state();
    make(state);
    const auto now = now_();
    std::erase_if(state.sanctions, [now](const Sanction& one) { return !one.isActive(now); });
    std::erase_if(state.rooms, [](const RoomRules& one) { return one.isEmpty(); });
    if (!state.lockdown.isActive(now))
        state.lockdown = {};
    auto next = std::make_shared<const ModerationRules>(std::move(state));
    const bool hasRules = !next->isEmpty();
    {
        const std::lock_guard lock(mutex_);
        rules_.swap(next);
    }
    hasRules_.store(hasRules, std::memory_order_relaxed);
}

void Moderation::replace(ModerationState state) {
    change([&state](ModerationState& all) { all = std::move(state); });
}

void Moderation::apply(const Sanction& sanction) {
    change([&sanction](ModerationState& all) {
        std::erase_if(all.sanctions, [&sanction](const Sanction& one) { return one.id == sanction.id; });
        all.sanctions.push_back(sanction);
    });
}

void Moderation::apply(const RoomRules& rules) {
    change([&rules](ModerationState& all) {
        std::erase_if(all.rooms, [&rules](const RoomRules& one) { return one.channel == rules.channel; });
        all.rooms.push_back(rules);
    });
}

void Moderation::apply(const Lockdown& lockdown) {
    change([&lockdown](ModerationState& all) { all.lockdown = lockdown; });
}

void Moderation::dropOld() {
    const auto now = now_();
    slowMode_.dropOld(now);
    const auto all = rules();
    const auto& state = all->state();
    const bool isOver = std::any_of(state.sanctions.begin(), state.sanctions.end(),
                                    [now](const Sanction& one) { return !one.isActive(now); }) ||
                        (all->hasLockdown() && !state.lockdown.isActive(now));
    if (isOver)
        change([](ModerationState& /*all*/) {});
}

} // namespace chinwag::hub
