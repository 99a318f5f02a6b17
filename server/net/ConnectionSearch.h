// One worker's part of a search among all open connections.
#pragma once

#include "protocol/ConnectionQuery.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace chinwag::net {

class Reactor;

/// What a worker found: in no order.
struct FoundConnections {
    std::vector<protocol::ConnectionKey> keys;
    std::size_t open = 0; ///< how many there were to look at
};

/// Looks at a few hundred connections a turn, so that messages wait for it no longer than for one
/// another. Confined to its reactor's thread.
class ConnectionSearch : public std::enable_shared_from_this<ConnectionSearch> {
public:
    using Done = std::function<void(FoundConnections)>;

    /// `done` is called once, unless the reactor ends before.
    ConnectionSearch(Reactor& reactor, protocol::ConnectionQuery query, Done done);
    /// To be called in the reactor's thread; goes on by itself.
    void proceed();

private:
    Reactor& reactor_;
    const protocol::ConnectionQuery query_;
    const protocol::ConnectionColumns columns_;
    const Done done_;
    std::size_t next_ = 0;          // slot
    protocol::ConnectionInfo info_; // of the one at hand; keeps its strings' memory
    FoundConnections found_;
};

} // namespace chinwag::net
