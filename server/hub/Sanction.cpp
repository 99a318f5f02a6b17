#include "hub/Sanction.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chinwag::hub {

namespace {

using Kind = SanctionTarget::Kind;

constexpr std::array<std::string_view, 4> kindNames{"user", "address", "cidr", "device"};
constexpr std::size_t shortestDevice = 8;
constexpr std::size_t longestDevice = 128;
constexpr std::size_t longestUser = 255; // bytes, as of a token

bool isDeviceCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':';
}

} // namespace

std::optional<Kind> SanctionTarget::kindCalled(std::string_view name) {
    const auto* const found = std::find(kindNames.begin(), kindNames.end(), name);
    if (found == kindNames.end())
        return std::nullopt;
    return static_cast<Kind>(found - kindNames.begin());
}

std::variant<SanctionTarget, std::string> SanctionTarget::make(Kind kind, std::string_view value) {
    const auto network = protocol::Network::parse(value);
    switch (kind) {
    case Kind::User:
        if (value.empty() || value.size() > longestUser)
            return std::string("a user is 1 to 255 bytes");
        return SanctionTarget{kind, std::string(value)};
    case Kind::Address:
        if (!network || network->bits() != protocol::Address::bitCount)
            return std::string("an address is an IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1");
        return SanctionTarget{kind, network->toString()};
    case Kind::Cidr:
        if (!network)
            return std::string("a cidr is a network such as 192.0.2.0/24 or 2001:db8::/32");
        return SanctionTarget{kind, network->toString()};
    case Kind::Device:
        if (!isValidDevice(value))
            return std::string(deviceRule);
        return SanctionTarget{kind, std::string(value)};
    }
    return std::string("a target is a user, an address, a cidr or a device");
}

bool SanctionTarget::includes(const Subject& subject) const {
    switch (kind) {
    case Kind::User: return !subject.user.empty() && subject.user == value;
    case Kind::Device: return !subject.device.empty() && subject.device == value;
    case Kind::Address:
    case Kind::Cidr: break;
    }
    const auto network = protocol::Network::parse(value);
    return network && network->contains(subject.address);
}

std::string_view name(SanctionTarget::Kind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

bool isValidDevice(std::string_view device) {
    return device.size() >= shortestDevice && device.size() <= longestDevice &&
           std::all_of(device.begin(), device.end(), isDeviceCharacter);
}

std::string_view name(Sanction::Kind kind) {
    return kind == Sanction::Kind::Ban ? "ban" : "mute";
}

} // namespace chinwag::hub
