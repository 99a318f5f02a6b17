// What became of publications that may be tried again.
#pragma once

#include "protocol/StreamPosition.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chinwag::hub {

/// The key of what `user` calls `clientId`.
std::string keyOf(std::string_view user, std::string_view clientId);

/// Bounded by time and by number: over the number the oldest are forgotten first. Not thread-safe.
class IdempotencyCache {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::minutes lifetime{5};
    static constexpr std::size_t defaultCapacity = 100'000;

    explicit IdempotencyCache(std::size_t capacity = defaultCapacity) : capacity_(capacity) {}

    /// Where the publication with `key` in `channel` went, or null when there is none of the time.
    const protocol::StreamPosition* find(std::string_view channel, std::string_view key, Time now);
    /// Remembers it from `now` on.
    void insert(std::string_view channel, std::string_view key, const protocol::StreamPosition& position,
                Time now);

    void erase(std::string_view channel, std::string_view key);

    std::size_t size() const { return ages_.size(); }

private:
    struct Age {
        Time inserted;
        std::string name;
    };
    void forgetOld(Time now);

    const std::size_t capacity_;
    std::unordered_map<std::string, protocol::StreamPosition> positions_;
    std::deque<Age> ages_; // of all positions, the oldest first
};

} // namespace chinwag::hub
