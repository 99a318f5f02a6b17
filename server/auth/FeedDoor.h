// Lets operators into their live feed, by tokens that say whose session of the operator API they come from.
#pragma once

#include "auth/OperatorSessions.h"
#include "auth/Role.h"
#include "auth/TokenKey.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace chinwag::auth {

/// What a token for the feed says.
struct FeedPass {
    std::string session; ///< the id of the operator's session
    std::string operatorName;
    Role role = Role::Viewer;
    std::chrono::system_clock::time_point expiresAt{};
};

enum class FeedTokenError : std::uint8_t {
    Expired, ///< or of a role that the operator has no more: another one helps
    Wrong,   ///< not signed here, or of a session that has ended
};

/// Thread-safe. Tokens are signed with a key that is made with it and kept nowhere else: a restart makes them
/// all worthless, as it does the sessions.
class FeedDoor {
public:
    using Time = std::chrono::system_clock::time_point;

    static constexpr std::chrono::seconds longestLifetime{300};
    static constexpr std::chrono::seconds shortestLifetime{10};

    explicit FeedDoor(std::chrono::seconds lifetime = longestLifetime);
    /// Asking for tokens counts as use of a session: they live for less than a session may be idle (0: for
    /// ever), if that is possible.
    static std::chrono::seconds lifetimeFor(std::chrono::milliseconds sessionIdle);

    /// A token for whoever has `session`, which must be there at this time.
    std::string issue(const OperatorSessions::Session& session, Time now);
    std::chrono::seconds lifetime() const { return lifetime_; }

    /// Whether it wants to be a token of this kind.
    static bool isFeedToken(std::string_view token);
    std::variant<FeedPass, FeedTokenError> verify(std::string_view token, Time now) const;

    /// Somebody follows the feed as long as this is there. It must not outlive the door.
    class Visit {
    public:
        Visit(FeedDoor& door, std::string client, FeedPass pass);
        ~Visit();
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;

        const FeedPass& pass() const { return pass_; }

    private:
        FeedDoor& door_;
        const std::string client_;
        const FeedPass pass_;
    };

    /// Somebody who may not follow it any more.
    struct Ended {
        std::string client;
        bool mayReturn = false; ///< with another token, since only the role has changed
    };
    /// From now on no tokens are taken but those of the sessions in `live`, with the roles that they have
    /// there. Answers with those who are here by others, again each time until they have gone.
    std::vector<Ended> review(const std::vector<OperatorSessions::Session>& live);

    /// Whether somebody is there or could come by a token that has been issued.
    bool isWanted(Time now) const;

private:
    struct Visitor {
        std::string session;
        Role role;
    };

    const std::chrono::seconds lifetime_;
    const TokenKey key_;
    mutable std::mutex mutex_; // guards what follows
    Time lastExpiry_;
    std::unordered_map<std::string, Role> sessions_;    // that tokens were issued for, by id
    std::unordered_map<std::string, Visitor> visitors_; // by client
};

} // namespace chinwag::auth
