// The part of ChatCalls that opens the rooms which two users have to themselves.
#include "session/ChatCalls.h"

#include "hub/DirectRoom.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/Json.h"
#include "session/ChannelAccess.h"

#include <utility>
#include <variant>

namespace chinwag::session {

using protocol::CentrifugeError;

namespace {

std::string directReply(std::uint32_t id, const std::string& channel) {
    std::string data;
    protocol::JsonObjectWriter(data).text("channel", channel);
    return protocol::rpcReply(id, data);
}

} // namespace

std::optional<std::string> CentrifugeSession::ChatCalls::refuseDirect(const ChatRequest& request,
                                                                      const std::string& channel) const {
    const auto& user = session_.principal_.user;
    if (user.empty())
        return refuse(CentrifugeError::PermissionDenied, "direct rooms are for users of a token");
    if (!hub::canHaveDirectRooms(user))
        return refuse(CentrifugeError::NotAvailable, std::string(hub::directUserRule));
    if (!hub::canHaveDirectRooms(request.user))
        return refuse(CentrifugeError::BadRequest, std::string(hub::directUserRule));
    if (request.user == user)
        return refuse(CentrifugeError::BadRequest, "a direct room is one with somebody else");
    if (!hub::isValidChannelName(channel))
        return refuse(CentrifugeError::BadRequest, "the names of both are too long for a channel's");
    const auto* const options = session_.hub_.namespaces().find(channel);
    if (options == nullptr)
        return session_.fail(id_, CentrifugeError::UnknownChannel);
    if (const auto error = refuseSubscribe(*options, channel, user))
        return session_.fail(id_, *error);
    if (const auto banned = session_.hub_.moderation().refuseChannel(session_.subject(), channel))
        return refuse(CentrifugeError::PermissionDenied, banned->sentence());
    if (const auto muted = session_.refuseSpeech(channel))
        return refuse(CentrifugeError::PermissionDenied, muted->sentence());
    if (session_.find(channel) == nullptr && session_.seats_.size() >= session_.settings_.maxChannels)
        return session_.fail(id_, CentrifugeError::LimitExceeded);
    if (!session_.hub_.directTurns().take(user))
        return session_.fail(id_, CentrifugeError::TooManyRequests);
    return std::nullopt;
}

std::string CentrifugeSession::ChatCalls::direct(const ChatRequest& request) {
    auto channel = hub::directRoom(session_.principal_.user, request.user);
    if (auto refused = refuseDirect(request, channel))
        return *refused;
    auto* const store = session_.hub_.store();
    if (store == nullptr || !session_.hub_.namespaces().find(channel)->durable)
        return openDirect(channel, request.user);
    // Only what both find on their lists is open to them.
    store->addRoom(channel, [later = session_.later(), id = id_, channel,
                             other = request.user](const hub::StoreResult<hub::StoreNothing>& result) {
        later([id, channel, other,
               isKept = std::holds_alternative<hub::StoreNothing>(result)](CentrifugeSession& self) {
            self.push(isKept ? ChatCalls(self, id).openDirect(channel, other)
                             : self.fail(id, CentrifugeError::Internal));
        });
    });
    return {};
}

std::string CentrifugeSession::ChatCalls::openDirect(const std::string& channel,
                                                     const std::string& other) const {
    const hub::SubscribeClient command{channel, {}};
    session_.obey(command);
    auto& clients = session_.hub_.clients();
    clients.tell({session_.principal_.user, {}, {session_.client_}}, command);
    clients.tell({other}, command);
    return directReply(id_, channel);
}

} // namespace chinwag::session
