// Watches the frames of one connection for a while.
#pragma once

#include "net/TimerWheel.h"
#include "protocol/TracedFrame.h"

#include <cstddef>
#include <string_view>

namespace chinwag::net {

class Reactor;

/// Confined to its reactor's thread, and part of its connection; made only when an operator asks. It gathers
/// frames and tells them in batches, four a second, so that what it costs has a limit whatever the connection
/// does.
class FrameTrace final : private Deadline {
public:
    /// Of one batch; more are counted.
    static constexpr std::size_t maxFrames = 50;
    static constexpr std::size_t maxText = 1'024; ///< bytes of each frame that are shown

    /// `sink` is called from the event loop, and by end().
    FrameTrace(Reactor& reactor, const protocol::TraceOptions& options, protocol::TraceSink sink);

    void addIncoming(protocol::Opcode opcode, std::string_view payload);
    /// Whole frames as a server sends them, one behind the other.
    void addOutgoing(std::string_view frames);
    /// Tells the rest, and nothing after it. `why` as TraceBatch::ended.
    void end(std::string_view why);
    /// Its time is over, or it was ended: nothing is added any more.
    bool isOver() const { return isOver_; }

private:
    void onDeadline() override;
    void add(bool isIncoming, protocol::Opcode opcode, std::string_view payload);
    void tell();

    Reactor& reactor_;
    const SteadyTime endsAt_;
    const bool withText_;
    const protocol::TraceSink sink_;
    protocol::TraceBatch batch_;
    bool isOver_ = false;
};

} // namespace chinwag::net
