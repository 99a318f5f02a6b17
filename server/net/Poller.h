// One epoll set: many descriptors seen as one.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace chinwag::net {

/// Told which events (EPOLLIN, EPOLLOUT, ...) its descriptor has. Must stay alive until the end of the
/// dispatch in which it was removed: an event for it may already have been fetched.
class PollHandler {
public:
    PollHandler() = default;
    PollHandler(const PollHandler&) = delete;
    PollHandler& operator=(const PollHandler&) = delete;
    virtual ~PollHandler() = default;
    virtual void onReady(std::uint32_t events) = 0;
};

/// Confined to one thread. Its own descriptor is readable when one of those in it is ready, so that an
/// event loop which watches that one watches all of them.
class Poller {
public:
    Poller();
    ~Poller();
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    /// -1 when the set could not be made.
    int descriptor() const { return epoll_; }

    /// False, with errno set, when the kernel refuses.
    [[nodiscard]] bool add(int descriptor, std::uint32_t events, PollHandler& handler);
    [[nodiscard]] bool modify(int descriptor, std::uint32_t events, PollHandler& handler);
    void remove(int descriptor);

    /// Hands out what is ready without waiting, one fetch of at most batchSize events.
    /// Returns how many there were.
    std::size_t dispatch();

    static constexpr std::size_t batchSize = 512;

private:
    bool control(int operation, int descriptor, std::uint32_t events, PollHandler* handler);

    int epoll_;
    std::array<epoll_event, batchSize> events_{};
};

} // namespace chinwag::net
