// Port: what those who look after rooms from within the chat ask of the rest of the server.
#pragma once

#include "hub/ModerationDesk.h"
#include "hub/Session.h"
#include "protocol/ConnectionQuery.h"

#include <cstddef>
#include <functional>
#include <string>

namespace chinwag::session {

/// Any thread may call; answers come on any thread, once, unless the server stops before. Conditions are
/// asked on the threads of the workers.
struct StaffPort {
    using Matches = std::function<bool(const hub::Session&)>;

    hub::ModerationDesk& desk;
    /// Has all who are connected look whether the rules still let them be where they are; how many those hit.
    std::function<void(std::function<void(std::size_t)>)> review;
    /// Looks for the one connection of whose session the condition holds.
    std::function<void(Matches, std::function<void(protocol::MatchingConnections)>)> find;
    /// Closes the connections of whose sessions the condition holds, and puts on record that `by` has done
    /// it, with its reason. Answers how many.
    std::function<void(Matches, hub::ByOperator by, std::function<void(std::size_t)>)> kick;
};

} // namespace chinwag::session
