#include "net/Poller.h"

#include <unistd.h>

namespace chinwag::net {

Poller::Poller() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}

Poller::~Poller() {
    if (epoll_ >= 0)
        ::close(epoll_);
}

bool Poller::control(int operation, int descriptor, std::uint32_t events, PollHandler* handler) {
    epoll_event event{};
    event.events = events;
    event.data.ptr = handler;
    return ::epoll_ctl(epoll_, operation, descriptor, &event) == 0;
}

bool Poller::add(int descriptor, std::uint32_t events, PollHandler& handler) {
    return control(EPOLL_CTL_ADD, descriptor, events, &handler);
}

bool Poller::modify(int descriptor, std::uint32_t events, PollHandler& handler) {
    return control(EPOLL_CTL_MOD, descriptor, events, &handler);
}

void Poller::remove(int descriptor) {
    control(EPOLL_CTL_DEL, descriptor, 0, nullptr);
}

std::size_t Poller::dispatch() {
    const int count = ::epoll_wait(epoll_, events_.data(), static_cast<int>(batchSize), 0);
    for (int i = 0; i < count; ++i) {
        const auto& event = events_[static_cast<std::size_t>(i)];
        static_cast<PollHandler*>(event.data.ptr)->onReady(event.events);
    }
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

} // namespace chinwag::net
