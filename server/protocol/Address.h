// The address of a peer, as a value: what limits and bans count by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace chinwag::protocol {

/// An IPv6 address; an IPv4 one is kept as its IPv4-mapped form, so that both spellings are equal.
class Address {
public:
    static constexpr std::size_t byteCount = 16;
    static constexpr unsigned bitCount = 128;
    /// How many bits of an IPv4-mapped address come before the IPv4 ones.
    static constexpr unsigned mappedPrefix = 96;

    /// The unspecified address.
    Address() = default;

    /// Parses `192.0.2.1`, `2001:db8::1` or `::ffff:192.0.2.1`; no port, no brackets, no zone.
    static std::optional<Address> parse(std::string_view text);

    /// The address in `address`; the unspecified one when it is null or of another family than IP.
    static Address fromSockaddr(const sockaddr* address);

    /// IPv4 as `192.0.2.1`, IPv6 in its shortest form.
    std::string toString() const;

    bool isIpv4() const;
    bool isLoopback() const;

    /// The first `bits` (at most 128) bits; the rest zero.
    Address masked(unsigned bits) const;

    /// What a limit by address counts by: an IPv4 address, or the /64 that one IPv6 host has to itself.
    Address limitKey() const;

    std::size_t hash() const noexcept;

    friend bool operator==(const Address&, const Address&) = default;

private:
    std::array<std::uint8_t, byteCount> bytes_{};
};

} // namespace chinwag::protocol

template <>
struct std::hash<chinwag::protocol::Address> {
    std::size_t operator()(const chinwag::protocol::Address& address) const noexcept {
        return address.hash();
    }
};
