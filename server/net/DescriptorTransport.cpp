#include "net/DescriptorTransport.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace chinwag::net {

namespace {

Transport::Result failure() {
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return {Transport::Status::Blocked};
    return {Transport::Status::Broken};
}

} // namespace

DescriptorTransport::DescriptorTransport(int descriptor, Poller& poller, Trigger trigger)
    : descriptor_(descriptor), trigger_(trigger), poller_(poller) {}

DescriptorTransport::~DescriptorTransport() {
    const int descriptor = release();
    if (descriptor >= 0)
        ::close(descriptor);
}

int DescriptorTransport::release() {
    if (watched_ != 0)
        poller_.remove(descriptor_);
    watched_ = 0;
    return std::exchange(descriptor_, -1);
}

Transport::Result DescriptorTransport::receive(std::span<char> into, int flags) {
    if (descriptor_ < 0)
        return {Status::Broken};
    const ssize_t count = ::recv(descriptor_, into.data(), into.size(), flags | MSG_DONTWAIT);
    if (count > 0)
        return {Status::Ok, static_cast<std::size_t>(count)};
    return count == 0 ? Result{Status::Ended} : failure();
}

Transport::Result DescriptorTransport::peek(std::span<char> into) {
    return receive(into, MSG_PEEK);
}

Transport::Result DescriptorTransport::read(std::span<char> into) {
    return receive(into, 0);
}

Transport::Result DescriptorTransport::write(std::span<const iovec> from) {
    if (descriptor_ < 0)
        return {Status::Broken};
    ssize_t count = 0;
    if (from.size() == 1) { // the usual case, and the cheaper call
        count = ::send(descriptor_, from[0].iov_base, from[0].iov_len, MSG_NOSIGNAL | MSG_DONTWAIT);
    } else {
        msghdr message{};
        message.msg_iov = const_cast<iovec*>(from.data());
        message.msg_iovlen = from.size();
        count = ::sendmsg(descriptor_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    if (count < 0)
        return failure();
    return {Status::Ok, static_cast<std::size_t>(count)};
}

bool DescriptorTransport::setInterest(Interest interest) {
    if (descriptor_ < 0)
        return false;
    std::uint32_t wanted = 0;
    if (interest.read)
        wanted |= std::uint32_t{EPOLLIN} | std::uint32_t{EPOLLRDHUP};
    if (interest.write)
        wanted |= std::uint32_t{EPOLLOUT};
    if (wanted != 0 && trigger_ == Trigger::Edge)
        wanted |= std::uint32_t{EPOLLET};
    if (wanted == watched_)
        return true;
    if (wanted == 0) { // a hang-up is reported even to one who waits for nothing: leave the set
        poller_.remove(descriptor_);
        watched_ = 0;
        return true;
    }
    const bool done =
        watched_ == 0 ? poller_.add(descriptor_, wanted, *this) : poller_.modify(descriptor_, wanted, *this);
    if (done)
        watched_ = wanted;
    return done;
}

void DescriptorTransport::finishWriting() {
    if (descriptor_ >= 0)
        ::shutdown(descriptor_, SHUT_WR);
}

void DescriptorTransport::abort() {
    const int descriptor = release();
    if (descriptor < 0)
        return;
    const linger now{1, 0}; // a reset instead of a goodbye that nobody answers
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(descriptor);
}

void DescriptorTransport::onReady(std::uint32_t events) {
    if (watched_ == 0 || user_ == nullptr)
        return; // fetched before it was removed
    if ((events & EPOLLOUT) != 0)
        user_->onWritable();
    if ((events & ~std::uint32_t{EPOLLOUT}) != 0 && watched_ != 0 && user_ != nullptr)
        user_->onReadable();
}

} // namespace chinwag::net
