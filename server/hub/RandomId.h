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

/// For a chat message of that `time` (milliseconds since 1970), of which it is the first 12 hexadecimal
/// digits; 12 more are of `random`. Ids that grow with time go next to each other into the store's index:
/// random ones would each change another page of it, which costs more than all else about keeping a message.
std::string messageId(std::int64_t time, std::uint64_t random);
/// For a chat message of now.
std::string randomMessageId();

/// For a client: a random UUID (RFC 9562 version 4).
std::string randomClientId();

} // namespace chinwag::hub
