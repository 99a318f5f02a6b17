// Who has spoken lately where one may not speak often.
#pragma once

#include "hub/Store.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace chinwag::hub {

/// Thread-safe. In memory: a restart forgives the wait that was left.
class SlowMode {
public:
    /// Lets `person` speak in `channel` now and then not for `seconds`; or the time when it may again.
    std::optional<StoreTime> take(const std::string& channel, const std::string& person,
                                  std::uint32_t seconds, StoreTime now);
    /// Forgets whose time is over.
    void dropOld(StoreTime now);
    std::size_t size() const;

private:
    struct Last {
        StoreTime spoken = 0;
        StoreTime freeAt = 0;
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Last> last_; // by channel and person
};

} // namespace chinwag::hub
