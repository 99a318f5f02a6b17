// What somebody wants to publish, and on what terms.
#pragma once

#include "hub/Publication.h"
#include "protocol/ClientInfo.h"

#include <cstdint>
#include <string>

namespace chinwag::hub {

/// By which publications of whole states come in order: one whose number is not greater than the channel's
/// last, in the same epoch, is passed over.
struct Version {
    std::uint64_t number = 0; ///< 0: none, it is published in any case
    std::string epoch{};

    bool operator==(const Version&) const = default;
};

struct Message {
    std::string data;            ///< JSON text
    ChatFacts chat{};            ///< of `data`, in a chat channel
    std::string tags{};          ///< a JSON object of texts, or empty
    protocol::ClientInfo info{}; ///< who publishes; all empty when it is nobody's to know
    /// It is told to those who are there and then forgotten: it takes no offset, so nobody misses it.
    bool skipHistory = false;
    /// The same one in the same channel, within IdempotencyCache::lifetime, is published once; empty: none.
    std::string idempotencyKey{};
    Version version{};
};

} // namespace chinwag::hub
