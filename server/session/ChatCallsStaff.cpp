// The part of ChatCalls by which staff looks after rooms.
#include "session/ChatCalls.h"

#include "hub/MessagePurge.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChatRules.h"
#include "protocol/Json.h"

#include <utility>
#include <variant>
#include <vector>

namespace chinwag::session {

using hub::Sanction;
using hub::SanctionTarget;
using protocol::CentrifugeError;

namespace {

constexpr hub::StoreTime millisecondsPerMinute = 60'000;
constexpr std::string_view noSuchClient = "client must be one that the presence of the room shows";

// Somebody anonymous is whoever comes from there: an IPv6 host has all of its /64 to itself.
std::optional<SanctionTarget> targetAt(const std::string& address) {
    const bool isIpv6 = address.find(':') != std::string::npos;
    auto made = isIpv6 ? SanctionTarget::make(SanctionTarget::Kind::Cidr, address + "/64")
                       : SanctionTarget::make(SanctionTarget::Kind::Address, address);
    auto* const target = std::get_if<SanctionTarget>(&made);
    return target != nullptr ? std::optional(std::move(*target)) : std::nullopt;
}

std::string replyOf(std::uint32_t id, const hub::StoreError& error) {
    switch (error.kind) {
    case hub::StoreError::Kind::NotFound:
    case hub::StoreError::Kind::Refused:
        return protocol::errorReply(id, CentrifugeError::BadRequest, "it has been lifted already");
    default: return protocol::errorReply(id, CentrifugeError::Internal);
    }
}

} // namespace

std::optional<std::string> CentrifugeSession::ChatCalls::refuseStaff(const ChatRequest& request,
                                                                     const Seat& seat) const {
    const auto& channel = seat.subscription->channel();
    if (!channel.options().chat)
        return refuse(CentrifugeError::NotAvailable, "staff looks after chat rooms only");
    if (const auto fault = protocol::faultOfStaffReason(request.reason))
        return refuse(CentrifugeError::BadRequest, *fault);
    if (request.client.empty() == request.user.empty())
        return refuse(CentrifugeError::BadRequest, "there must be one of client and user");
    if (!request.client.empty() && !channel.presenceOf(request.client))
        return refuse(CentrifugeError::BadRequest, std::string(noSuchClient));
    if (request.client == session_.client_ || request.user == session_.principal_.user)
        return refuse(CentrifugeError::BadRequest, "that is you");
    return std::nullopt;
}

std::string CentrifugeSession::ChatCalls::kick(const ChatRequest& request, Seat& seat) {
    if (auto refused = refuseStaff(request, seat))
        return *refused;
    auto matches = [channel = request.channel, client = request.client,
                    user = request.user](const hub::Session& one) {
        return one.isIn(channel) && (client.empty() ? one.subject().user == user : one.isClient(client));
    };
    session_.settings_.staff->kick(std::move(matches), byStaff(request.reason),
                                   [later = session_.later(), id = id_](std::size_t count) {
                                       later([id, count](CentrifugeSession& self) {
                                           std::string data;
                                           protocol::JsonObjectWriter(data).number("count", count);
                                           self.push(protocol::rpcReply(id, data));
                                       });
                                   });
    return {};
}

std::string CentrifugeSession::ChatCalls::mute(const ChatRequest& request, Seat& seat) {
    return impose(Sanction::Kind::Mute, request, seat);
}

std::string CentrifugeSession::ChatCalls::ban(const ChatRequest& request, Seat& seat) {
    return impose(Sanction::Kind::Ban, request, seat);
}

std::string CentrifugeSession::ChatCalls::impose(Sanction::Kind kind, const ChatRequest& request,
                                                 const Seat& seat) const {
    if (auto refused = refuseStaff(request, seat))
        return *refused;
    Sanction sanction;
    sanction.kind = kind;
    sanction.channel = request.channel;
    const auto shown = seat.subscription->channel().presenceOf(request.client);
    const auto user = shown ? shown->user : request.user;
    if (!user.empty()) {
        const auto target = SanctionTarget::make(SanctionTarget::Kind::User, user);
        if (const auto* const fault = std::get_if<std::string>(&target))
            return refuse(CentrifugeError::BadRequest, *fault);
        imposeOn(std::get<SanctionTarget>(target), std::move(sanction), request);
        return {};
    }
    session_.settings_.staff->find(
        [client = request.client](const hub::Session& one) { return one.isClient(client); },
        [later = session_.later(), id = id_, sanction = std::move(sanction),
         request](const protocol::MatchingConnections& found) {
            const auto target = found.first.empty() ? std::nullopt : targetAt(found.first.front().address);
            later([id, sanction, request, target](CentrifugeSession& self) {
                const ChatCalls calls(self, id);
                if (target)
                    calls.imposeOn(*target, sanction, request);
                else
                    self.push(calls.refuse(CentrifugeError::BadRequest, std::string(noSuchClient)));
            });
        });
    return {};
}

void CentrifugeSession::ChatCalls::imposeOn(const SanctionTarget& target, Sanction sanction,
                                            const ChatRequest& request) const {
    if (target.includes(session_.subject()))
        return session_.push(refuse(CentrifugeError::BadRequest, "it would hit you as well"));
    sanction.target = target;
    std::optional<hub::StoreTime> duration;
    if (request.minutes)
        duration = static_cast<hub::StoreTime>(*request.minutes) * millisecondsPerMinute;
    session_.settings_.staff->desk.impose(std::move(sanction), duration, byStaff(request.reason),
                                          giveSanction(true));
}

hub::StoreDone<Sanction> CentrifugeSession::ChatCalls::giveSanction(bool isNew) const {
    return [later = session_.later(), id = id_, isNew,
            staff = session_.settings_.staff](const hub::StoreResult<Sanction>& result) {
        std::string reply;
        if (const auto* const error = std::get_if<hub::StoreError>(&result))
            reply = replyOf(id, *error);
        else
            reply = protocol::rpcReply(id, sanctionText(std::get<Sanction>(result)));
        const auto give = [later, reply](std::size_t /*hit*/) {
            later([reply](CentrifugeSession& self) { self.push(reply); });
        };
        if (isNew && std::holds_alternative<Sanction>(result))
            staff->review(give);
        else
            give(0);
    };
}

std::string CentrifugeSession::ChatCalls::sanctions(const ChatRequest& request, Seat& /*seat*/) {
    const auto now = session_.hub_.moderation().now();
    const auto rules = session_.hub_.moderation().rules();
    std::string data;
    {
        protocol::JsonObjectWriter object(data);
        object.open("sanctions");
        data += '[';
        for (const auto& one : rules->state().sanctions) {
            if (one.channel != request.channel || !one.isActive(now))
                continue;
            if (data.back() != '[')
                data += ',';
            data += sanctionText(one);
        }
        data += ']';
    }
    return protocol::rpcReply(id_, data);
}

std::string CentrifugeSession::ChatCalls::lift(const ChatRequest& request, Seat& /*seat*/) {
    if (const auto fault = protocol::faultOfStaffReason(request.reason))
        return refuse(CentrifugeError::BadRequest, *fault);
    const auto now = session_.hub_.moderation().now();
    const auto rules = session_.hub_.moderation().rules();
    for (const auto& one : rules->state().sanctions) {
        if (one.channel != request.channel || !one.isActive(now) || std::to_string(one.id) != request.id)
            continue;
        session_.settings_.staff->desk.lift(one.kind, one.id, byStaff(request.reason), giveSanction(false));
        return {};
    }
    return refuse(CentrifugeError::BadRequest, "id must be one of the sanctions of this room");
}

hub::ChangeDone CentrifugeSession::ChatCalls::giveRedaction(const ChatRequest& request) const {
    if (!session_.isStaff())
        return giveChange();
    return [give = giveChange(), &hub = session_.hub_, staff = session_.settings_.staff,
            by = byStaff(request.reason), name = request.channel,
            id = request.id](std::optional<hub::ChangeError> error) {
        const auto channel =
            error == hub::ChangeError::NotTheAuthor ? hub.channel(name) : std::shared_ptr<hub::Channel>();
        if (channel)
            hub::removeMessage(staff->desk, *channel, id, by, give);
        else
            give(error);
    };
}

} // namespace chinwag::session
