// All open connections of all workers, for those who look after the server.
#pragma once

#include "hub/Session.h"
#include "net/ConnectionSearch.h"
#include "protocol/ChatMessage.h"
#include "protocol/CloseCode.h"
#include "protocol/ConnectedUser.h"
#include "protocol/ConnectionInfo.h"
#include "protocol/ConnectionQuery.h"
#include "protocol/TraceStart.h"

#include <QtCore/QObject>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace chinwag::net {

class Worker;

/// Nobody keeps a table of connections beside the connections: what is asked for is gathered from the
/// workers, each of which looks at its own. Lives on the control thread, which the answers come back to.
/// To be destroyed after the workers have stopped and before they are destroyed; a question that is open
/// then is dropped with all that its callback holds.
class ConnectionDirectory {
public:
    using Traced = std::function<void(protocol::TraceStart)>;

    explicit ConnectionDirectory(const std::vector<std::unique_ptr<Worker>>& workers);
    ~ConnectionDirectory();
    ConnectionDirectory(const ConnectionDirectory&) = delete;
    ConnectionDirectory& operator=(const ConnectionDirectory&) = delete;

    void list(const protocol::ConnectionQuery& query, std::function<void(protocol::ConnectionListing)> done);
    void read(const std::vector<protocol::ConnectionId>& ids,
              std::function<void(protocol::ConnectionInfos)> done);
    /// Takes the connections of each user together.
    void users(std::function<void(protocol::ConnectedUsers)> done);
    /// Closes one. `done` gets what it was like, or nothing when it had ended before.
    void close(const protocol::ConnectionId& id, protocol::CloseCode code, const std::string& reason,
               std::function<void(std::optional<protocol::ConnectionInfo>)> done);
    /// Traces one, in place of a trace of it that there is. `sink` is called on the thread of a worker.
    void trace(const protocol::ConnectionId& id, const protocol::TraceOptions& options,
               const protocol::TraceSink& sink, Traced done);
    /// `done` gets whether there was a trace to stop.
    void stopTrace(const protocol::ConnectionId& id, std::function<void(bool)> done);
    /// Closes several. `done` gets how many of them had not ended before.
    void closeAll(const std::vector<protocol::ConnectionId>& ids, protocol::CloseCode code,
                  const std::string& reason, std::function<void(std::size_t)> done);
    /// Tells one something that nobody else hears. `done` gets what it is like, or nothing when there was
    /// nobody (any more) to be told.
    void tell(const protocol::ConnectionId& id, const protocol::ChatMessage& message,
              std::function<void(std::optional<protocol::ConnectionInfo>)> done);
    /// Closes all of whose sessions `matches` holds, which the workers call. `done` gets how many those
    /// were. What is refused from now on must be so before this is called: then nobody slips through.
    void closeWhere(const std::function<bool(const hub::SessionFacts&)>& matches, protocol::CloseCode code,
                    const std::string& reason, std::function<void(std::size_t)> done);

    /// Has all sessions look whether the rules of operators still let them be where they are. `done` gets how
    /// many those hit. The rules must hold before this is called: then nobody slips through.
    void review(std::function<void(std::size_t)> done);
    /// Looks for those of whose sessions `matches` holds, which the workers call.
    void findWhere(const std::function<bool(const hub::Session&)>& matches, std::size_t most,
                   std::function<void(protocol::MatchingConnections)> done);

private:
    struct PendingMatch;
    struct PendingSweep;
    struct PendingList;
    struct PendingRead;
    struct PendingUsers;
    using OneDone = std::function<void(std::optional<protocol::ConnectionInfo>)>;

    void takeFound(std::uint64_t question, FoundConnections found);
    void takeInfos(std::uint64_t question, const std::vector<std::size_t>& places,
                   protocol::ConnectionInfos infos);
    void takeUsers(std::uint64_t question, protocol::ConnectedUsers found);
    void takeMatching(std::uint64_t question, protocol::MatchingConnections found);
    void takeSwept(std::uint64_t question, std::size_t closed);
    void takeOne(std::uint64_t question, std::optional<protocol::ConnectionInfo> info);

    const std::vector<std::unique_ptr<Worker>>& workers_;
    QObject home_; // on the control thread: what comes back is called there, and only while this lives
    std::uint64_t lastQuestion_ = 0;
    std::unordered_map<std::uint64_t, PendingList> lists_;
    std::unordered_map<std::uint64_t, PendingRead> reads_;
    std::unordered_map<std::uint64_t, PendingUsers> users_;
    std::unordered_map<std::uint64_t, PendingSweep> sweeps_;
    std::unordered_map<std::uint64_t, PendingMatch> matches_;
    std::unordered_map<std::uint64_t, Traced> traces_;
    std::unordered_map<std::uint64_t, std::function<void(bool)>> stops_;
    std::unordered_map<std::uint64_t, OneDone> ones_; // questions about one connection
};

} // namespace chinwag::net
