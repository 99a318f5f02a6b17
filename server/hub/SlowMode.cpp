#include "hub/SlowMode.h"

namespace chinwag::hub {

std::optional<StoreTime> SlowMode::take(const std::string& channel, const std::string& person,
                                        std::uint32_t seconds, StoreTime now) {
    constexpr StoreTime millisecondsPerSecond = 1'000;
    // A channel has no space in its name.
    const auto key = channel + ' ' + person;
    const std::lock_guard lock(mutex_);
    const auto [entry, isNew] = last_.try_emplace(key);
    // By the rule of now, which may not be that of then; and a clock that was set back keeps nobody waiting.
    const auto freeAt = entry->second.spoken + seconds * millisecondsPerSecond;
    if (!isNew && now < freeAt && now >= entry->second.spoken)
        return freeAt;
    entry->second = {now, now + seconds * millisecondsPerSecond};
    return std::nullopt;
}

void SlowMode::dropOld(StoreTime now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(
        last_, [now](const auto& entry) { return now >= entry.second.freeAt || now < entry.second.spoken; });
}

std::size_t SlowMode::size() const {
    const std::lock_guard lock(mutex_);
    return last_.size();
}

} // namespace chinwag::hub
