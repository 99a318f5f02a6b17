// By what the attempts of an address are counted.
#pragma once

#include <string>

namespace chinwag::auth {

/// As connections are counted: an IPv6 address by its /64. A text that is no address is its own key.
std::string addressKey(const std::string& address);

} // namespace chinwag::auth
