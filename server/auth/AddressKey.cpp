#include "auth/AddressKey.h"

#include "protocol/Address.h"

namespace chinwag::auth {

std::string addressKey(const std::string& text) {
    const auto address = protocol::Address::parse(text);
    return address ? address->limitKey().toString() : text;
}

} // namespace chinwag::auth
