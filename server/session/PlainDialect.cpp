#include "session/PlainDialect.h"

#include "protocol/ChatRules.h"
#include "protocol/Nickname.h"
#include "protocol/UrlQuery.h"
#include "session/ChannelAccess.h"
#include "session/PlainSession.h"
#include "session/TokenCheck.h"

#include <string>
#include <utility>

namespace chinwag::session {

namespace {

constexpr const char* defaultRoom = "lobby";

std::string refusalText(std::string_view parameter, std::string_view rule) {
    return "The parameter '" + std::string(parameter) + "' is not allowed: " + std::string(rule) + ".";
}

} // namespace

hub::Admission admitPlain(hub::Hub& hub, const auth::TokenVerifier& tokens, const hub::Opening& opening) {
    const auto checked = checkToken(tokens, opening);
    if (const auto* const refusal = std::get_if<protocol::HttpAnswer>(&checked))
        return *refusal;
    const auto room = protocol::queryParameter(opening.query, "room");
    if (!room.valid || (room.value && !protocol::isValidRoom(*room.value)))
        return protocol::problem(400, refusalText("room", protocol::roomRule));
    const auto nick = protocol::queryParameter(opening.query, "nick");
    const auto nickname = nick.value ? protocol::readNickname(*nick.value) : std::string();
    if (!nick.valid || !nickname)
        return protocol::problem(400, refusalText("nick", protocol::nicknameRule));

    const auto channel = plainChannel(room.value.value_or(defaultRoom));
    const auto& claims = std::get<auth::TokenClaims>(checked);
    const auto* const options = hub.namespaces().find(channel);
    if (options == nullptr || refuseSubscribe(*options, channel, claims.user))
        return protocol::problem(403, "This room is not open to you.");

    if (hub.reservedNicks().isReserved(*nickname, claims.user))
        return protocol::problem(403, refusalText("nick", protocol::reservedNicknameText));

    return hub::SessionMaker([&hub, claims, room = room.value.value_or(defaultRoom),
                              nick = *nickname](hub::Link& link, hub::WorkerIndex worker) {
        return std::make_unique<PlainSession>(hub, room, nick, claims, link, worker);
    });
}

} // namespace chinwag::session
