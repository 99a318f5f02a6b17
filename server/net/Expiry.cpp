#include "net/Expiry.h"

#include "net/Reactor.h"

#include <algorithm>

namespace chinwag::net {

namespace {

// So soon a correction of the clock is noticed.
constexpr std::chrono::milliseconds longestWait = std::chrono::minutes(1);

} // namespace

void Expiry::set(std::chrono::system_clock::time_point when) {
    when_ = when;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(when - std::chrono::system_clock::now());
    reactor_.schedule(*this, std::clamp(left, std::chrono::milliseconds(0), longestWait));
}

void Expiry::onDeadline() {
    if (std::chrono::system_clock::now() < when_)
        set(when_);
    else
        link_.close(protocol::CloseCode::Expired, protocol::closeReason(protocol::CloseCode::Expired));
}

} // namespace chinwag::net
