// How addresses, networks and origins are written.
#pragma once

#include <string_view>

namespace chinwag::config {

bool isIpv4(std::string_view text);
bool isIpv6(std::string_view text);

/// An address, or ADDRESS/BITS.
bool isNetwork(std::string_view text);

/// scheme://host[:port] with scheme http or https; the host may begin with "*." for every subdomain.
bool isOriginPattern(std::string_view text);

/// Something that a file name may be: any text without NUL, where the system would cut it short.
bool isPath(std::string_view text);

} // namespace chinwag::config
