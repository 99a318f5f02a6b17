// What a client asks for by the rpc methods that begin with `chat.`.
#pragma once

#include "hub/RoomDirectory.h"
#include "hub/RoomRules.h"
#include "hub/Sanction.h"
#include "hub/Store.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::session {

struct ChatRequest {
    std::string channel;
    std::string id;           ///< of a message
    std::string text;         ///< to be searched for, or the new one of a message
    std::string nick;         ///< a new one
    std::string user;         ///< somebody else
    std::string client;       ///< a connection of somebody
    std::string reason;       ///< of a report
    std::string after;        ///< the `next` of an earlier answer about rooms; empty: from the first
    std::uint64_t before = 0; ///< the `next` of an earlier answer about messages; 0: from the newest
    std::size_t limit = 50;
    std::optional<std::uint64_t> minutes{}; ///< how long a sanction holds; nothing: until it is lifted
    std::optional<std::uint64_t> seconds{}; ///< of a room's slow mode; 0: none
};

/// Reads `data` of an rpc: the members of ChatRequest by their names, of which `limit` is 1 to 100, `minutes`
/// 1 to 5,256,000, ten years, and `seconds` 0 to RoomRules::longestSlowMode. Nothing when one of them is not
/// what it must be; which must be there is up to the method.
std::optional<ChatRequest> readChatRequest(std::string_view data);

/// The answer, as JSON: `messages`, newest first, and `next` when there may be older ones.
std::string chatPage(const std::vector<hub::StoredMessage>& messages, std::size_t limit);

/// What may be told of a room beside its name and the marker.
struct RoomView {
    std::string_view direct; ///< the other user of a direct room, or empty
    bool last = false;       ///< when something was last said
    bool unread = false;     ///< how much was not read yet
};

/// The answer, as JSON: `rooms`, by name, and `next` when there may be more.
std::string roomPage(const std::vector<hub::Room>& rooms, std::size_t limit,
                     const std::function<RoomView(const std::string& channel)>& viewOf);

/// As JSON. `channel`, where it holds, is left out, and whom it is for unless that is a user.
std::string sanctionText(const hub::Sanction& sanction);

/// The answer, as JSON: `rooms`, and `next` when there are more.
std::string directoryPage(const hub::DirectoryPage& page);

} // namespace chinwag::session
