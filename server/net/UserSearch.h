// One worker's part of the question who is connected.
#pragma once

#include "protocol/ConnectedUser.h"

#include <cstddef>
#include <functional>
#include <memory>

namespace chinwag::net {

class Reactor;

/// Looks at a few hundred connections a turn, as ConnectionSearch does. Confined to its reactor's thread.
class UserSearch : public std::enable_shared_from_this<UserSearch> {
public:
    using Done = std::function<void(protocol::ConnectedUsers)>;

    /// `done` is called once, unless the reactor ends before.
    UserSearch(Reactor& reactor, Done done);
    /// To be called in the reactor's thread; goes on by itself.
    void proceed();

private:
    Reactor& reactor_;
    const Done done_;
    std::size_t next_ = 0;          // slot
    protocol::ConnectionInfo info_; // of the one at hand; keeps its strings' memory
    protocol::ConnectedUsers found_;
};

} // namespace chinwag::net
