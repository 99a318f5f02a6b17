// A worker: one thread, one Qt event loop, one reactor.
#pragma once

#include "net/ConnectionSearch.h"
#include "net/Drain.h"
#include "net/FrontDoor.h"
#include "net/Reactor.h"
#include "net/UserSearch.h"
#include "protocol/ChatMessage.h"
#include "protocol/CloseCode.h"
#include "protocol/ConnectionInfo.h"
#include "protocol/ConnectionQuery.h"
#include "protocol/TraceStart.h"

#include <QtCore/QSocketNotifier>
#include <QtCore/QThread>
#include <QtNetwork/QSslConfiguration>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::net {

/// Made, started and stopped by the control thread; what it is asked to do, it does on its own. Thousands
/// of connections cost Qt's event loop one descriptor, the reactor's.
class Worker {
public:
    Worker(hub::WorkerIndex index, std::shared_ptr<const NetSettings> settings, const Routes& routes);
    /// Stops it.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// False when the system has no descriptors for it.
    [[nodiscard]] bool start();
    /// Cuts all connections and ends the thread. Nothing may be posted to it any more.
    void stop();

    hub::Mailbox& mailbox() { return reactor_; }
    const metrics::WorkerMetrics& metrics() const { return reactor_.metrics(); }
    /// Connections it has or is about to have.
    std::size_t load() const;

    /// Takes over an accepted descriptor; with `tls` the handshake is made first.
    void accept(int descriptor, Arrival arrival, std::optional<QSslConfiguration> tls);
    void setSettings(std::shared_ptr<const NetSettings> settings);
    /// Refuses WebSockets from now on.
    void refuseWebSockets();
    /// Sends all connections away. `drained` is called on the worker's thread.
    void drain(std::function<void()> drained);

    // What operators ask. Each is answered once, on the worker's thread, unless the worker stops before.

    void search(const protocol::ConnectionQuery& query, ConnectionSearch::Done done);
    void users(UserSearch::Done done);
    /// One answer for each id; nothing for a connection that has ended.
    void read(std::vector<protocol::ConnectionId> ids,
              std::function<void(std::vector<std::optional<protocol::ConnectionInfo>>)> done);
    /// Answers with what the connection was like, or nothing when it had ended before.
    void close(const protocol::ConnectionId& id, protocol::CloseCode code, std::string reason,
               std::function<void(std::optional<protocol::ConnectionInfo>)> done);

    /// Traces a connection, in place of a trace of it that there is. `sink` is called on the worker's thread.
    void trace(const protocol::ConnectionId& id, const protocol::TraceOptions& options,
               protocol::TraceSink sink, std::function<void(protocol::TraceStart)> done);
    /// Answers whether there was a trace to stop.
    void stopTrace(const protocol::ConnectionId& id, std::function<void(bool)> done);
    /// Closes several, in one turn; answers how many of them had not ended before.
    void closeAll(std::vector<protocol::ConnectionId> ids, protocol::CloseCode code, std::string reason,
                  std::function<void(std::size_t)> done);
    /// Answers with what the connection is like, or nothing when there is nobody (any more) to be told.
    void tell(const protocol::ConnectionId& id, protocol::ChatMessage message,
              std::function<void(std::optional<protocol::ConnectionInfo>)> done);

    /// Closes all of whose sessions `matches` holds, in one turn; answers how many those were.
    void closeWhere(std::function<bool(const hub::SessionFacts&)> matches, protocol::CloseCode code,
                    std::string reason, std::function<void(std::size_t)> done);

    /// Has all sessions look whether the rules of operators still let them be where they are, in one turn;
    /// answers how many those hit.
    void review(std::function<void(std::size_t)> done);
    /// Looks for those of whose sessions `matches` holds, in one turn: how many there are, and what the first
    /// `most` are like.
    void findWhere(std::function<bool(const hub::Session&)> matches, std::size_t most,
                   std::function<void(protocol::MatchingConnections)> done);

private:
    void run();
    std::optional<protocol::ConnectionInfo> describe(const protocol::ConnectionId& id);
    void take(int descriptor, Arrival arrival, const std::optional<QSslConfiguration>& tls);

    Reactor reactor_;
    FrontDoor door_;
    std::atomic<std::size_t> arriving_{0};
    std::optional<Drain> drain_;
    std::unique_ptr<QSocketNotifier> notifier_; // lives in thread_
    QThread thread_;
};

} // namespace chinwag::net
