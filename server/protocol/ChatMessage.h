// What is said in a room, in the form that all dialects share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::protocol {

inline constexpr std::size_t maxChatCharacters = 4'000;
inline constexpr std::size_t maxReasonCharacters = 500;

/// The data of a publication in a `chat:` channel.
struct ChatMessage {
    std::string id; ///< made by the server; empty until then
    std::string nick;
    std::string text;
    std::string replyTo;     ///< the id of another message, or empty
    std::string clientId;    ///< by which its sender recognises it, or empty
    bool isNotice = false;   ///< said by an application, not by somebody
    std::int64_t edited = 0; ///< when its text was last changed, milliseconds since 1970; 0: never
};

enum class Speaker : std::uint8_t {
    Client,
    Application, ///< which may send notices
};

/// Reads what somebody wants to say. Unknown members are dropped, and `id` is not the client's to set. The
/// text says what is wrong and what is allowed.
std::variant<ChatMessage, std::string> readChatMessage(std::string_view data, std::string_view defaultNick,
                                                       Speaker speaker = Speaker::Client);

inline constexpr std::string_view replyRule = "reply_to must name a message of the same room";

/// What is wrong with `text` as that of a message; nothing when it may be one.
std::optional<std::string> faultOfText(std::string_view text);

/// As JSON text; empty members are left out.
std::string toJson(const ChatMessage& message);

/// Reads what toJson() has written. Nothing when `data` is something else.
std::optional<ChatMessage> parseChatMessage(std::string_view data);

/// What is wrong with the reason of a report; nothing when it may be one.
std::optional<std::string> faultOfReason(std::string_view reason);

/// What others are told when somebody writes, who calls itself `nick` or has not said.
std::string typingNotice(std::string_view nick);
/// What others are told when somebody is called `nick` from now on, and `before` until then, or nothing.
std::string nickNotice(std::string_view nick, std::string_view before);
/// What others are told when somebody, who calls itself `nick` or has not said, has read up to the message
/// `id`.
std::string readNotice(std::string_view nick, std::string_view id);
/// What holds in a room, as JSON text: whether it is locked, and slow (one message in so many seconds).
std::string rulesText(bool isLocked, std::uint32_t slowSeconds);
/// What subscribers are told when that has changed.
std::string rulesNotice(bool isLocked, std::uint32_t slowSeconds);
/// What subscribers are told when the text of a message has changed to that of `message`.
std::string editNotice(const ChatMessage& message);
/// What they are told when it was taken back, and what is left in its place.
std::string redactNotice(std::string_view id);

/// A message of the seed's dialect as one of the others: split at the first ": " when what stands before it
/// is a valid nickname, otherwise all of it is the text of `defaultNick`, or of Anonymous when that is empty.
ChatMessage fromPlain(std::string_view message, std::string_view defaultNick);

/// The line of the seed's dialect for `data`: `nick: text`. Nothing when it is no message, but word of what
/// became of one: that dialect cannot change what was said.
std::optional<std::string> toPlain(std::string_view data);

} // namespace chinwag::protocol
