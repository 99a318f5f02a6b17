// All rules that operators have laid down, put so that they are found quickly: immutable.
#pragma once

#include "hub/Lockdown.h"
#include "hub/Refusal.h"
#include "hub/RoomRules.h"
#include "hub/Sanction.h"
#include "protocol/Network.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::hub {

/// As the store keeps them.
struct ModerationState {
    std::vector<Sanction> sanctions; ///< those that have not been lifted and are not over
    std::vector<RoomRules> rooms;    ///< those with a rule
    Lockdown lockdown;
};

/// A question costs a look-up by user, one by device and one for each length of network among the bans,
/// however many there are. Free to be read by any thread.
class ModerationRules {
public:
    ModerationRules() = default;
    explicit ModerationRules(ModerationState state);

    const ModerationState& state() const { return state_; }
    bool isEmpty() const { return state_.sanctions.empty() && state_.rooms.empty() && !hasLockdown(); }
    bool hasLockdown() const { return state_.lockdown.level != Lockdown::Level::None; }

    /// The sanction of that kind which holds for `subject` in `channel` (empty: everywhere) the longest;
    /// null when there is none. One that holds everywhere holds in each channel.
    const Sanction* find(Sanction::Kind kind, const Subject& subject, std::string_view channel,
                         StoreTime now) const;
    /// Null when the channel has no rules.
    const RoomRules* roomRules(std::string_view channel) const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Places = std::vector<std::size_t>; // in state_.sanctions
    using ByText = std::unordered_map<std::string, Places, TextHash, std::equal_to<>>;
    struct Index {
        ByText users;
        ByText devices;
        std::map<unsigned, std::unordered_map<protocol::Address, Places>> networks; // by bits, then start
    };

    ModerationState state_;
    std::array<Index, 2> indexes_; // by kind
    std::unordered_map<std::string, RoomRules, TextHash, std::equal_to<>> rooms_;
};

} // namespace chinwag::hub
