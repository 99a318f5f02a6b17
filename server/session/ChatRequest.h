// What a client asks of a room's past by the rpc methods `chat.history` and `chat.search`.
#pragma once

#include "hub/Store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::session {

struct ChatRequest {
    std::string channel;
    std::string text;         ///< to be searched for; of chat.search
    std::uint64_t before = 0; ///< the `next` of an earlier answer; 0: from the newest
    std::size_t limit = 50;
};

/// Reads `data` of an rpc: `channel`, `before`, `limit` (1 to 100) and `text`. Nothing when one of them is
/// not what it must be or the channel is missing.
std::optional<ChatRequest> readChatRequest(std::string_view data);

/// The answer, as JSON: `messages`, newest first, and `next` when there may be older ones.
std::string chatPage(const std::vector<hub::StoredMessage>& messages, std::size_t limit);

} // namespace chinwag::session
