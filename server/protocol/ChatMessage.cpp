#include "protocol/ChatMessage.h"

#include "protocol/ChatRules.h"
#include "protocol/Json.h"
#include "protocol/Nickname.h"
#include "protocol/PlainMessage.h"

#include <algorithm>

namespace chinwag::protocol {

namespace {

constexpr std::string_view anonymous = "Anonymous";
constexpr std::string_view messageType = "message"; // may be left out
constexpr std::string_view noticeType = "notice";
constexpr std::size_t maxIdBytes = 64;

void writeRules(JsonObjectWriter& object, bool isLocked, std::uint32_t slowSeconds) {
    object.flag("locked", isLocked);
    object.number("slow_seconds", slowSeconds);
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    }));
}

// The string that is `name` of `object`; empty when it is absent, nothing when it is something else.
std::optional<std::string_view> stringMember(const rapidjson::Value& object, std::string_view name) {
    const auto* const value = member(object, name);
    if (value == nullptr)
        return std::string_view();
    if (!value->IsString())
        return std::nullopt;
    return std::string_view(value->GetString(), value->GetStringLength());
}

// Nothing when one of them is no text.
std::optional<ChatMessage> membersOf(const rapidjson::Value& object) {
    const auto id = stringMember(object, "id");
    const auto nick = stringMember(object, "nick");
    const auto text = stringMember(object, "text");
    const auto type = stringMember(object, "type");
    const auto replyTo = stringMember(object, "reply_to");
    const auto clientId = stringMember(object, "client_id");
    if (!nick || !text || !type || !replyTo || !clientId)
        return std::nullopt;
    ChatMessage message;
    message.id = id.value_or("");
    message.nick = *nick;
    message.text = *text;
    message.replyTo = *replyTo;
    message.clientId = *clientId;
    return message;
}

// Not every store can keep control characters: PostgreSQL has no text with a zero in it.
bool isId(std::string_view text) {
    return text.size() <= maxIdBytes && std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 || byte == 0x7f;
           });
}

std::optional<std::string> faultOf(const ChatMessage& message) {
    if (auto fault = faultOfText(message.text))
        return fault;
    if (!isId(message.replyTo) || !isId(message.clientId))
        return "reply_to and client_id have at most " + std::to_string(maxIdBytes) +
               " bytes and no control characters";
    return std::nullopt;
}

} // namespace

std::variant<ChatMessage, std::string> readChatMessage(std::string_view data, std::string_view defaultNick,
                                                       Speaker speaker) {
    const auto document = parseJson(data);
    if (!document || !document->IsObject())
        return std::string("a message is a JSON object with nick and text");
    auto read = membersOf(*document);
    if (!read)
        return std::string("nick, text, type, reply_to and client_id must be strings");
    const auto type = *stringMember(*document, "type");
    if (!type.empty() && type != messageType && type != noticeType)
        return std::string("type must be message or notice");
    read->isNotice = type == noticeType;
    if (read->isNotice && speaker == Speaker::Client)
        return std::string("type must be message: notices come from applications");
    read->id.clear();
    read->edited = 0;
    if (read->nick.empty())
        read->nick = defaultNick.empty() ? anonymous : defaultNick;
    auto nick = readNickname(read->nick);
    if (!nick)
        return std::string(nicknameRule);
    read->nick = *std::move(nick);
    if (auto fault = faultOf(*read))
        return std::move(*fault);
    return std::move(*read);
}

std::optional<std::string> faultOfText(std::string_view text) {
    const auto length = characters(text);
    if (length == 0 || length > maxChatCharacters)
        return "a message has 1 to " + std::to_string(maxChatCharacters) + " characters";
    return std::nullopt;
}

std::string toJson(const ChatMessage& message) {
    std::string out;
    {
        JsonObjectWriter object(out);
        if (!message.id.empty())
            object.text("id", message.id);
        object.text("nick", message.nick);
        object.text("text", message.text);
        if (message.isNotice)
            object.text("type", noticeType);
        if (!message.replyTo.empty())
            object.text("reply_to", message.replyTo);
        if (!message.clientId.empty())
            object.text("client_id", message.clientId);
        if (message.edited != 0)
            object.number("edited", static_cast<std::uint64_t>(message.edited));
    }
    return out;
}

std::optional<ChatMessage> parseChatMessage(std::string_view data) {
    const auto document = parseJson(data);
    if (!document || !document->IsObject())
        return std::nullopt;
    auto message = membersOf(*document);
    if (!message || message->nick.empty() || message->text.empty())
        return std::nullopt;
    message->isNotice = stringMember(*document, "type") == noticeType;
    const auto* const edited = member(*document, "edited");
    message->edited = edited != nullptr && edited->IsInt64() ? edited->GetInt64() : 0;
    return message;
}

std::optional<std::string> faultOfReason(std::string_view reason) {
    const auto length = characters(reason);
    if (length == 0 || length > maxReasonCharacters)
        return "a report has a reason of 1 to " + std::to_string(maxReasonCharacters) + " characters";
    return std::nullopt;
}

std::string typingNotice(std::string_view nick) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("type", "typing");
        object.text("nick", nick.empty() ? anonymous : nick);
    }
    return out;
}

std::string nickNotice(std::string_view nick, std::string_view before) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("type", "nick");
        object.text("nick", nick);
        object.text("before", before.empty() ? anonymous : before);
    }
    return out;
}

std::string readNotice(std::string_view nick, std::string_view id) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("type", "read");
        object.text("nick", nick.empty() ? anonymous : nick);
        object.text("id", id);
    }
    return out;
}

std::string rulesText(bool isLocked, std::uint32_t slowSeconds) {
    std::string out;
    {
        JsonObjectWriter object(out);
        writeRules(object, isLocked, slowSeconds);
    }
    return out;
}

std::string rulesNotice(bool isLocked, std::uint32_t slowSeconds) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("type", "rules");
        writeRules(object, isLocked, slowSeconds);
    }
    return out;
}

std::string editNotice(const ChatMessage& message) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("type", "edit");
        object.text("id", message.id);
        object.text("text", message.text);
        object.number("edited", static_cast<std::uint64_t>(message.edited));
    }
    return out;
}

std::string redactNotice(std::string_view id) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("type", "redact");
        object.text("id", id);
    }
    return out;
}

ChatMessage fromPlain(std::string_view message, std::string_view defaultNick) {
    const auto plain = parsePlainMessage(message);
    ChatMessage out;
    out.nick =
        readNickname(plain.nickname).value_or(std::string(defaultNick.empty() ? anonymous : defaultNick));
    out.text = plain.text;
    return out;
}

std::optional<std::string> toPlain(std::string_view data) {
    const auto message = parseChatMessage(data);
    if (!message)
        return std::nullopt;
    return message->nick + ": " + message->text;
}

} // namespace chinwag::protocol
