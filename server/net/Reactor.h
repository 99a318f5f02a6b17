// One worker's turn: readiness, timers, the inbox, the fan-out and the writes that follow, without Qt.
#pragma once

#include "hub/Channel.h"
#include "hub/Fanout.h"
#include "hub/Inbox.h"
#include "hub/Session.h"
#include "metrics/WorkerMetrics.h"
#include "net/NetSettings.h"
#include "net/Peer.h"
#include "net/Poller.h"
#include "net/SlotTable.h"
#include "net/TimerWheel.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace chinwag::net {

class Connection;

/// Owns the connections of a worker. Confined to the worker's thread, but for post() and postTask().
///
/// A turn reads what is ready, drains the inbox, queues it to its recipients, writes each connection that
/// has something once, and only then destroys what has ended: nothing that is iterated or called back
/// goes away under it.
class Reactor final : public hub::Mailbox {
public:
    Reactor(hub::WorkerIndex index, std::shared_ptr<const NetSettings> settings);
    ~Reactor() override;

    /// False when the kernel gave no descriptors for it; errno says why.
    bool isUsable() const;

    /// Readable when a turn is due.
    int descriptor() const { return poller_.descriptor(); }
    void turn();
    /// Destroys all peers, at the end of the worker's life and on its thread.
    void clear();

    /// Any thread: a publication for this worker's subscribers.
    void post(hub::Delivery delivery) override;
    /// Any thread: something to be done in this worker's next turn.
    void postTask(std::function<void()> task) override;

    hub::WorkerIndex index() const { return index_; }
    Poller& poller() { return poller_; }
    metrics::WorkerMetrics& metrics() { return metrics_; }
    const metrics::WorkerMetrics& metrics() const { return metrics_; }
    const NetSettings& settings() const { return *settings_; }
    void setSettings(std::shared_ptr<const NetSettings> settings) { settings_ = std::move(settings); }
    /// The time at which the turn began, or the time outside of one.
    SteadyTime now() const;
    /// Scratch space for what is read, shared by all connections: valid until the next read.
    std::span<char> receiveBuffer() { return receiveBuffer_; }

    void schedule(Deadline& deadline, std::chrono::milliseconds delay);

    /// The connection has something to write: it is flushed at the end of the turn.
    void markDirty(Connection& connection);
    /// Takes a peer over; it stays until bury().
    void adopt(std::unique_ptr<Peer> peer);
    /// Ends a peer's life after this turn.
    void bury(Peer& peer);
    /// Ends a session's life after this turn.
    void retire(std::unique_ptr<hub::Session> session);

    /// The open WebSockets, by the names that operators know them by.
    SlotTable<Connection>& connections() { return connections_; }

    std::size_t peerCount() const { return peers_.size(); }
    /// Tells up to `count` peers that have not been told yet to shut down, from a random place on.
    void shutDownSome(std::size_t count);

private:
    // Becomes ready when another thread has posted, or when something was left for a turn.
    class WakeHandler final : public PollHandler {
    public:
        explicit WakeHandler(int descriptor) : descriptor_(descriptor) {}
        void onReady(std::uint32_t) override;

    private:
        int descriptor_;
    };

    void settle();
    void destroyEnded();
    void runTasks();
    void deliver();
    void flushDirty();
    void armTimer();
    void wake();
    void wakeOutsideTurn();
    void wakeOthers();

    const hub::WorkerIndex index_;
    std::shared_ptr<const NetSettings> settings_;
    Poller poller_;
    const int wakeDescriptor_;
    const int timerDescriptor_;
    WakeHandler onWake_;
    WakeHandler onTimer_;
    SteadyTime now_;
    TimerWheel wheel_;
    SteadyTime armedFor_;       // when timerDescriptor_ fires; max() when it is off
    bool timerStale_ = false;   // something is due before that
    bool postedToSelf_ = false; // a publication of this turn is in the inbox
    metrics::WorkerMetrics metrics_;
    std::vector<char> receiveBuffer_;

    hub::Inbox<hub::Delivery> inbox_;
    hub::Inbox<std::function<void()>> tasks_;
    std::vector<Reactor*> toWake_;          // others whose inbox this turn was the first to fill
    std::vector<hub::Delivery> deliveries_; // scratch, keep their capacity
    std::vector<std::function<void()>> dueTasks_;
    hub::Fanout fanout_;

    SlotTable<Connection> connections_;
    std::vector<std::unique_ptr<Peer>> peers_;
    std::vector<Connection*> dirty_;
    std::vector<std::unique_ptr<hub::Session>> retired_;
    std::vector<std::unique_ptr<Peer>> buried_;
};

} // namespace chinwag::net
