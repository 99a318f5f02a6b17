#include "bench/generator/Endpoint.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

namespace chinwag::bench {

namespace {

constexpr std::size_t connectionsPerSource = 20'000;

struct HostAndPort {
    std::string host;
    std::string port;
};

Result<HostAndPort> split(std::string_view authority) {
    const std::size_t colon = authority.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == authority.size())
        return Failure{"the address needs a host and a port, as in http://127.0.0.1:8000"};
    std::string_view host = authority.substr(0, colon);
    if (host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    return HostAndPort{std::string(host), std::string(authority.substr(colon + 1))};
}

// 127.0.0.1, 127.0.0.2, ... by `index`; IP_BIND_ADDRESS_NO_PORT leaves the port to connect(), which knows
// that the same port serves several destinations.
Check bindSource(int fd, std::size_t index) {
    const int enabled = 1;
    if (::setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &enabled, sizeof enabled) != 0)
        return systemFailure("IP_BIND_ADDRESS_NO_PORT");
    sockaddr_in source{};
    source.sin_family = AF_INET;
    source.sin_addr.s_addr =
        htonl(INADDR_LOOPBACK + static_cast<std::uint32_t>(index / connectionsPerSource));
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&source), sizeof source) != 0)
        return systemFailure("bind to a loopback address");
    return {};
}

bool isIpv4Loopback(const sockaddr_storage& address) {
    if (address.ss_family != AF_INET)
        return false;
    sockaddr_in inet{};
    std::memcpy(&inet, &address, sizeof inet);
    return (ntohl(inet.sin_addr.s_addr) >> 24) == 127;
}

} // namespace

Result<Endpoint> Endpoint::parse(std::string_view url) {
    constexpr std::string_view scheme = "http://";
    if (!url.starts_with(scheme))
        return Failure{"the address must begin with http://"};
    url.remove_prefix(scheme.size());
    while (url.ends_with('/'))
        url.remove_suffix(1);
    auto parts = split(url);
    if (auto* failure = std::get_if<Failure>(&parts))
        return *failure;
    const auto& [host, port] = std::get<HostAndPort>(parts);

    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int code = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found); code != 0)
        return Failure{"cannot look up " + host + ": " + ::gai_strerror(code)};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);

    Endpoint endpoint;
    endpoint.authority_ = std::string(url);
    std::memcpy(&endpoint.address_, found->ai_addr, found->ai_addrlen);
    endpoint.addressLength_ = found->ai_addrlen;
    return endpoint;
}

Result<Descriptor> Endpoint::beginConnect(std::size_t index) const {
    auto socket = makeSocket(index, SOCK_NONBLOCK);
    if (auto* descriptor = std::get_if<Descriptor>(&socket)) {
        const auto* address = reinterpret_cast<const sockaddr*>(&address_);
        if (::connect(descriptor->get(), address, addressLength_) != 0 && errno != EINPROGRESS)
            return systemFailure("connect to " + authority_);
    }
    return socket;
}

Result<Descriptor> Endpoint::connect(std::size_t index) const {
    auto socket = makeSocket(index, 0);
    if (auto* descriptor = std::get_if<Descriptor>(&socket)) {
        const auto* address = reinterpret_cast<const sockaddr*>(&address_);
        if (::connect(descriptor->get(), address, addressLength_) != 0)
            return systemFailure("connect to " + authority_);
    }
    return socket;
}

Result<Descriptor> Endpoint::makeSocket(std::size_t index, int flags) const {
    Descriptor fd(::socket(address_.ss_family, SOCK_STREAM | SOCK_CLOEXEC | flags, 0));
    if (!fd.isOpen())
        return systemFailure("socket");
    const int enabled = 1;
    if (::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &enabled, sizeof enabled) != 0)
        return systemFailure("TCP_NODELAY");
    // Closing resets the connection: ten thousand ports in TIME_WAIT would be in the way of the next run.
    const linger reset{1, 0};
    if (::setsockopt(fd.get(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset) != 0)
        return systemFailure("SO_LINGER");
    if (isIpv4Loopback(address_))
        if (auto failure = bindSource(fd.get(), index))
            return *failure;
    return fd;
}

} // namespace chinwag::bench
