// Sends the peers of a reactor away in waves, so that not all of them reconnect at the same moment.
#pragma once

#include "net/TimerWheel.h"

#include <cstddef>
#include <functional>

namespace chinwag::net {

class Reactor;

/// Confined to its reactor's thread.
class Drain final : private Deadline {
public:
    /// `drained` is called once, when the last peer has gone.
    Drain(Reactor& reactor, std::function<void()> drained);

    /// Sends the first wave.
    void begin();

private:
    void onDeadline() override;

    Reactor& reactor_;
    std::function<void()> drained_;
    std::size_t waveSize_ = 0;
};

} // namespace chinwag::net
