// An open WebSocket: a transport, a frame reader, a send queue and a session.
#pragma once

#include "hub/Link.h"
#include "hub/Opening.h"
#include "hub/Session.h"
#include "metrics/WorkerMetrics.h"
#include "net/ConnectionCensus.h"
#include "net/FrameReader.h"
#include "net/FrameTrace.h"
#include "net/Peer.h"
#include "net/SendQueue.h"
#include "net/SlotTable.h"
#include "net/Tally.h"
#include "net/TimerWheel.h"
#include "net/TokenBucket.h"
#include "net/Transport.h"
#include "protocol/Address.h"
#include "protocol/ConnectionQuery.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chinwag::net {

class Reactor;

/// Confined to its reactor's thread. RFC 6455 sections 5.5 and 7 say how it pings and closes.
class Connection final : public Peer, public hub::Link, private TransportUser, private Deadline {
public:
    /// Makes the session before the peer is told that the WebSocket is open: from then on the peer may
    /// count on hearing everything.
    Connection(Reactor& reactor, ConnectionCensus::Entry entry, const protocol::Address& client,
               const hub::SessionMaker& makeSession);
    ~Connection() override;

    /// Begins to write and to read, beginning with what the peer sent right behind its handshake. To be
    /// called once, after it has been adopted.
    void start(std::unique_ptr<Transport> transport, std::string& leftover);

    void send(const hub::FrameRef& frame) override;
    void close(protocol::CloseCode code, std::string_view reason) override;
    void setTimer(std::chrono::milliseconds delay) override;
    bool pongReceived() override;
    bool withinRate() override;
    void shutDown() override;

    /// What its session says; nothing when it is being closed.
    std::optional<hub::SessionFacts> facts() const;
    /// Null when it is being closed.
    const hub::Session* session() const { return session_.get(); }
    /// As Session::review().
    bool review() { return session_ != nullptr && session_->review(); }
    /// As Session::tell().
    bool tell(const protocol::ChatMessage& message) { return session_ != nullptr && session_->tell(message); }
    /// Fills in what costs nothing and, of what costs, the `columns`.
    void describe(protocol::ConnectionInfo& info, const protocol::ConnectionColumns& columns);

    /// Tells `sink` its frames for a while, in place of a trace that there is.
    void trace(const protocol::TraceOptions& options, protocol::TraceSink sink);
    /// False when there is no trace.
    bool stopTrace();

    /// Writes what is queued; the reactor calls it once a turn for a connection that was marked dirty.
    void flush();

private:
    enum class State : std::uint8_t {
        Open,
        Closing,   // our close frame is sent or queued, the peer's is awaited
        Finishing, // no frame matters any more: write what is queued, end the stream, await its end
        Gone,      // buried
    };
    // Wakes a connection that was read more slowly than it sends.
    class Resume final : public Deadline {
    public:
        explicit Resume(Connection& connection) : connection_(connection) {}
        void onDeadline() override { connection_.resumeReading(); }

    private:
        Connection& connection_;
    };

    // Tells the session the time.
    class SessionTimer final : public Deadline {
    public:
        explicit SessionTimer(Connection& connection) : connection_(connection) {}
        void onDeadline() override {
            if (connection_.session_)
                connection_.session_->onTimer();
        }

    private:
        Connection& connection_;
    };

    void onReadable() override;
    void onWritable() override { flush(); }
    void onDeadline() override;

    void receive(std::span<char> bytes);
    // False when reading must stop.
    bool handle(FrameReader::Event event);
    bool handleMessage(bool text);
    bool handleControl(FrameReader::Event event);
    bool mayReadOn();
    void throttle(std::span<char> rest);
    void resumeReading();

    void ask();
    void queue(const hub::FrameRef& frame);
    void beginClosing(std::uint16_t code, std::string_view reason, metrics::Closing why, State next);
    void closeSlow();
    void finish();
    void vanish(metrics::Closing why);
    void leave();
    void accountQueue();
    void traceIncoming(FrameReader::Event event);
    void endTrace(std::string_view why) {
        if (trace_)
            trace_->end(why);
    }

    Reactor& reactor_;
    std::unique_ptr<Transport> transport_;
    ConnectionCensus::Entry entry_;
    const protocol::Address client_;
    const std::chrono::system_clock::time_point connectedAt_;
    SlotTable<Connection>::Place place_; // generation 0: in no table
    Tally tally_;
    std::unique_ptr<FrameTrace> trace_;          // null but while an operator watches
    std::unique_ptr<SessionTimer> sessionTimer_; // made when the session, maybe while it is made, asks for it
    std::unique_ptr<hub::Session> session_;
    FrameReader reader_;
    SendQueue queue_;

    State state_ = State::Open;
    bool dirty_ = false;        // in the reactor's list
    bool blocked_ = false;      // the kernel took less than there was
    bool throttled_ = false;    // not read until resume_ fires
    bool writingDone_ = false;  // the stream has been ended towards the peer
    bool heard_ = false;        // something came since the last ping
    bool awaitingPong_ = false; // the deadline is for that, not for the next ping
    bool pinged_ = false;       // the last ping was not answered yet

    TokenBucket messages_;
    TokenBucket controlFrames_;
    TokenBucket fragments_;
    std::unique_ptr<Resume> resume_; // made for the first throttling
    std::string backlog_;            // read but not looked at while throttled
    std::size_t accountedBytes_ = 0; // of queue_, in the metrics
};

} // namespace chinwag::net
