#include "hub/TurnLimit.h"

namespace chinwag::hub {

bool TurnLimit::take(const std::string& who, Time now) {
    const std::lock_guard lock(mutex_);
    if (now - begun_ >= window_) {
        begun_ = now;
        taken_.clear();
    }
    auto& taken = taken_[who];
    if (taken == most_)
        return false;
    ++taken;
    return true;
}

} // namespace chinwag::hub
