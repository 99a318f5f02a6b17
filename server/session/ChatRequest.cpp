#include "session/ChatRequest.h"

#include "hub/Past.h"
#include "protocol/Json.h"

namespace chinwag::session {

namespace {

constexpr std::size_t maxPage = 100;
constexpr std::uint64_t mostMinutes = 5'256'000;

// False when it is there and not a number.
bool read(const rapidjson::Value& object, std::string_view name, std::uint64_t& into) {
    const auto* const value = protocol::member(object, name);
    if (value == nullptr)
        return true;
    if (!value->IsUint64())
        return false;
    into = value->GetUint64();
    return true;
}

// False when it is there and not a text, or one with a zero, which not every store can look for.
bool read(const rapidjson::Value& object, std::string_view name, std::string& into) {
    const auto* const value = protocol::member(object, name);
    if (value == nullptr)
        return true;
    if (!value->IsString())
        return false;
    into.assign(value->GetString(), value->GetStringLength());
    return into.find('\0') == std::string::npos;
}

void write(std::string& out, const hub::StoredMessage& message) {
    const auto& publication = message.publication;
    protocol::JsonObjectWriter object(out);
    object.json("data", hub::dataOf(message));
    if (!publication.info.empty())
        object.json("info", publication.info);
    if (!publication.tags.empty())
        object.json("tags", publication.tags);
    object.text("epoch", publication.epoch);
    object.number("offset", publication.offset);
    object.number("time", static_cast<std::uint64_t>(publication.time));
}

void write(std::string& out, const hub::Room& room, const RoomView& view) {
    protocol::JsonObjectWriter object(out);
    object.text("channel", room.channel);
    if (!view.direct.empty())
        object.text("direct", view.direct);
    if (room.marker) {
        object.open("marker");
        protocol::JsonObjectWriter marker(out);
        marker.text("id", room.marker->id);
        marker.number("time", static_cast<std::uint64_t>(room.marker->time));
    }
    if (view.unread) {
        object.number("unread", room.unread);
        object.number("mentions", room.mentions);
        if (room.more)
            object.flag("more", true);
    }
    if (view.last && room.last != 0)
        object.number("last", static_cast<std::uint64_t>(room.last));
}

} // namespace

std::optional<ChatRequest> readChatRequest(std::string_view data) {
    const auto document = protocol::parseJson(data);
    if (!document || !document->IsObject())
        return std::nullopt;
    ChatRequest request;
    std::uint64_t limit = request.limit;
    if (protocol::member(*document, "minutes") != nullptr) {
        auto& minutes = request.minutes.emplace();
        if (!read(*document, "minutes", minutes) || minutes == 0 || minutes > mostMinutes)
            return std::nullopt;
    }
    if (protocol::member(*document, "seconds") != nullptr) {
        auto& seconds = request.seconds.emplace();
        if (!read(*document, "seconds", seconds) || seconds > hub::RoomRules::longestSlowMode)
            return std::nullopt;
    }
    if (!read(*document, "channel", request.channel) || !read(*document, "text", request.text) ||
        !read(*document, "id", request.id) || !read(*document, "nick", request.nick) ||
        !read(*document, "user", request.user) || !read(*document, "client", request.client) ||
        !read(*document, "reason", request.reason) || !read(*document, "after", request.after) ||
        !read(*document, "before", request.before) || !read(*document, "limit", limit) || limit == 0 ||
        limit > maxPage)
        return std::nullopt;
    request.limit = static_cast<std::size_t>(limit);
    return request;
}

std::string chatPage(const std::vector<hub::StoredMessage>& messages, std::size_t limit) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.open("messages");
        out += '[';
        for (const auto& message : messages) {
            if (out.back() != '[')
                out += ',';
            write(out, message);
        }
        out += ']';
        if (messages.size() == limit)
            object.number("next", messages.back().seq);
    }
    return out;
}

std::string sanctionText(const hub::Sanction& sanction) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.text("id", std::to_string(sanction.id));
        object.text("kind", hub::name(sanction.kind));
        object.text("target", hub::name(sanction.target.kind));
        if (sanction.target.kind == hub::SanctionTarget::Kind::User)
            object.text("user", sanction.target.value);
        object.number("time", static_cast<std::uint64_t>(sanction.createdAt));
        if (sanction.until)
            object.number("until", static_cast<std::uint64_t>(*sanction.until));
        object.text("reason", sanction.reason);
        object.text("by", sanction.by);
    }
    return out;
}

std::string directoryPage(const hub::DirectoryPage& page) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.open("rooms");
        out += '[';
        for (const auto& room : page.rooms) {
            if (out.back() != '[')
                out += ',';
            protocol::JsonObjectWriter one(out);
            one.text("channel", room.channel);
            one.number("people", room.people);
            if (room.last != 0)
                one.number("last", static_cast<std::uint64_t>(room.last));
        }
        out += ']';
        if (!page.next.empty())
            object.text("next", page.next);
    }
    return out;
}

std::string roomPage(const std::vector<hub::Room>& rooms, std::size_t limit,
                     const std::function<RoomView(const std::string& channel)>& viewOf) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.open("rooms");
        out += '[';
        for (const auto& room : rooms) {
            if (out.back() != '[')
                out += ',';
            write(out, room, viewOf(room.channel));
        }
        out += ']';
        if (rooms.size() == limit)
            object.text("next", rooms.back().channel);
    }
    return out;
}

} // namespace chinwag::session
