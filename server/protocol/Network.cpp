#include "protocol/Network.h"

#include <charconv>

namespace chinwag::protocol {

std::optional<Network> Network::parse(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = Address::parse(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    Network out(*address);
    if (slash == std::string_view::npos)
        return out;
    const bool isV4 = text.substr(0, slash).find(':') == std::string_view::npos;
    const unsigned before = isV4 ? Address::mappedPrefix : 0;
    const auto digits = text.substr(slash + 1);
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc() || end != digits.data() + digits.size() || bits > Address::bitCount - before)
        return std::nullopt;
    out.bits_ = bits + before;
    out.start_ = address->masked(out.bits_);
    return out;
}

std::string Network::toString() const {
    auto text = start_.toString();
    if (bits_ == Address::bitCount)
        return text;
    const bool isV4 = start_.isIpv4() && bits_ >= Address::mappedPrefix;
    return text + '/' + std::to_string(isV4 ? bits_ - Address::mappedPrefix : bits_);
}

} // namespace chinwag::protocol
