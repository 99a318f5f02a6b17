// A range of addresses, as a value: what bans are for.
#pragma once

#include "protocol/Address.h"

#include <optional>
#include <string>
#include <string_view>

namespace chinwag::protocol {

/// All addresses that begin with the same bits; a single address is one of all its bits.
class Network {
public:
    /// Everything.
    Network() = default;
    explicit Network(const Address& address) : start_(address), bits_(Address::bitCount) {}

    /// Parses an address, or ADDRESS/BITS; what is set behind the bits does not matter.
    static std::optional<Network> parse(std::string_view text);

    bool contains(const Address& address) const { return address.masked(bits_) == start_; }
    const Address& start() const { return start_; }
    /// Of the IPv6 or IPv4-mapped form, so 120 for an IPv4 /24.
    unsigned bits() const { return bits_; }

    /// As it is written: `192.0.2.0/24`, and a single address without its bits.
    std::string toString() const;

    friend bool operator==(const Network&, const Network&) = default;

private:
    Address start_;
    unsigned bits_ = 0;
};

} // namespace chinwag::protocol
