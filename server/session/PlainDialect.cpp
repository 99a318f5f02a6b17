#include "session/PlainDialect.h"

#include "protocol/ChatRules.h"
#include "protocol/UrlQuery.h"
#include "session/PlainSession.h"

#include <string>
#include <utility>

namespace chinwag::session {

namespace {

constexpr std::string_view defaultRoom = "lobby";
constexpr std::string_view channelPrefix = "chat:";

std::string refusalText(std::string_view parameter, std::string_view rule) {
    return "The parameter '" + std::string(parameter) + "' is not allowed: " + std::string(rule) + ".";
}

} // namespace

hub::Admission admitPlain(hub::Hub& hub, const hub::Opening& opening) {
    const auto room = protocol::queryParameter(opening.query, "room");
    if (!room.valid || (room.value && !protocol::isValidRoom(*room.value)))
        return protocol::problem(400, refusalText("room", protocol::roomRule));
    const auto nick = protocol::queryParameter(opening.query, "nick");
    if (!nick.valid || (nick.value && !protocol::isValidNickname(*nick.value)))
        return protocol::problem(400, refusalText("nick", protocol::nicknameRule));

    std::string channel(channelPrefix);
    channel += room.value ? std::string_view(*room.value) : defaultRoom;
    return hub::SessionMaker([&hub, channel = std::move(channel)](hub::Link& link, hub::WorkerIndex worker) {
        return std::make_unique<PlainSession>(hub, channel, link, worker);
    });
}

} // namespace chinwag::session
