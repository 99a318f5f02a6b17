#include "bench/generator/Swarm.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <utility>

namespace chinwag::bench {

namespace {

constexpr std::size_t scratchSize = std::size_t{1} << 20;
constexpr int eventsATurn = 1024;

timespec untilThen(Instant until) {
    const auto left = std::max(until - Clock::now(), Clock::duration::zero());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    timespec wait{};
    wait.tv_sec = seconds.count();
    wait.tv_nsec = Nanoseconds(left - seconds).count();
    return wait;
}

} // namespace

Swarm::Swarm(Target target, DeliverySink& sink)
    : target_(std::move(target)), sink_(sink), epoll_(::epoll_create1(EPOLL_CLOEXEC)), scratch_(scratchSize) {
    if (!epoll_.isOpen())
        failure_ = systemFailure("epoll_create1");
}

Check Swarm::open(std::size_t count, std::size_t concurrency, Nanoseconds timeout) {
    const Instant deadline = Clock::now() + timeout;
    while (opened_ < count) {
        while (connections_.size() < count && connections_.size() - opened_ < concurrency)
            if (auto failed = openOne())
                return failed;
        if (auto failed = turn(deadline))
            return failed;
        if (Clock::now() >= deadline && opened_ < count)
            return Failure{"only " + std::to_string(opened_) + " of " + std::to_string(count) +
                           " connections opened in time"};
    }
    return {};
}

Check Swarm::begin(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (auto failed = openOne())
            return failed;
    return {};
}

void Swarm::cut() {
    connections_.clear();
    opened_ = 0;
}

Check Swarm::openOne() {
    const std::size_t index = connections_.size();
    auto descriptor = target_.endpoint.beginConnect(index);
    if (auto* failed = std::get_if<Failure>(&descriptor))
        return *failed;
    connections_.emplace_back(index, std::move(std::get<Descriptor>(descriptor)));
    epoll_event event{};
    // Edge-triggered: once is enough for all that can happen, and the kernel does not ask each socket twice.
    event.events = static_cast<std::uint32_t>(EPOLLIN) | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &connections_.back();
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, connections_.back().descriptor(), &event) != 0)
        return systemFailure("epoll_ctl");
    return {};
}

Check Swarm::turn(Instant until) {
    if (failure_)
        return failure_;
    std::array<epoll_event, eventsATurn> events{};
    const timespec wait = untilThen(until);
    // Nanoseconds matter: rounding to epoll_wait's milliseconds would show as latency.
    const int ready = ::epoll_pwait2(epoll_.get(), events.data(), eventsATurn, &wait, nullptr);
    if (ready < 0 && errno != EINTR)
        return systemFailure("epoll_pwait2");
    for (int i = 0; i < ready && !failure_; ++i) {
        const epoll_event& event = events[static_cast<std::size_t>(i)];
        if (auto failed = handle(*static_cast<Connection*>(event.data.ptr), event.events))
            failure_ = std::move(failed);
    }
    return failure_;
}

Check Swarm::runUntil(Instant until) {
    while (Clock::now() < until)
        if (auto failed = turn(until))
            return failed;
    return {};
}

Check Swarm::handle(Connection& connection, std::uint32_t events) {
    constexpr std::uint32_t hangUp = EPOLLRDHUP | EPOLLHUP | EPOLLERR;
    const Connection::State before = connection.state();
    if ((events & (EPOLLOUT | hangUp)) != 0)
        if (auto failed = connection.writable(target_))
            return failed;
    if ((events & (EPOLLIN | hangUp)) != 0) {
        readAt_ = Clock::now();
        if (auto failed = connection.readable(target_, scratch_, (events & hangUp) != 0, sink_))
            return failed;
    }
    if (before != Connection::State::Open && connection.state() == Connection::State::Open)
        ++opened_;
    return {};
}

void Swarm::say(std::size_t connection, std::string_view text) {
    auto failed = connections_[connection].send(wrap(target_.dialect, text));
    if (failed && !failure_)
        failure_ = std::move(failed);
}

} // namespace chinwag::bench
