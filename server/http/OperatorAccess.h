// What the operator API may ask of the rest of the server.
#pragma once

#include "auth/OperatorSessions.h"
#include "metrics/LogRing.h"
#include "protocol/ChatMessage.h"
#include "protocol/ConnectedUser.h"
#include "protocol/ConnectionQuery.h"
#include "protocol/TraceStart.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::auth {
class OperatorDoor;
}

namespace chinwag::hub {
class ModerationDesk;
class Session;
class Store;
} // namespace chinwag::hub

namespace chinwag::http {

/// The open connections. Called on the control thread; each callback is called there, once, at once or
/// later, unless the server stops before.
struct ConnectionPort {
    std::function<void(const protocol::ConnectionQuery&, std::function<void(protocol::ConnectionListing)>)>
        list;
    std::function<void(const std::vector<protocol::ConnectionId>&,
                       std::function<void(protocol::ConnectionInfos)>)>
        read;
    /// Closes one with a reason that it is told. Gets what it was like, or nothing when it had ended before.
    std::function<void(const protocol::ConnectionId&, const std::string& reason,
                       std::function<void(std::optional<protocol::ConnectionInfo>)>)>
        kick;
    /// Tells `sink` the frames of one for a while, on the thread of a worker.
    std::function<void(const protocol::ConnectionId&, const protocol::TraceOptions&,
                       const protocol::TraceSink& sink, std::function<void(protocol::TraceStart)>)>
        trace;
    /// Gets whether there was a trace to stop.
    std::function<void(const protocol::ConnectionId&, std::function<void(bool)>)> stopTrace;
    /// Closes several, likewise. Gets how many of them had not ended before.
    std::function<void(const std::vector<protocol::ConnectionId>&, const std::string& reason,
                       std::function<void(std::size_t)>)>
        kickAll;
    /// Tells one something that nobody else hears. Gets what it is like, or nothing when there is nobody (any
    /// more) to be told.
    std::function<void(const protocol::ConnectionId&, const protocol::ChatMessage&,
                       std::function<void(std::optional<protocol::ConnectionInfo>)>)>
        tell;
    /// All users that are connected.
    std::function<void(std::function<void(protocol::ConnectedUsers)>)> users;
};

/// What operators lay down for those who chat. Called on the control thread, which the callbacks of `review`
/// and `find` come back to.
struct ModerationAccess {
    hub::ModerationDesk& desk;
    hub::Store* store = nullptr; ///< of what is said; null when nothing is kept
    /// Has all who are connected look whether the rules still let them be where they are; how many those hit.
    std::function<void(std::function<void(std::size_t)>)> review;
    /// Looks for the connections of whose sessions a condition holds, which is asked on any worker's thread.
    std::function<void(const std::function<bool(const hub::Session&)>&, std::size_t most,
                       std::function<void(protocol::MatchingConnections)>)>
        find;
};

/// The latest records of the log. Called on the control thread.
using LogPort = std::function<metrics::LogPage(const metrics::LogQuery&)>;

/// A key of the configuration, as it is in effect.
struct ConfigurationKey {
    std::string key;
    std::string value;  ///< as JSON; a secret that is set is masked
    std::string source; ///< "default", "file", "environment" or "flag"
    std::string where;  ///< "FILE:LINE", a variable's name or "--flag"; empty for a default
};

/// All keys, in the order in which they are printed. Called on the control thread.
using ConfigurationPort = std::function<std::vector<ConfigurationKey>()>;

/// What reading the configuration again came to.
struct ReloadResult {
    std::vector<std::string> faults;      ///< why the old one stays; empty when the new one holds
    std::vector<std::string> restartKeys; ///< those that have changed and take a restart
};

/// The process. Called on the control thread.
struct NodePort {
    std::string name; ///< what tells it from others; a drain is confirmed with it
    /// As SIGHUP.
    std::function<ReloadResult()> reload{};
    /// As a first SIGTERM; later calls do nothing.
    std::function<void()> drain{};
};

/// A token for the live feed.
struct FeedToken {
    std::string text;
    std::chrono::seconds lifetime{};
};

/// Makes one for whoever has the session. Called on the control thread.
using FeedPort = std::function<FeedToken(const auth::OperatorSessions::Session&)>;

struct OperatorAccess {
    auth::OperatorDoor& door; ///< outlives the HTTP server
    ConnectionPort connections;
    hub::Store* store = nullptr; ///< of what is said; null when nothing is kept
    std::optional<ModerationAccess> moderation{};
    LogPort logs{};                    ///< must be there
    ConfigurationPort configuration{}; ///< must be there
    NodePort node{};
    FeedPort feed{}; ///< must be there
};

} // namespace chinwag::http
