// The chat rooms that anybody may find, and how much goes on in them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::hub {

class Hub;

struct ListedRoom {
    std::string channel;
    std::size_t people = 0;
    std::int64_t last = 0; ///< when something was last said, milliseconds since 1970; 0: never
};

/// What of the directory is asked for.
struct DirectoryQuery {
    std::string text;  ///< part of the name behind the namespace; ASCII case does not matter
    std::string after; ///< the `next` of an earlier page; empty: from the first
    std::size_t limit = 50;
};

struct DirectoryPage {
    std::vector<ListedRoom> rooms;
    std::string next; ///< empty: there are no more
};

/// Thread-safe. All that there are are looked through at most once a second, however many ask.
class RoomDirectory {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `hub` owns it, or outlives it.
    explicit RoomDirectory(Hub& hub) : hub_(hub) {}
    RoomDirectory(const RoomDirectory&) = delete;
    RoomDirectory& operator=(const RoomDirectory&) = delete;

    /// Those with somebody in them, or where something was said that is known: the ones with the most people
    /// first, then those where something was said last. Nothing when `after` is no `next`.
    std::optional<DirectoryPage> page(const DirectoryQuery& query, Time now = Time::clock::now());

    static constexpr std::chrono::seconds mostAge{1};

private:
    using Rooms = std::vector<ListedRoom>;

    std::shared_ptr<const Rooms> rooms(Time now);
    std::shared_ptr<const Rooms> gathered() const;

    Hub& hub_;
    std::mutex mutex_; // guards what follows; nothing is called while it is held
    std::shared_ptr<const Rooms> rooms_;
    Time gatheredAt_;
};

} // namespace chinwag::hub
