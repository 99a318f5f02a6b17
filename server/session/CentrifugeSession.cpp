#include "session/CentrifugeSession.h"

#include "hub/RandomId.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChatMessage.h"
#include "protocol/ChatRules.h"
#include "protocol/HttpMessage.h"
#include "protocol/Json.h"
#include "protocol/WebSocketFrame.h"
#include "session/ChannelAccess.h"
#include "session/ChatRequest.h"
#include "session/ExpiryTime.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace chinwag::session {

using protocol::CentrifugeError;
using protocol::CloseCode;
using protocol::errorReply;

namespace {

// A page of history is as much as a client can take in at once.
constexpr std::size_t maxHistory = 1'000;
constexpr std::string_view whiteSpace = " \t\r\n";

hub::FrameRef textFrame(std::string_view text, std::uint32_t messages) {
    return hub::FrameRef(protocol::makeFrame(protocol::Opcode::Text, text), messages);
}

// Views of `publications`, of what `texts` then holds.
std::vector<protocol::PublicationView> tell(const std::vector<hub::PublicationRef>& publications,
                                            std::vector<std::string>& texts) {
    std::vector<protocol::PublicationView> views;
    views.reserve(publications.size());
    texts.reserve(texts.size() + publications.size() * 2); // so that they stay where they are
    for (const auto& publication : publications) {
        const auto& data = texts.emplace_back(hub::dataOf(*publication));
        const auto& info = texts.emplace_back(
            publication->info.client.empty() ? std::string() : protocol::toJson(publication->info));
        views.push_back({data, info, publication->tags, publication->offset, publication->time});
    }
    return views;
}

protocol::PublicationView tell(const hub::StoredMessage& message) {
    const auto& publication = message.publication;
    return {publication.data, publication.info, publication.tags, publication.offset, publication.time};
}

// Whether what is remembered of a channel is all that was asked for.
bool isComplete(const hub::ChannelHistory& history, const protocol::HistoryRequest& request,
                std::size_t limit) {
    const auto& found = history.publications;
    if (limit == 0 || history.position.offset == 0)
        return true;
    if (request.reverse)
        return found.size() == limit || (!found.empty() && found.back()->offset == 1) ||
               (request.since && request.since->offset <= 1);
    const std::uint64_t first = request.since ? request.since->offset + 1 : 1;
    return first > history.position.offset || (!found.empty() && found.front()->offset == first);
}

protocol::TimeToLive timeToLive(const Term& term) {
    if (!term.expiresAt)
        return std::nullopt;
    return std::chrono::floor<std::chrono::seconds>(*term.expiresAt - std::chrono::system_clock::now());
}

std::string nickIn(std::string_view data) {
    if (data.empty())
        return {};
    const auto document = protocol::parseJson(data);
    const auto* const nick = document ? protocol::member(*document, "nick") : nullptr;
    if (nick == nullptr || !nick->IsString())
        return {};
    std::string text(nick->GetString(), nick->GetStringLength());
    return protocol::isValidNickname(text) ? text : std::string();
}

} // namespace

class CentrifugeSession::Replies {
public:
    void add(const std::string& reply) {
        if (reply.empty())
            return;
        if (!text_.empty())
            text_ += '\n';
        text_ += reply;
    }
    void sendTo(hub::Link& link) {
        if (!text_.empty())
            link.send(textFrame(std::exchange(text_, {}), 0));
    }

private:
    std::string text_;
};

CentrifugeSession::CentrifugeSession(hub::Hub& hub, const CentrifugeSettings& settings,
                                     const TokenGate& tokens, hub::Link& link, hub::WorkerIndex worker)
    : hub_(hub),
      settings_(settings),
      tokens_(tokens),
      link_(link),
      worker_(worker),
      client_(hub::randomClientId()) {}

void CentrifugeSession::onText(std::string_view message) {
    Replies replies;
    while (!message.empty() && !ended_) {
        const auto line = message.substr(0, message.find('\n'));
        message.remove_prefix(std::min(message.size(), line.size() + 1));
        if (line.find_first_not_of(whiteSpace) == std::string_view::npos)
            continue;
        const auto command = protocol::readCentrifugeCommand(line);
        if (!command) {
            replies.sendTo(link_);
            return disconnect(CloseCode::BadRequest);
        }
        if (!handle(*command, replies))
            return;
    }
    replies.sendTo(link_);
}

void CentrifugeSession::onBinary(std::string_view /*message*/) {
    link_.close(CloseCode::UnsupportedData, "JSON in text messages is spoken here");
}

bool CentrifugeSession::handle(const protocol::CentrifugeCommand& command, Replies& replies) {
    if (std::holds_alternative<protocol::PongRequest>(command.request)) {
        link_.pongReceived();
        return true;
    }
    const bool isConnect = std::holds_alternative<protocol::ConnectRequest>(command.request);
    const bool isSend = std::holds_alternative<protocol::SendRequest>(command.request);
    // The first command connects, nobody connects twice, and what wants a reply has a number.
    if (isConnect == isEstablished() || (command.id == 0 && !isSend)) {
        replies.sendTo(link_);
        disconnect(CloseCode::BadRequest);
        return false;
    }
    replies.add(
        std::visit([&](const auto& request) { return answer(command.id, request); }, command.request));
    return !ended_;
}

void CentrifugeSession::push(std::string_view text) {
    link_.send(textFrame(text, 0));
}

void CentrifugeSession::disconnect(CloseCode code) {
    ended_ = true;
    link_.close(code, protocol::closeReason(code));
}

hub::SessionFacts CentrifugeSession::facts() const {
    rooms_.clear();
    for (const auto& entry : seats_)
        rooms_.append(rooms_.empty() ? "" : ", ").append(entry.first);
    return {"centrifuge", nick_, rooms_, principal_.user, principal_.token};
}

hub::FrameRef CentrifugeSession::pingFrame() const {
    return textFrame(protocol::centrifugePing, 0);
}

CentrifugeSession::Seat* CentrifugeSession::find(const std::string& channel) {
    const auto found = seats_.find(channel);
    return found == seats_.end() ? nullptr : &found->second;
}

// --- who it is ---

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::ConnectRequest& request) {
    auto verified = tokens_.connect(request.token);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified)) {
        if (*error == CentrifugeError::TokenExpired)
            return errorReply(id, *error); // the client asks its application for another and comes again
        disconnect(CloseCode::InvalidToken);
        return {};
    }
    principal_ = std::get<Principal>(std::move(verified));
    nick_ = nickIn(principal_.info);
    nickIsFixed_ = !nick_.empty();
    if (!nickIsFixed_)
        nick_ = nickIn(request.data);
    if (principal_.info.empty() && !nick_.empty())
        principal_.info = R"({"nick":)" + protocol::jsonString(nick_) + '}';
    hub::CommandedClient& asClient = *this;
    entry_ =
        std::make_unique<hub::Clients::Entry>(hub_.clients(), worker_, asClient, client_, principal_.user);

    protocol::ConnectResult result{client_, settings_.version, settings_.ping, timeToLive(principal_.term)};
    std::vector<std::vector<std::string>> texts;
    for (const auto& channel : principal_.channels) {
        const auto admitted = admit(channel.name);
        if (std::holds_alternative<CentrifugeError>(admitted))
            continue; // what the token names and this server does not know is nobody's loss but its issuer's
        protocol::SubscribeRequest wanted;
        if (const auto before = request.subs.find(channel.name); before != request.subs.end())
            wanted = before->second;
        wanted.channel = channel.name;
        result.subs.emplace_back(channel.name, join(wanted, *std::get<const hub::ChannelOptions*>(admitted),
                                                    {channel.info, {}, true}, texts.emplace_back()));
    }
    armTimer();
    return protocol::connectReply(id, result);
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::RefreshRequest& request) {
    auto verified = tokens_.connect(request.token);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified)) {
        if (*error == CentrifugeError::TokenExpired)
            return errorReply(id, *error);
        disconnect(CloseCode::InvalidToken);
        return {};
    }
    auto& renewed = std::get<Principal>(verified);
    if (renewed.user != principal_.user) {
        disconnect(CloseCode::InvalidToken);
        return {};
    }
    principal_.token = std::move(renewed.token);
    principal_.term = renewed.term;
    armTimer();
    return protocol::refreshReply(id, client_, settings_.version, timeToLive(principal_.term));
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::SubRefreshRequest& request) {
    auto* const seat = find(request.channel);
    if (seat == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    const auto verified = tokens_.subscribe(request.token, principal_.user, request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified))
        return errorReply(id, *error);
    seat->term = std::get<SubscriptionGrant>(verified).term;
    armTimer();
    return protocol::subRefreshReply(id, timeToLive(seat->term));
}

void CentrifugeSession::armTimer() {
    auto first = principal_.term.validUntil;
    for (const auto& entry : seats_) {
        const auto& end = entry.second.term.validUntil;
        if (end && (!first || *end < *first))
            first = end;
    }
    if (!first)
        return;
    link_.setTimer(timerUntil(*first + settings_.grace));
}

void CentrifugeSession::onTimer() {
    if (ended_)
        return;
    const auto over = std::chrono::system_clock::now() - settings_.grace;
    const auto isOver = [over](const Term& term) { return term.validUntil && *term.validUntil <= over; };
    if (isOver(principal_.term)) {
        disconnect(CloseCode::Expired);
        return;
    }
    for (auto entry = seats_.begin(); entry != seats_.end();) {
        if (!isOver(entry->second.term)) {
            ++entry;
            continue;
        }
        push(protocol::unsubscribePush(entry->first, protocol::UnsubscribeCode::Expired));
        entry = seats_.erase(entry);
    }
    armTimer();
}

// --- where it is ---

std::variant<const hub::ChannelOptions*, CentrifugeError>
CentrifugeSession::admit(const std::string& channel) const {
    if (!hub::isValidChannelName(channel))
        return CentrifugeError::BadRequest;
    const auto* const options = hub_.namespaces().find(channel);
    if (options == nullptr)
        return CentrifugeError::UnknownChannel;
    if (seats_.contains(channel))
        return CentrifugeError::AlreadySubscribed;
    if (seats_.size() >= settings_.maxChannels)
        return CentrifugeError::LimitExceeded;
    return options;
}

std::variant<CentrifugeSession::Grant, CentrifugeError>
CentrifugeSession::grant(const protocol::SubscribeRequest& request,
                         const hub::ChannelOptions& options) const {
    if (request.token.empty()) {
        if (const auto error = refuseSubscribe(options, request.channel, principal_.user))
            return *error;
        return Grant{};
    }
    auto verified = tokens_.subscribe(request.token, principal_.user, request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified))
        return *error;
    auto& granted = std::get<SubscriptionGrant>(verified);
    return Grant{std::move(granted.info), granted.term, false};
}

protocol::SubscribeResult CentrifugeSession::join(const protocol::SubscribeRequest& request,
                                                  const hub::ChannelOptions& options, const Grant& grant,
                                                  std::vector<std::string>& texts) {
    hub::SubscriptionRequest wanted{hub::Dialect::Centrifuge,
                                    (request.joinLeave || grant.byServer) && options.joinLeave,
                                    {client_, principal_.user, principal_.info, grant.info},
                                    {}};
    if (request.recover && options.recover)
        wanted.since = request.since;
    auto subscription =
        std::make_unique<hub::Subscription>(hub_, request.channel, worker_, link_, std::move(wanted));
    auto joined = subscription->takeJoined();
    seats_.insert_or_assign(request.channel, Seat{std::move(subscription), grant.term, grant.byServer});
    if (grant.term.validUntil)
        armTimer();

    protocol::SubscribeResult result;
    result.position = std::move(joined.position);
    result.ttl = timeToLive(grant.term);
    result.recoverable = options.recover;
    result.positioned = options.recover;
    result.wasRecovering = request.recover && options.recover;
    result.recovered = joined.recovered;
    result.publications = tell(joined.missed, texts);
    return result;
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::SubscribeRequest& request) {
    const auto admitted = admit(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&admitted))
        return errorReply(id, *error);
    const auto& options = *std::get<const hub::ChannelOptions*>(admitted);
    const auto granted = grant(request, options);
    if (const auto* const error = std::get_if<CentrifugeError>(&granted))
        return errorReply(id, *error);
    if (mustRecoverFromStore(request, options)) {
        recoverFromStore(id, request, std::get<Grant>(granted));
        return {};
    }
    std::vector<std::string> texts;
    return protocol::subscribeReply(id, join(request, options, std::get<Grant>(granted), texts));
}

bool CentrifugeSession::mustRecoverFromStore(const protocol::SubscribeRequest& request,
                                             const hub::ChannelOptions& options) {
    if (!request.recover || !options.recover || options.cache || !options.durable || hub_.store() == nullptr)
        return false;
    const auto channel = hub_.channel(request.channel);
    return channel->currentPosition().epoch == request.since.epoch && !channel->remembersSince(request.since);
}

// First what the store has, then, from there on, as always: what the store has not yet is remembered.
void CentrifugeSession::recoverFromStore(std::uint32_t id, const protocol::SubscribeRequest& request,
                                         const Grant& grant) {
    hub_.store()->history(
        {request.channel, request.since.epoch, request.since.offset, maxHistory, false},
        [later = later(), id, request, grant](hub::StoreResult<hub::History> result) {
            later([id, request, grant, result = std::move(result)](CentrifugeSession& self) {
                const auto* const history = std::get_if<hub::History>(&result);
                self.push(self.recovered(id, request, grant,
                                         history != nullptr ? history->messages
                                                            : std::vector<hub::StoredMessage>()));
            });
        });
}

std::string CentrifugeSession::recovered(std::uint32_t id, const protocol::SubscribeRequest& request,
                                         const Grant& grant, const std::vector<hub::StoredMessage>& stored) {
    const auto admitted = admit(request.channel); // it may have subscribed in the meantime
    if (const auto* const error = std::get_if<CentrifugeError>(&admitted))
        return errorReply(id, *error);
    auto rest = request;
    std::vector<protocol::PublicationView> publications;
    for (const auto& message : stored) {
        if (message.publication.offset != rest.since.offset + 1)
            break; // one that could not be kept: what follows is no use without it
        rest.since.offset = message.publication.offset;
        publications.push_back(tell(message));
    }
    std::vector<std::string> texts;
    auto result = join(rest, *std::get<const hub::ChannelOptions*>(admitted), grant, texts);
    if (result.recovered)
        result.publications.insert(result.publications.begin(), publications.begin(), publications.end());
    return protocol::subscribeReply(id, result);
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::UnsubscribeRequest& request) {
    seats_.erase(request.channel);
    return protocol::emptyReply(id, "unsubscribe");
}

// --- what it says and asks ---

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PublishRequest& request) {
    if (!hub::isValidChannelName(request.channel) || request.data.empty())
        return errorReply(id, CentrifugeError::BadRequest);
    const auto* const options = hub_.namespaces().find(request.channel);
    if (options == nullptr)
        return errorReply(id, CentrifugeError::UnknownChannel);
    // Who does not take part does not speak.
    auto* const seat = find(request.channel);
    if (seat == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    if (const auto error = refusePublish(*options, principal_.user))
        return errorReply(id, *error);
    hub::Message message{request.data};
    message.info = seat->subscription->info();
    if (options->chat && !makeChat(message))
        return errorReply(id, CentrifugeError::BadRequest);
    auto& channel = seat->subscription->channel();
    if (!hub_.keeps(channel)) {
        hub_.publish(channel, std::move(message), {});
        return protocol::emptyReply(id, "publish");
    }
    // Answered when it is on disk.
    hub_.publish(channel, std::move(message), [later = later(), id](const hub::PublishResult& result) {
        later(
            [id, isKept = std::holds_alternative<protocol::StreamPosition>(result)](CentrifugeSession& self) {
                self.push(isKept ? protocol::emptyReply(id, "publish")
                                 : errorReply(id, CentrifugeError::Internal));
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

bool CentrifugeSession::makeChat(hub::Message& message) const {
    auto read = protocol::readChatMessage(message.data, nick_);
    if (std::holds_alternative<std::string>(read))
        return false;
    auto& chat = std::get<protocol::ChatMessage>(read);
    if (nickIsFixed_)
        chat.nick = nick_;
    chat.id = hub::randomMessageId();
    message.data = protocol::toJson(chat);
    // What an outbox sends again after a cut is the same message: that of the user, or of this connection.
    if (!chat.clientId.empty())
        message.idempotencyKey =
            (principal_.user.empty() ? "client " + client_ : "user " + principal_.user) + ' ' + chat.clientId;
    message.chat = {std::move(chat.id), std::move(chat.clientId), std::move(chat.text)};
    return true;
}

std::variant<hub::Channel*, CentrifugeError> CentrifugeSession::present(const std::string& channel) {
    auto* const seat = find(channel);
    if (seat == nullptr)
        return CentrifugeError::PermissionDenied;
    if (!seat->subscription->channel().options().presence)
        return CentrifugeError::NotAvailable;
    return &seat->subscription->channel();
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PresenceRequest& request) {
    const auto channel = present(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&channel))
        return errorReply(id, *error);
    return protocol::presenceReply(id, std::get<hub::Channel*>(channel)->presence());
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PresenceStatsRequest& request) {
    const auto channel = present(request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&channel))
        return errorReply(id, *error);
    const auto counts = std::get<hub::Channel*>(channel)->presenceCounts();
    return protocol::presenceStatsReply(id, {counts.clients, counts.users});
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::HistoryRequest& request) {
    auto* const seat = find(request.channel);
    if (seat == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    auto& channel = seat->subscription->channel();
    if (channel.options().history.publications == 0)
        return errorReply(id, CentrifugeError::NotAvailable);
    const auto wanted = request.limit < 0 ? maxHistory : static_cast<std::size_t>(request.limit);
    const auto limit = std::min(wanted, maxHistory);
    const auto history = channel.history({request.since, limit, request.reverse});
    if (!history.sameEpoch)
        return errorReply(id, CentrifugeError::UnrecoverablePosition);
    if (hub_.keeps(channel) && !isComplete(history, request, limit)) {
        historyFromStore(id, request, limit, history.position);
        return {};
    }
    std::vector<std::string> texts;
    return protocol::historyReply(id, history.position, tell(history.publications, texts));
}

// What is not remembered is older than what is. What is on its way to the disk is remembered.
void CentrifugeSession::historyFromStore(std::uint32_t id, const protocol::HistoryRequest& request,
                                         std::size_t limit, const protocol::StreamPosition& position) {
    const auto since = request.since ? std::optional(request.since->offset) : std::nullopt;
    hub_.store()->history({request.channel, position.epoch, since, limit, request.reverse},
                          [later = later(), id, position](hub::StoreResult<hub::History> result) {
                              later([id, position, result = std::move(result)](CentrifugeSession& self) {
                                  const auto* const history = std::get_if<hub::History>(&result);
                                  if (history == nullptr) {
                                      self.push(errorReply(id, CentrifugeError::Internal));
                                      return;
                                  }
                                  std::vector<protocol::PublicationView> views;
                                  views.reserve(history->messages.size());
                                  for (const auto& message : history->messages)
                                      views.push_back(tell(message));
                                  self.push(protocol::historyReply(id, position, views));
                              });
                          });
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PingRequest& /*request*/) {
    return protocol::emptyReply(id, "ping");
}

// Nobody listens to what is sent without a reply.
std::string CentrifugeSession::answer(std::uint32_t /*id*/, const protocol::SendRequest& /*request*/) {
    return {};
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::RpcRequest& request) {
    const bool isSearch = request.method == "chat.search";
    if (!isSearch && request.method != "chat.history")
        return errorReply(id, CentrifugeError::MethodNotFound);
    auto wanted = readChatRequest(request.data);
    if (!wanted || (isSearch && wanted->text.empty()))
        return errorReply(id, CentrifugeError::BadRequest);
    auto* const seat = find(wanted->channel);
    if (seat == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    if (!hub_.keeps(seat->subscription->channel()))
        return errorReply(id, CentrifugeError::NotAvailable);
    const auto done = [later = later(), id,
                       limit = wanted->limit](hub::StoreResult<std::vector<hub::StoredMessage>> result) {
        later([id, limit, result = std::move(result)](CentrifugeSession& self) {
            const auto* const messages = std::get_if<std::vector<hub::StoredMessage>>(&result);
            self.push(messages != nullptr ? protocol::rpcReply(id, chatPage(*messages, limit))
                                          : errorReply(id, CentrifugeError::Internal));
        });
    };
    if (isSearch)
        hub_.store()->search(
            {std::move(wanted->channel), std::move(wanted->text), wanted->before, wanted->limit}, done);
    else
        hub_.store()->page({std::move(wanted->channel), wanted->before, wanted->limit}, done);
    return {};
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::UnknownRequest& /*request*/) {
    return errorReply(id, CentrifugeError::MethodNotFound);
}

// handle() has taken it.
std::string CentrifugeSession::answer(std::uint32_t /*id*/, const protocol::PongRequest& /*request*/) {
    return {};
}

// --- what it is told to do ---

void CentrifugeSession::obey(const hub::ClientCommand& command) {
    if (!ended_)
        std::visit([this](const auto& one) { obey(one); }, command);
}

void CentrifugeSession::obey(const hub::DisconnectClient& command) {
    ended_ = true;
    link_.close(command.code, command.reason);
}

void CentrifugeSession::obey(const hub::SubscribeClient& command) {
    const auto admitted = admit(command.channel);
    if (std::holds_alternative<CentrifugeError>(admitted))
        return;
    protocol::SubscribeRequest request;
    request.channel = command.channel;
    std::vector<std::string> texts;
    push(protocol::subscribePush(command.channel,
                                 join(request, *std::get<const hub::ChannelOptions*>(admitted),
                                      {command.info, {command.expiresAt, command.expiresAt}, true}, texts)));
}

void CentrifugeSession::obey(const hub::UnsubscribeClient& command) {
    if (seats_.erase(command.channel) != 0)
        push(protocol::unsubscribePush(command.channel, protocol::UnsubscribeCode::Server));
}

void CentrifugeSession::obey(const hub::RefreshClient& command) {
    principal_.term = {command.expiresAt, command.expiresAt};
    if (command.expiresAt && *command.expiresAt <= std::chrono::system_clock::now()) {
        disconnect(CloseCode::Expired);
        return;
    }
    push(protocol::refreshPush(timeToLive(principal_.term)));
    armTimer();
}

} // namespace chinwag::session
