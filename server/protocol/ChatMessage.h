// What is said in a room, in the form that all dialects share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::protocol {

inline constexpr std::size_t maxChatCharacters = 4'000;

/// The data of a publication in a `chat:` channel.
struct ChatMessage {
    std::string id; ///< made by the server; empty until then
    std::string nick;
    std::string text;
    std::string replyTo;  ///< the id of another message, or empty
    std::string clientId; ///< by which its sender recognises it, or empty
};

/// Reads what a client wants to say. Unknown members are dropped, and `id` is not the client's to set. The
/// text says what is wrong and what is allowed.
std::variant<ChatMessage, std::string> readChatMessage(std::string_view data, std::string_view defaultNick);

/// As JSON text; empty members are left out.
std::string toJson(const ChatMessage& message);

/// A message of the seed's dialect as one of the others: split at the first ": " when what stands before it
/// is a valid nickname, otherwise all of it is the text of `defaultNick`, or of Anonymous when that is empty.
ChatMessage fromPlain(std::string_view message, std::string_view defaultNick);

/// The line of the seed's dialect for `data`: `nick: text`. Nothing when it is no message.
std::optional<std::string> toPlain(std::string_view data);

} // namespace chinwag::protocol
