// Names that are not given twice.
#pragma once

#include <cstdint>
#include <string>

namespace chinwag::hub {

/// 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

/// 64 random bits, not for secrets. Any thread.
std::uint64_t randomNumber();

/// For an epoch: short, and different from every one before it.
std::string randomEpoch();

/// For a chat message.
std::string randomMessageId();

/// For a client: a random UUID (RFC 9562 version 4).
std::string randomClientId();

} // namespace chinwag::hub
