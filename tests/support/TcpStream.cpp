#include "support/TcpStream.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

namespace chinwag::test {

namespace {

sockaddr_in loopback(const char* address, std::uint16_t port) {
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    inet_pton(AF_INET, address, &result.sin_addr);
    return result;
}

bool bindAndConnect(int descriptor, std::uint16_t port, const TcpStream::Options& options) {
    // The receive buffer counts only when it is set before the window is announced.
    if (options.receiveBuffer > 0 && setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &options.receiveBuffer,
                                                sizeof options.receiveBuffer) != 0)
        return false;
    // A fixed source address would otherwise pin a port for every connection at bind time already.
    constexpr int on = 1;
    setsockopt(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const auto from = loopback(options.from.c_str(), 0);
    const auto to = loopback("127.0.0.1", port);
    return bind(descriptor, reinterpret_cast<const sockaddr*>(&from), sizeof from) == 0 &&
           connect(descriptor, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 &&
           fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
}

} // namespace

std::unique_ptr<TcpStream> TcpStream::connectTo(std::uint16_t port, const Options& options) {
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return nullptr;
    std::unique_ptr<TcpStream> stream(new TcpStream(descriptor));
    return bindAndConnect(descriptor, port, options) ? std::move(stream) : nullptr;
}

TcpStream::~TcpStream() {
    ::close(descriptor_);
}

bool TcpStream::waitFor(short events, QDeadlineTimer deadline) const {
    pollfd wanted{descriptor_, events, 0};
    int ready = 0;
    do {
        const auto left = std::min<qint64>(deadline.remainingTime(), std::numeric_limits<int>::max());
        ready = poll(&wanted, 1, static_cast<int>(left));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

bool TcpStream::write(std::string_view bytes, QDeadlineTimer deadline) {
    while (!bytes.empty()) {
        const ssize_t sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EINTR && (errno != EAGAIN || !waitFor(POLLOUT, deadline)))
            return false;
    }
    return true;
}

ReadStatus TcpStream::read(std::string& in, QDeadlineTimer deadline) {
    std::array<char, 65536> buffer{};
    while (waitFor(POLLIN, deadline)) {
        const ssize_t received = recv(descriptor_, buffer.data(), buffer.size(), 0);
        if (received > 0) {
            in.append(buffer.data(), static_cast<std::size_t>(received));
            return ReadStatus::Data;
        }
        if (received == 0)
            return ReadStatus::End;
        if (errno != EAGAIN && errno != EINTR)
            return ReadStatus::Reset;
    }
    return ReadStatus::Timeout;
}

void TcpStream::finish() {
    shutdown(descriptor_, SHUT_WR);
}

void TcpStream::resetOnClose() {
    const linger now{1, 0};
    setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

} // namespace chinwag::test
