#include "net/Drain.h"

#include "net/Reactor.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

namespace {

constexpr std::size_t waves = 16; // one a tick: the last client is told after 1.6 s
constexpr std::size_t smallestWave = 32;

} // namespace

Drain::Drain(Reactor& reactor, std::function<void()> drained)
    : reactor_(reactor), drained_(std::move(drained)) {}

void Drain::begin() {
    waveSize_ = std::max(smallestWave, reactor_.peerCount() / waves + 1);
    onDeadline();
}

void Drain::onDeadline() {
    if (reactor_.peerCount() == 0) {
        drained_();
        return;
    }
    reactor_.shutDownSome(waveSize_);
    reactor_.schedule(*this, TimerWheel::tick);
}

} // namespace chinwag::net
