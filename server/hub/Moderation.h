// What operators do not allow, as it holds at this moment: asked wherever somebody enters or speaks.
#pragma once

#include "hub/ModerationRules.h"
#include "hub/Refusal.h"
#include "hub/SlowMode.h"
#include "hub/WallClock.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

namespace chinwag::hub {

/// Thread-safe. As long as there are no rules a question is one relaxed load. What is over by its time does
/// not hold any more, whether or not anybody looks. Nothing: it is allowed.
class Moderation {
public:
    using Clock = std::function<StoreTime()>;

    explicit Moderation(Clock now = wallMilliseconds) : now_(std::move(now)) {}
    Moderation(const Moderation&) = delete;
    Moderation& operator=(const Moderation&) = delete;

    /// Whether `subject` may come in.
    std::optional<Refusal> refuseEntry(const Subject& subject) const {
        return hasRules() ? entryRefusal(subject, Lockdown::Level::NoAnonymous) : std::nullopt;
    }
    /// Whether one who is here may stay.
    std::optional<Refusal> refuseStay(const Subject& subject) const {
        return hasRules() ? entryRefusal(subject, Lockdown::Level::StaffOnly) : std::nullopt;
    }
    /// Whether one who may be here may be in `channel`.
    std::optional<Refusal> refuseChannel(const Subject& subject, std::string_view channel) const {
        return hasRules() ? sanctionRefusal(Sanction::Kind::Ban, subject, channel) : std::nullopt;
    }
    /// Whether one who is in `channel` may say something there, be it a change of what was said.
    std::optional<Refusal> refuseSpeech(const Subject& subject, std::string_view channel) const {
        return hasRules() ? speechRefusal(subject, channel) : std::nullopt;
    }
    /// Whether it is its turn in `channel`. If so, that is taken: to be asked last.
    std::optional<Refusal> takeTurn(const Subject& subject, std::string_view channel) {
        return hasRules() ? turnRefusal(subject, channel) : std::nullopt;
    }

    /// All rules, in place of those that there were.
    void replace(ModerationState state);
    /// From now on `sanction` holds, or, lifted, does not.
    void apply(const Sanction& sanction);
    void apply(const RoomRules& rules);
    void apply(const Lockdown& lockdown);

    /// Forgets what is over; to be called now and then.
    void dropOld();

    std::shared_ptr<const ModerationRules> rules() const;
    StoreTime now() const { return now_(); }

private:
    bool hasRules() const { return hasRules_.load(std::memory_order_relaxed); }
    std::optional<Refusal> entryRefusal(const Subject& subject, Lockdown::Level from) const;
    std::optional<Refusal> sanctionRefusal(Sanction::Kind kind, const Subject& subject,
                                           std::string_view channel) const;
    std::optional<Refusal> speechRefusal(const Subject& subject, std::string_view channel) const;
    std::optional<Refusal> turnRefusal(const Subject& subject, std::string_view channel);
    void change(const std::function<void(ModerationState&)>& make);

    const Clock now_;
    std::atomic<bool> hasRules_{false};
    std::mutex changing_;      // held while a snapshot is made; taken before mutex_
    mutable std::mutex mutex_; // guards rules_, for as long as the pointer is copied or swapped
    std::shared_ptr<const ModerationRules> rules_ = std::make_shared<const ModerationRules>();
    SlowMode slowMode_;
};

} // namespace chinwag::hub
