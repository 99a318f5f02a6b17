#pragma once

#include "bench/generator/Descriptor.h"
#include "bench/generator/Dialect.h"
#include "bench/generator/Endpoint.h"
#include "bench/generator/FrameScanner.h"
#include "bench/generator/Outcome.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace chinwag::bench {

/// What all connections of a run are made for.
struct Target {
    Endpoint endpoint;
    std::string path;
    Dialect dialect = Dialect::Plain;
    std::size_t rooms = 1; ///< client i is in room i % rooms; a single one is that of the path
    /// Centrifuge only: what client i says when it is let in.
    std::function<std::string(std::size_t)> greeting;
};

/// Gets every chat message of every connection.
class DeliverySink {
public:
    virtual ~DeliverySink() = default;
    virtual void delivered(std::size_t connection, std::string_view text) = 0;
    /// It may talk now; `text` is what the server has said about that, as far as the dialect has it.
    virtual void joined(std::size_t /*connection*/, std::string_view /*text*/) {}
};

/// One WebSocket client over a non-blocking descriptor. It keeps no buffer of its own between reads, except
/// for the piece of a frame that has come so far.
class Connection {
public:
    enum class State : std::uint8_t { Connecting, Upgrading, Joining, Open };

    Connection(std::size_t index, Descriptor fd) : fd_(std::move(fd)), index_(index) {}

    int descriptor() const { return fd_.get(); }
    State state() const { return state_; }

    /// The descriptor became writable: the connection stands, or there is room for what was left unsent.
    Check writable(const Target& target);

    /// The descriptor became readable: reads until it is empty (as an edge-triggered set demands), into
    /// `scratch`, and hands on what is complete. When the server has `hungUp`, reads on to the end.
    Check readable(const Target& target, std::span<char> scratch, bool hungUp, DeliverySink& sink);

    /// Sends a WebSocket message; what the kernel does not take waits for writable().
    Check send(std::string_view message);

private:
    Check finishConnect(const Target& target);
    Check takeBytes(const Target& target, std::string_view bytes, DeliverySink& sink);
    Check takeResponse(const Target& target, std::string_view& bytes);
    Check takeFrame(const Target& target, const ScannedFrame& frame, DeliverySink& sink);
    Check takeMessage(const Target& target, std::string_view message, DeliverySink& sink);
    Check takeText(const Target& target, std::string_view text, DeliverySink& sink);
    Check write(std::string_view bytes);
    Failure failure(const std::string& what) const;

    Descriptor fd_;
    std::size_t index_;
    State state_ = State::Connecting;
    std::string partial_;
    std::string unsent_;
};

} // namespace chinwag::bench
