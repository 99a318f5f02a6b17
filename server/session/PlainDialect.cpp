#include "session/PlainDialect.h"

#include "protocol/ChatRules.h"
#include "protocol/Nickname.h"
#include "protocol/UrlQuery.h"
#include "session/ChannelAccess.h"
#include "session/PlainSession.h"
#include "session/TokenCheck.h"

#include <string>
#include <utility>
#include <variant>

namespace chinwag::session {

namespace {

constexpr const char* defaultRoom = "lobby";

std::string refusalText(std::string_view parameter, std::string_view rule) {
    return "The parameter '" + std::string(parameter) + "' is not allowed: " + std::string(rule) + ".";
}

struct Parameters {
    std::string room;
    std::string nick;
    std::string device;
};

// The parameters, or what is not allowed to be in one.
std::variant<Parameters, protocol::HttpAnswer> readParameters(std::string_view query) {
    const auto room = protocol::queryParameter(query, "room");
    if (!room.valid || (room.value && !protocol::isValidRoom(*room.value)))
        return protocol::problem(400, refusalText("room", protocol::roomRule));
    const auto nick = protocol::queryParameter(query, "nick");
    auto nickname = nick.value ? protocol::readNickname(*nick.value) : std::string();
    if (!nick.valid || !nickname)
        return protocol::problem(400, refusalText("nick", protocol::nicknameRule));
    const auto device = protocol::queryParameter(query, "device");
    if (!device.valid || (device.value && !hub::isValidDevice(*device.value)))
        return protocol::problem(400, refusalText("device", hub::deviceRule));
    return Parameters{room.value.value_or(defaultRoom), *std::move(nickname),
                      device.value.value_or(std::string())};
}

// RFC 9457, with the operator's reason and the end of it as members of their own.
protocol::HttpAnswer answerOf(const hub::Refusal& refusal) {
    auto answer = protocol::problem(403, refusal.sentence());
    std::string members;
    if (!refusal.reason.empty())
        members += ",\"reason\":" + protocol::jsonString(refusal.reason);
    if (refusal.until)
        members += ",\"until\":" + protocol::jsonString(hub::utcText(*refusal.until));
    answer.body.insert(answer.body.rfind('}'), members);
    return answer;
}

} // namespace

hub::Admission admitPlain(hub::Hub& hub, const auth::TokenVerifier& tokens, const hub::Opening& opening) {
    auto checked = checkToken(tokens, opening);
    if (const auto* const refusal = std::get_if<protocol::HttpAnswer>(&checked))
        return *refusal;
    auto read = readParameters(opening.query);
    if (const auto* const refusal = std::get_if<protocol::HttpAnswer>(&read))
        return *refusal;
    auto& parameters = std::get<Parameters>(read);

    const auto channel = plainChannel(parameters.room);
    auto& claims = std::get<auth::TokenClaims>(checked);
    const auto* const options = hub.namespaces().find(channel);
    if (options == nullptr || refuseSubscribe(*options, channel, claims.user))
        return protocol::problem(403, "This room is not open to you.");
    const hub::Subject subject{claims.user, opening.clientAddress, parameters.device, claims.isStaff};
    auto refused = hub.moderation().refuseEntry(subject);
    if (!refused)
        refused = hub.moderation().refuseChannel(subject, channel);
    if (refused)
        return answerOf(*refused);

    if (hub.reservedNicks().isReserved(parameters.nick, claims.user))
        return protocol::problem(403, refusalText("nick", protocol::reservedNicknameText));

    PlainClient client{std::move(parameters.nick), std::move(claims), opening.clientAddress,
                       std::move(parameters.device)};
    return hub::SessionMaker([&hub, client = std::move(client),
                              room = std::move(parameters.room)](hub::Link& link, hub::WorkerIndex worker) {
        return std::make_unique<PlainSession>(hub, room, client, link, worker);
    });
}

} // namespace chinwag::session
