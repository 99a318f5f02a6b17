// What has happened that operators who follow the live feed are told.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace chinwag::hub {

struct OperatorEvent {
    enum class Kind : std::uint8_t {
        Audit,  ///< an operator has done something, which is on record
        Report, ///< a chatter has reported a message
    };
    Kind kind = Kind::Audit;
    std::string action{}; ///< of an operator
    std::string actor{};
    std::string target{}; ///< of an action, as on record; the channel of a report
};

/// Waits here until it is told. Thread-safe; costs a relaxed load when nobody follows.
class OperatorEvents {
public:
    /// More than these are counted, not kept.
    static constexpr std::size_t maxWaiting = 50;

    struct Batch {
        std::vector<OperatorEvent> events;
        std::uint64_t missed = 0;
    };

    void setWatched(bool watched) { watched_.store(watched, std::memory_order_relaxed); }
    /// Nothing when nobody follows.
    void add(OperatorEvent event);
    /// All that waited, in order.
    Batch take();

private:
    std::atomic<bool> watched_{false};
    std::mutex mutex_; // guards what follows
    Batch waiting_;
};

} // namespace chinwag::hub
