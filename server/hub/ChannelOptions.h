// What a channel does, settled by the namespace that its name begins with.
#pragma once

#include "hub/HistoryRing.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace chinwag::hub {

/// Who may do something of their own accord; a token for the channel lets anybody subscribe.
enum class Audience : std::uint8_t {
    Nobody,
    Users, ///< whose connection token says who they are
    Anyone,
};

struct ChannelOptions {
    HistoryRing::Limits history;
    std::chrono::milliseconds historyTtl{std::chrono::hours(1)}; ///< how long a publication is remembered
    bool presence = false;                                       ///< subscribers may ask who else is
    bool joinLeave = false;     ///< and are told who comes and goes, when they want it
    bool recover = false;       ///< a subscriber that comes back gets what it missed
    bool chat = false;          ///< the data is a chat message, and the seed's dialect is spoken here
    bool durable = false;       ///< its messages are kept in the store, if there is one
    bool cache = false;         ///< who subscribes gets the latest publication, and no older ones
    bool positioned = false;    ///< it is looked after whether all subscribers get everything
    std::size_t maxMessage = 0; ///< bytes of what a client says; 0: no limit
    Audience subscribe = Audience::Nobody;
    Audience publish = Audience::Nobody; ///< of those who are subscribed
};

/// The one where chatters meet, whatever dialect they speak.
inline constexpr std::string_view chatNamespace = "chat";

/// The options of all channels, by namespace: what stands before the first ':' of a channel's name, empty
/// when there is none. Immutable once the server runs.
class Namespaces {
public:
    void set(std::string name, const ChannelOptions& options) { options_[std::move(name)] = options; }
    /// Null when there is no such namespace.
    const ChannelOptions* find(std::string_view channel) const;

private:
    std::map<std::string, ChannelOptions, std::less<>> options_;
};

/// What stands before the first ':' of a channel's name, without the '$' of a private one; empty when there
/// is no ':'.
std::string_view namespaceOf(std::string_view channel);

/// True for a name that a channel may have: 1 to 255 printable ASCII characters.
bool isValidChannelName(std::string_view name);

/// Whether the name keeps to itself: by convention, what only a token for the channel opens has a '$' as its
/// first character, or as the first one behind the namespace.
bool isPrivateChannel(std::string_view name);

/// Whether the users that the name lists behind a '#', separated by commas, leave `user` out. One without a
/// list leaves nobody out.
bool excludesUser(std::string_view name, std::string_view user);

} // namespace chinwag::hub
