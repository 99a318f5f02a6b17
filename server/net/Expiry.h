// Ends a connection whose time is over, such as that of its token.
#pragma once

#include "hub/Link.h"
#include "net/TimerWheel.h"

#include <chrono>

namespace chinwag::net {

class Reactor;

/// Confined to its reactor's thread; part of what it ends.
class Expiry final : public Deadline {
public:
    Expiry(Reactor& reactor, hub::Link& link) : reactor_(reactor), link_(link) {}

    /// Closes the link in a later turn, once it is `when` by the time of day.
    void set(std::chrono::system_clock::time_point when);
    void onDeadline() override;

private:
    Reactor& reactor_;
    hub::Link& link_;
    std::chrono::system_clock::time_point when_;
};

} // namespace chinwag::net
