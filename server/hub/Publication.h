// One thing that happened in a channel: immutable, shared by every thread that delivers it.
#pragma once

#include "hub/Dialect.h"
#include "protocol/ChatMessage.h"
#include "protocol/ClientInfo.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace chinwag::hub {

/// What is known of a chat message beside its data; for the store.
struct ChatFacts {
    std::string id{};
    std::string clientId{};
    std::string text{};
};

struct Publication {
    enum class Kind : std::uint8_t {
        Message,
        Join,
        Leave,
        Check, ///< goes to no recipient: all up to its offset must have come before it
        Anew   ///< goes to no recipient: another stream begins, what was told may not be had again
    };
    /// What a message is to the chat.
    enum class Role : std::uint8_t {
        Said,
        Change,    ///< tells what became of the message `chat.id`
        Tombstone, ///< stands where a message was
        Signal,    ///< of the moment: not remembered, and not told to the client that it comes from
    };

    Kind kind = Kind::Message;
    Role role = Role::Said;
    /// Place among all that the channel has delivered: 1, 2, 3, ... Assigned by the channel.
    std::uint64_t sequence = 0;
    /// Place among the channel's messages: 1, 2, 3, ... Assigned by the channel; 0 for a join or a leave.
    std::uint64_t offset = 0;
    std::int64_t time = 0; ///< milliseconds since 1970
    std::uint64_t id = 0;  ///< of `plain`, random: with the time it makes the id of the message

    /// A message has one of these: JSON text, or what one of the seed's clients has said, as it said it.
    std::string data;
    std::string plain;
    std::string nick;          ///< of the one who said `plain`, or empty
    ChatFacts chat;            ///< of `data`; empty in other channels
    std::string tags;          ///< a JSON object of texts, or empty
    protocol::ClientInfo info; ///< who published, joined or left; all empty when it is nobody's to know

    /// What goes onto the wire, a complete WebSocket frame for each dialect. Empty for a dialect that
    /// nobody spoke in the channel at the time, or that has no words for it.
    std::array<std::string, dialectCount> frames;

    const std::string& frame(Dialect dialect) const { return frames[static_cast<std::size_t>(dialect)]; }
    /// Of what it holds.
    std::size_t bytes() const;
};

using PublicationRef = std::shared_ptr<const Publication>;

/// The message as JSON text, whoever has said it.
std::string dataOf(const Publication& publication);
/// Who has published, joined or left as JSON text; empty when it is nobody's to know.
std::string infoOf(const Publication& publication);
/// The id of the chat message that it is or is about; empty when it is none.
std::string messageIdOf(const Publication& publication);
/// What one of the seed's clients has said, as a chat message.
protocol::ChatMessage chatMessageOf(const Publication& publication);

/// Fills in the frame for `dialect`. The offset must have been assigned.
void encode(Publication& publication, Dialect dialect, std::string_view channel);

} // namespace chinwag::hub
