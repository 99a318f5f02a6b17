// Anything that holds a connected socket in a reactor.
#pragma once

#include <cstddef>

namespace chinwag::net {

/// Owned by its reactor, see Reactor::adopt.
class Peer {
public:
    Peer() = default;
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;
    virtual ~Peer() = default;

    /// The server shuts down: end politely and soon.
    virtual void shutDown() = 0;

private:
    friend class Reactor;
    std::size_t position_ = 0; // among the reactor's peers
    bool told_ = false;        // to shut down
};

} // namespace chinwag::net
