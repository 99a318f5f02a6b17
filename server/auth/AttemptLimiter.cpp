#include "auth/AttemptLimiter.h"

#include <algorithm>

namespace chinwag::auth {

double AttemptLimiter::tokens(const Bucket& bucket, Time now) const {
    const std::chrono::duration<double, std::nano> passed = now - bucket.filled;
    const auto refilled = passed.count() / static_cast<double>(rate_.refill.count());
    return std::min<double>(rate_.burst, bucket.tokens + refilled);
}

std::chrono::milliseconds AttemptLimiter::wait(const std::string& key, Time now) const {
    const auto found = buckets_.find(key);
    if (found == buckets_.end())
        return std::chrono::milliseconds::zero();
    const double missing = 1 - tokens(found->second, now);
    if (missing <= 0)
        return std::chrono::milliseconds::zero();
    const std::chrono::duration<double, std::nano> wait(missing * static_cast<double>(rate_.refill.count()));
    return std::chrono::ceil<std::chrono::milliseconds>(wait);
}

void AttemptLimiter::take(const std::string& key, Time now) {
    if (buckets_.size() >= maxKeys_ && !buckets_.contains(key))
        makeRoom(now);
    auto& bucket = buckets_.try_emplace(key, Bucket{static_cast<double>(rate_.burst), now}).first->second;
    bucket = {std::max(0.0, tokens(bucket, now) - 1), now};
}

// Who has had time to recover is as good as unknown. When nobody has, somebody goes: the memory is what
// must not grow.
void AttemptLimiter::makeRoom(Time now) {
    std::erase_if(buckets_, [&](const auto& entry) { return tokens(entry.second, now) >= rate_.burst; });
    if (buckets_.size() >= maxKeys_)
        buckets_.erase(buckets_.begin());
}

} // namespace chinwag::auth
