// Port: what a session and the fan-out may ask of a connection. The net room implements it.
#pragma once

#include "hub/SharedFrame.h"
#include "protocol/CloseCode.h"

#include <chrono>
#include <string_view>

namespace chinwag::hub {

/// All calls are made on the thread of the worker that owns the connection. None of them destroys the
/// session or the link: what has to end ends after the worker's turn, so callers may go on iterating.
class Link {
public:
    Link() = default;
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;
    virtual ~Link() = default;

    /// Queues a frame; it is written at the end of the worker's turn. A peer that lets more than the
    /// queue limit pile up is closed with CloseCode::Slow.
    virtual void send(const FrameRef& frame) = 0;

    /// Session::onTimer() is called after `delay`, in place of a time that was asked for before. A
    /// session may call it while it is made.
    virtual void setTimer(std::chrono::milliseconds delay) = 0;

    /// The peer has answered the session's ping. False when there was none to answer.
    virtual bool pongReceived() = 0;

    /// Counts one message of the peer against the rate that it is held to; false when it is over it. For
    /// sessions that keepRate() themselves.
    virtual bool withinRate() = 0;

    /// Starts the closing handshake after what is queued. `reason` is shown to the peer.
    virtual void close(protocol::CloseCode code, std::string_view reason) = 0;
};

} // namespace chinwag::hub
