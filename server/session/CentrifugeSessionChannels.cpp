// The part of CentrifugeSession that is about channels: being in them, speaking, and asking what was said.
#include "session/CentrifugeSession.h"

#include "hub/DirectRoom.h"
#include "hub/MessageChange.h"
#include "hub/Past.h"
#include "hub/RandomId.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChatMessage.h"
#include "protocol/ChatRules.h"
#include "session/ChannelAccess.h"
#include "session/ChatCalls.h"
#include "session/ExpiryTime.h"
#include "session/FeedAccess.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace chinwag::session {

using protocol::CentrifugeError;
using protocol::errorReply;

namespace {

// Better no subscription than one that tells something else than it is taken to.
constexpr std::string_view otherKind = "there are streams here alone, without filters for tags";

std::string replyOf(std::uint32_t id, const hub::PastResult& result) {
    if (const auto* const error = std::get_if<hub::PastError>(&result))
        return errorReply(id, *error == hub::PastError::OtherEpoch ? CentrifugeError::UnrecoverablePosition
                                                                   : CentrifugeError::Internal);
    const auto& page = std::get<hub::PastPage>(result);
    return protocol::historyReply(id, page.position, hub::viewsOf(page.publications));
}

} // namespace

// --- where it is ---

std::variant<const hub::ChannelOptions*, CentrifugeError>
CentrifugeSession::admit(const std::string& channel) const {
    if (!hub::isValidChannelName(channel))
        return CentrifugeError::BadRequest;
    const auto* const options = isOperators() ? &feedOptions() : hub_.namespaces().find(channel);
    if (options == nullptr)
        return CentrifugeError::UnknownChannel;
    if (isOperators()) {
        if (const auto error = refuseFeed(*principal_.pass, channel))
            return *error;
    }
    if (seats_.contains(channel) || awaited_.contains(channel))
        return CentrifugeError::AlreadySubscribed;
    if (seats_.size() + awaited_.size() >= settings_.maxChannels)
        return CentrifugeError::LimitExceeded;
    if (!isOperators() && hub_.moderation().refuseChannel(subject(), channel))
        return CentrifugeError::PermissionDenied;
    return options;
}

std::variant<CentrifugeSession::Grant, CentrifugeError>
CentrifugeSession::grant(const protocol::SubscribeRequest& request,
                         const hub::ChannelOptions& options) const {
    if (isOperators())
        return Grant{};
    if (request.token.empty()) {
        if (const auto error = refuseSubscribe(options, request.channel, principal_.user))
            return *error;
        return Grant{};
    }
    auto verified = tokens_.subscribe(request.token, {principal_.user, client_}, request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified))
        return *error;
    auto& granted = std::get<SubscriptionGrant>(verified);
    return Grant{std::move(granted.info),  std::move(granted.data), granted.term, false,
                 std::move(granted.token), granted.overrides};
}

// Those whom the server subscribes cannot ask for it. Where nobody is announced but by override, it takes one
// to hear of that.
bool CentrifugeSession::isToldWhoComes(const protocol::SubscribeRequest& request,
                                       const hub::ChannelOptions& options, const Grant& grant) {
    const auto& pushed = grant.overrides.pushJoinLeave;
    const bool isWanted = pushed.value_or(grant.byServer) || request.joinLeave;
    return isWanted && (options.joinLeave || pushed.value_or(false));
}

protocol::SubscribeResult CentrifugeSession::join(const protocol::SubscribeRequest& request,
                                                  const hub::ChannelOptions& options, const Grant& grant,
                                                  std::vector<hub::PastPublication>& missed) {
    const auto own = overridden(options, grant.overrides);
    hub::SubscriptionRequest wanted{hub::Dialect::Centrifuge,
                                    isToldWhoComes(request, options, grant),
                                    {client_, principal_.user, principal_.info, grant.info},
                                    {},
                                    {},
                                    own.presence,
                                    own.joinLeave};
    const bool positioned = own.recover || own.positioned || request.positioned;
    if (positioned)
        wanted.onGap = [later = later(), channel = request.channel] {
            later([channel](CentrifugeSession& self) { self.loseSeat(channel); });
        };
    if (request.recover && own.recover)
        wanted.since = request.since;
    auto subscription =
        std::make_unique<hub::Subscription>(hub_, request.channel, worker_, link_, std::move(wanted));
    auto joined = subscription->takeJoined();
    seats_.insert_or_assign(request.channel,
                            Seat{std::move(subscription), grant.term, grant.byServer, grant.token, {}, {}});
    if (grant.term.validUntil)
        armTimer();

    protocol::SubscribeResult result;
    result.position = std::move(joined.position);
    result.ttl = timeToLive(grant.term);
    result.recoverable = own.recover;
    result.positioned = positioned;
    result.wasRecovering = request.recover && own.recover;
    result.recovered = joined.recovered;
    result.data = grant.data;
    if (!joined.recovered)
        return result;
    for (const auto& publication : joined.missed)
        missed.push_back(hub::pastOf(*publication));
    result.publications = hub::viewsOf(missed);
    return result;
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::SubscribeRequest& request) {
    const auto refused =
        isOperators() ? std::nullopt : hub_.moderation().refuseChannel(subject(), request.channel);
    if (refused)
        return fail(id, CentrifugeError::PermissionDenied, refused->sentence());
    const auto admitted = admit(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&admitted))
        return fail(id, *error);
    if (request.isOther)
        return fail(id, CentrifugeError::NotAvailable, otherKind);
    const auto& options = *std::get<const hub::ChannelOptions*>(admitted);
    const auto granted = grant(request, options);
    if (const auto* const error = std::get_if<CentrifugeError>(&granted))
        return fail(id, *error);
    if (mustRecoverFromStore(request, options, std::get<Grant>(granted))) {
        recoverFromStore(id, request, std::get<Grant>(granted));
        return {};
    }
    std::vector<hub::PastPublication> missed;
    return protocol::subscribeReply(id, join(request, options, std::get<Grant>(granted), missed));
}

void CentrifugeSession::loseSeat(const std::string& channel) {
    const auto* const seat = find(channel);
    if (seat == nullptr || ended_)
        return;
    // What it did not ask for it cannot ask for again, but by connecting.
    if (seat->byServer)
        return disconnect(protocol::CloseCode::InsufficientState);
    seats_.erase(channel);
    push(protocol::unsubscribePush(channel, protocol::UnsubscribeCode::InsufficientState));
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::UnsubscribeRequest& request) {
    takeBack(request.channel);
    seats_.erase(request.channel);
    return protocol::emptyReply(id, "unsubscribe");
}

// --- what it says and asks ---

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PublishRequest& request) {
    if (!hub::isValidChannelName(request.channel) || request.data.empty())
        return fail(id, CentrifugeError::BadRequest);
    const auto* const options = hub_.namespaces().find(request.channel);
    if (options == nullptr)
        return fail(id, CentrifugeError::UnknownChannel);
    if (request.isOther)
        return fail(id, CentrifugeError::NotAvailable, otherKind);
    // Who does not take part does not speak.
    auto* const seat = find(request.channel);
    if (seat == nullptr)
        return fail(id, CentrifugeError::PermissionDenied);
    if (const auto error = refusePublish(*options, principal_.user))
        return fail(id, *error);
    if (isTooLong(*options, request.data))
        return fail(id, CentrifugeError::LimitExceeded);
    if (const auto refused = refuseSpeech(request.channel))
        return fail(id, CentrifugeError::PermissionDenied, refused->sentence());
    entry_->touch();
    hub::Message message{request.data};
    message.info = seat->subscription->info();
    auto& channel = seat->subscription->channel();
    if (!options->chat)
        return publish(id, channel, std::move(message));
    const auto made = makeChat(message);
    if (const auto* const fault = std::get_if<ChatFault>(&made))
        return fail(id, fault->error, fault->text);
    const auto& replyTo = std::get<std::string>(made);
    if (replyTo.empty() || channel.findMessage(replyTo))
        return publish(id, channel, std::move(message));
    return publishReply(id, channel, std::move(message), replyTo);
}

// What it replies to is not remembered any more, or there is no such message.
std::string CentrifugeSession::publishReply(std::uint32_t id, hub::Channel& channel, hub::Message message,
                                            const std::string& replyTo) {
    hub::findMessage(hub_, channel, replyTo,
                     [later = later(), id, name = channel.name(),
                      message = std::move(message)](const hub::FoundMessage& found) {
                         later([id, name, message, found](CentrifugeSession& self) {
                             auto* const seat = self.find(name);
                             std::string reply;
                             if (const auto* const error = std::get_if<hub::ChangeError>(&found))
                                 reply = *error == hub::ChangeError::NoSuchMessage
                                             ? self.fail(id, CentrifugeError::BadRequest, protocol::replyRule)
                                             : self.fail(id, CentrifugeError::Internal);
                             else if (seat == nullptr)
                                 reply = self.fail(id, CentrifugeError::PermissionDenied);
                             else
                                 reply = self.publish(id, seat->subscription->channel(), message);
                             if (!reply.empty())
                                 self.push(reply);
                         });
                     });
    return {};
}

std::string CentrifugeSession::publish(std::uint32_t id, hub::Channel& channel, hub::Message message) {
    // Sent again, it says nothing new: it asks whether it has arrived.
    if (!hub_.isPublished(channel, message.idempotencyKey)) {
        if (const auto refused = hub_.moderation().takeTurn(subject(), channel.name()))
            return fail(id, CentrifugeError::TooManyRequests, refused->sentence());
    }
    if (!hub_.keeps(channel)) {
        hub_.publish(channel, std::move(message), {});
        return protocol::emptyReply(id, "publish");
    }
    // Answered when it is on disk.
    hub_.publish(channel, std::move(message), [later = later(), id](const hub::PublishResult& result) {
        later(
            [id, isKept = std::holds_alternative<protocol::StreamPosition>(result)](CentrifugeSession& self) {
                self.push(isKept ? protocol::emptyReply(id, "publish")
                                 : self.fail(id, CentrifugeError::Internal));
            });
    });
    return {};
}

CentrifugeSession::Later CentrifugeSession::later() const {
    return [&clients = hub_.clients(), worker = worker_,
            client = client_](std::function<void(CentrifugeSession&)> action) {
        clients.run(worker, client, [action = std::move(action)](hub::CommandedClient& self) {
            action(static_cast<CentrifugeSession&>(self));
        });
    };
}

std::variant<std::string, CentrifugeSession::ChatFault> CentrifugeSession::makeChat(hub::Message& message) {
    auto read = protocol::readChatMessage(message.data, nick_);
    if (auto* const fault = std::get_if<std::string>(&read))
        return ChatFault{CentrifugeError::BadRequest, std::move(*fault)};
    auto& chat = std::get<protocol::ChatMessage>(read);
    if (nickIsFixed_)
        chat.nick = nick_;
    else if (isReserved(chat.nick))
        return ChatFault{CentrifugeError::PermissionDenied, std::string(protocol::reservedNicknameText)};
    chat.id = hub::randomMessageId();
    message.data = protocol::toJson(chat);
    // What an outbox sends again after a cut is the same message: that of the user, or of this connection.
    if (!chat.clientId.empty())
        message.idempotencyKey = principal_.user.empty() ? "client " + client_ + ' ' + chat.clientId
                                                         : hub::keyOf(principal_.user, chat.clientId);
    message.chat = {std::move(chat.id), std::move(chat.clientId), std::move(chat.text)};
    return std::move(chat.replyTo);
}

std::variant<hub::Channel*, CentrifugeError> CentrifugeSession::present(const std::string& channel) {
    auto* const seat = find(channel);
    if (seat == nullptr)
        return CentrifugeError::PermissionDenied;
    if (!seat->subscription->seesPresence())
        return CentrifugeError::NotAvailable;
    return &seat->subscription->channel();
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PresenceRequest& request) {
    const auto channel = present(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&channel))
        return fail(id, *error);
    return protocol::presenceReply(id, std::get<hub::Channel*>(channel)->presence());
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PresenceStatsRequest& request) {
    const auto channel = present(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&channel))
        return fail(id, *error);
    const auto counts = std::get<hub::Channel*>(channel)->presenceCounts();
    return protocol::presenceStatsReply(id, {counts.clients, counts.users});
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::HistoryRequest& request) {
    auto* const seat = find(request.channel);
    if (seat == nullptr)
        return fail(id, CentrifugeError::PermissionDenied);
    auto& channel = seat->subscription->channel();
    if (channel.options().history.publications == 0)
        return fail(id, CentrifugeError::NotAvailable);
    const auto wanted = request.limit < 0 ? maxHistory : static_cast<std::size_t>(request.limit);
    const hub::HistoryFilter filter{request.since, std::min(wanted, maxHistory), request.reverse};
    if (const auto remembered = hub::recall(hub_, channel, filter))
        return replyOf(id, *remembered);
    hub::lookUp(hub_, channel, filter, [later = later(), id](const hub::PastResult& result) {
        later([text = replyOf(id, result)](CentrifugeSession& self) { self.push(text); });
    });
    return {};
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PingRequest& /*request*/) {
    return protocol::emptyReply(id, "ping");
}

// Nobody listens to what is sent without a reply.
std::string CentrifugeSession::answer(std::uint32_t /*id*/, const protocol::SendRequest& /*request*/) {
    return {};
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::RpcRequest& request) {
    return ChatCalls(*this, id).answer(request);
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::UnknownRequest& /*request*/) {
    return fail(id, CentrifugeError::MethodNotFound);
}

// It answers no ping, and asks for nothing.
std::string CentrifugeSession::answer(std::uint32_t /*id*/, const protocol::PongRequest& /*request*/) {
    return {};
}

} // namespace chinwag::session
