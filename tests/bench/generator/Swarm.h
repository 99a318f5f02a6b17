#pragma once

#include "bench/generator/Clock.h"
#include "bench/generator/Connection.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace chinwag::bench {

/// Many clients of one server, on one epoll set and one thread. The first thing that goes wrong on any of
/// them ends the run.
class Swarm {
public:
    Swarm(Target target, DeliverySink& sink);

    /// Opens `count` clients, at most `concurrency` of them on the way at a time, and returns when all are
    /// open.
    Check open(std::size_t count, std::size_t concurrency, Nanoseconds timeout);

    /// Begins to open `count` clients, all of them at once; they open in the turns that follow.
    Check begin(std::size_t count);

    /// Lets go of all clients without a word, as when the network is lost; others may be opened then.
    void cut();

    /// Waits for events, at most until `until`, and handles those that are there.
    Check turn(Instant until);

    /// The same again and again, until `until`.
    Check runUntil(Instant until);

    /// Says `text` as client `connection`. A failure is reported by the turn that is under way or comes next.
    void say(std::size_t connection, std::string_view text);

    std::size_t size() const { return connections_.size(); }

    /// When the read began whose bytes are being handled.
    Instant readAt() const { return readAt_; }

private:
    Check openOne();
    Check handle(Connection& connection, std::uint32_t events);

    Target target_;
    DeliverySink& sink_;
    Descriptor epoll_;
    std::deque<Connection> connections_;
    std::vector<char> scratch_;
    std::size_t opened_ = 0;
    Instant readAt_;
    Check failure_;
};

} // namespace chinwag::bench
