// What was said in a channel: from its memory when that reaches back far enough, otherwise from the store.
#pragma once

#include "hub/Hub.h"
#include "protocol/CentrifugeReply.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::hub {

/// A publication as it is told, wherever it was found.
struct PastPublication {
    std::string data; ///< JSON text
    std::string info; ///< JSON of who published, or empty
    std::string tags; ///< a JSON object, or empty
    std::uint64_t offset = 0;
    std::int64_t time = 0; ///< milliseconds since 1970
};

/// What is told of it: its data, or what became of the message.
std::string dataOf(const StoredMessage& message);
PastPublication pastOf(const Publication& publication);
PastPublication pastOf(const StoredMessage& message);

/// As the protocol shows them; valid while `publications` are.
std::vector<protocol::PublicationView> viewsOf(const std::vector<PastPublication>& publications);

struct PastPage {
    protocol::StreamPosition position; ///< of the channel
    std::vector<PastPublication> publications;
};

enum class PastError : std::uint8_t {
    OtherEpoch,  ///< the position is of a stream that has ended
    Unavailable, ///< the store cannot answer now
};

using PastResult = std::variant<PastPage, PastError>;

/// What `filter` asks for, as far as that is remembered. Nothing when the store has to be asked.
std::optional<PastResult> recall(Hub& hub, Channel& channel, const HistoryFilter& filter);

/// Asks the store, after recall() has not answered. `done` is called once, on a thread of the store.
void lookUp(Hub& hub, Channel& channel, const HistoryFilter& filter, std::function<void(PastResult)> done);

/// Forgets what was said in `channel`, in memory and on the disk; its position stays. `done` is called once,
/// at once or on a thread of the store, with whether it is gone.
void forget(Hub& hub, Channel& channel, std::function<void(bool)> done);

} // namespace chinwag::hub
