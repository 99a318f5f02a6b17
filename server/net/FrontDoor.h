// What the front door of a worker leads to: the WebSocket routes and the HTTP handler.
#pragma once

#include "hub/Opening.h"
#include "metrics/WorkerMetrics.h"
#include "net/ConnectionCensus.h"
#include "net/TimerWheel.h"
#include "net/WebSocketOpener.h"
#include "protocol/Address.h"
#include "protocol/HttpMessage.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::net {

class HttpConnection;
class Reactor;

/// A path on which WebSockets are opened.
struct WebSocketRoute {
    std::string path;
    hub::Admit admit;
    std::string subprotocol{}; ///< which a client that offers it is told to be spoken; empty: none
    bool isInside = false;     ///< the internal listener has it, too
};

/// Called on a worker's thread with a vetted request; must be thread-safe. The sink takes the answer back.
using HttpHandler = std::function<void(protocol::HttpRequest, protocol::HttpAnswerSink)>;

/// What is the same for all workers. Outlives them.
struct Routes {
    std::vector<WebSocketRoute> webSockets;
    HttpHandler http;
};

/// A connection as the acceptor hands it over.
struct Arrival {
    ConnectionCensus::Entry entry;
    protocol::Address peer;
    bool internal = false; ///< through the internal listener
    SteadyTime acceptedAt;
};

/// One a worker, on its thread: the way from HTTP connections to what they ask for, and back.
class FrontDoor {
public:
    FrontDoor(Reactor& reactor, const Routes& routes) : reactor_(reactor), routes_(routes) {}
    FrontDoor(const FrontDoor&) = delete;
    FrontDoor& operator=(const FrontDoor&) = delete;

    /// To be called on the worker's thread before the first connection: Qt's part belongs to it.
    void open();

    WebSocketOpener& opener() { return *opener_; }
    /// Nothing when no WebSocket is to be had at `path`.
    const WebSocketRoute* webSocketRoute(std::string_view path) const;

    /// Hands a request on; `connection` gets the answer unless it forgets the number before.
    std::uint64_t handOn(protocol::HttpRequest request, HttpConnection& connection);
    void forget(std::uint64_t exchange) { waiting_.erase(exchange); }

    /// Ends what open() began, on the same thread.
    void close() { opener_.reset(); }

    /// From now on WebSockets are refused and every answer is a connection's last.
    void beginDraining() { draining_ = true; }
    bool isDraining() const { return draining_; }

private:
    Reactor& reactor_;
    const Routes& routes_;
    std::optional<WebSocketOpener> opener_;
    bool draining_ = false;
    std::uint64_t lastExchange_ = 0;
    std::unordered_map<std::uint64_t, HttpConnection*> waiting_;
};

} // namespace chinwag::net
