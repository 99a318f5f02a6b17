#include "protocol/Address.h"

#include <algorithm>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace chinwag::protocol {

namespace {

constexpr std::array<std::uint8_t, 12> mappedStart{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr unsigned hostBitsFrom = 64;

} // namespace

std::optional<Address> Address::parse(std::string_view text) {
    // inet_pton wants a terminated string and would stop at a NUL inside.
    if (text.size() >= INET6_ADDRSTRLEN || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    std::array<char, INET6_ADDRSTRLEN> terminated{};
    std::copy(text.begin(), text.end(), terminated.begin());
    Address address;
    if (text.find(':') != std::string_view::npos) {
        if (inet_pton(AF_INET6, terminated.data(), address.bytes_.data()) != 1)
            return std::nullopt;
        return address;
    }
    std::copy(mappedStart.begin(), mappedStart.end(), address.bytes_.begin());
    if (inet_pton(AF_INET, terminated.data(), address.bytes_.data() + mappedStart.size()) != 1)
        return std::nullopt;
    return address;
}

Address Address::fromSockaddr(const sockaddr* address) {
    Address out;
    if (address == nullptr)
        return out;
    // Copied, not cast: the caller's storage need not be aligned for the family's own type.
    if (address->sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, address, sizeof v4);
        std::copy(mappedStart.begin(), mappedStart.end(), out.bytes_.begin());
        std::memcpy(out.bytes_.data() + mappedStart.size(), &v4.sin_addr, sizeof v4.sin_addr);
    } else if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        std::memcpy(out.bytes_.data(), &v6.sin6_addr, sizeof v6.sin6_addr);
    }
    return out;
}

std::string Address::toString() const {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool v4 = isIpv4();
    inet_ntop(v4 ? AF_INET : AF_INET6, bytes_.data() + (v4 ? mappedStart.size() : 0), text.data(),
              static_cast<socklen_t>(text.size()));
    return text.data();
}

bool Address::isIpv4() const {
    return std::equal(mappedStart.begin(), mappedStart.end(), bytes_.begin());
}

bool Address::isLoopback() const {
    if (isIpv4())
        return bytes_[mappedStart.size()] == 127;
    return bytes_.back() == 1 &&
           std::all_of(bytes_.begin(), bytes_.end() - 1, [](std::uint8_t byte) { return byte == 0; });
}

Address Address::masked(unsigned bits) const {
    Address out = *this;
    for (unsigned i = 0; i < byteCount; ++i) {
        const unsigned kept = std::min(8U, bits - std::min(bits, i * 8));
        out.bytes_[i] = static_cast<std::uint8_t>(out.bytes_[i] & (0xFF00U >> kept));
    }
    return out;
}

Address Address::limitKey() const {
    return isIpv4() ? *this : masked(hostBitsFrom);
}

std::size_t Address::hash() const noexcept {
    // FNV-1a: an attacker would need many /64 networks to make keys collide on purpose.
    std::uint64_t value = 0xCBF29CE484222325ULL;
    for (const std::uint8_t byte : bytes_)
        value = (value ^ byte) * 0x100000001B3ULL;
    return static_cast<std::size_t>(value ^ (value >> 32));
}

} // namespace chinwag::protocol
