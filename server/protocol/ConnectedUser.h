// Who is connected, as operators see it: the connections of one user taken together.
#pragma once

#include "protocol/ConnectionInfo.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace chinwag::protocol {

struct ConnectedUser {
    std::set<std::string> nicks;
    std::set<std::string> rooms; ///< channels, by their whole names
    std::size_t connections = 0;
    std::chrono::system_clock::time_point since; ///< when the oldest of the connections was made
};

/// By the user whom a token names. Who is anonymous is in none.
using ConnectedUsers = std::map<std::string, ConnectedUser>;

/// Counts a connection, of which the columns User, Nick, Room and ConnectedAt are looked at.
void count(ConnectedUsers& users, const ConnectionInfo& info);

/// Adds what another worker has found.
void merge(ConnectedUsers& users, ConnectedUsers&& more);

} // namespace chinwag::protocol
