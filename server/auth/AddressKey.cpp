#include "auth/AddressKey.h"

#include "protocol/Address.h"

namespace chinwag::auth {

std::string addressKey(const std::string& address) {
    const auto parsed = protocol::Address::parse(address);
    return parsed ? parsed->limitKey().toString() : address;
}

} // namespace chinwag::auth
