// What the net room goes by. One immutable value that all workers share; a reload replaces it.
#pragma once

#include "net/ClientAddress.h"
#include "net/OriginPolicy.h"
#include "net/TokenBucket.h"

#include <chrono>
#include <cstddef>

namespace chinwag::net {

struct NetSettings {
    std::size_t maxMessage = 64 * 1024;        ///< bytes of a WebSocket message; more is closed with 1009
    std::size_t maxQueue = 1024 * 1024;        ///< bytes that may wait for one peer; more is closed with 3008
    std::chrono::milliseconds ping{25'000};    ///< how often a WebSocket is pinged
    std::chrono::milliseconds pong{8'000};     ///< how long it may then be silent
    TokenBucket::Rate messages{};              ///< of one connection; over it, it is read more slowly
    TokenBucket::Rate controlFrames{20, 100};  ///< pings and pongs; over it closed with 1008
    TokenBucket::Rate fragments{1'000, 4'000}; ///< frames of fragmented messages; likewise

    std::size_t maxHead = 16 * 1024;               ///< bytes of a request's head; more is 431
    std::size_t maxBody = 1024 * 1024;             ///< bytes of a request's body; more is 413
    std::chrono::milliseconds headTimeout{10'000}; ///< from accept, or a request's first byte, to its end
    std::chrono::milliseconds idleTimeout{30'000}; ///< between requests of a kept-alive connection
    std::chrono::milliseconds closeTimeout{3'000}; ///< for the peer to finish closing; then it is cut

    std::size_t maxConnections = 0;           ///< 0: as many as there are descriptors for
    std::size_t maxConnectionsPerAddress = 0; ///< 0: no limit
    OriginPolicy origins;
    ClientAddress trustedProxies;
};

} // namespace chinwag::net
