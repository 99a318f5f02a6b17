#include "hub/OperatorEvents.h"

#include <utility>

namespace chinwag::hub {

void OperatorEvents::add(OperatorEvent event) {
    if (!watched_.load(std::memory_order_relaxed))
        return;
    const std::lock_guard lock(mutex_);
    if (waiting_.events.size() < maxWaiting)
        waiting_.events.push_back(std::move(event));
    else
        ++waiting_.missed;
}

OperatorEvents::Batch OperatorEvents::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
}

} // namespace chinwag::hub
