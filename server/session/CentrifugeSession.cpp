#include "session/CentrifugeSession.h"

#include "hub/RandomId.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChatMessage.h"
#include "protocol/ChatRules.h"
#include "protocol/HttpMessage.h"
#include "protocol/Json.h"
#include "protocol/WebSocketFrame.h"

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>

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

// What a publication is made of, for as long as it is being written.
struct Told {
    std::vector<std::string> texts;
    std::vector<protocol::PublicationView> views;
};

Told tell(const std::vector<hub::PublicationRef>& publications) {
    Told told;
    told.texts.reserve(publications.size() * 2);
    for (const auto& publication : publications) {
        told.texts.push_back(hub::dataOf(*publication));
        told.texts.push_back(publication->info.client.empty() ? std::string()
                                                              : protocol::toJson(publication->info));
    }
    for (std::size_t i = 0; i < publications.size(); ++i)
        told.views.push_back(
            {told.texts[2 * i], told.texts[2 * i + 1], {}, publications[i]->offset, publications[i]->time});
    return told;
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

CentrifugeSession::CentrifugeSession(hub::Hub& hub, const CentrifugeSettings& settings, hub::Link& link,
                                     hub::WorkerIndex worker)
    : hub_(hub), settings_(settings), link_(link), worker_(worker), client_(hub::randomClientId()) {}

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
    if (isConnect == connected_ || (command.id == 0 && !isSend)) {
        replies.sendTo(link_);
        disconnect(CloseCode::BadRequest);
        return false;
    }
    replies.add(
        std::visit([&](const auto& request) { return answer(command.id, request); }, command.request));
    return !ended_;
}

void CentrifugeSession::disconnect(CloseCode code) {
    ended_ = true;
    link_.close(code, protocol::closeReason(code));
}

hub::SessionFacts CentrifugeSession::facts() const {
    rooms_.clear();
    for (const auto& entry : subscriptions_)
        rooms_.append(rooms_.empty() ? "" : ", ").append(entry.first);
    return {"centrifuge", nick_, rooms_};
}

hub::FrameRef CentrifugeSession::pingFrame() const {
    return textFrame(protocol::centrifugePing, 0);
}

hub::Subscription* CentrifugeSession::find(const std::string& channel) const {
    const auto found = subscriptions_.find(channel);
    return found == subscriptions_.end() ? nullptr : found->second.get();
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::ConnectRequest& request) {
    connected_ = true;
    nick_ = nickIn(request.data);
    return protocol::connectReply(id, {client_, settings_.version, settings_.ping});
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::SubscribeRequest& request) {
    if (!hub::isValidChannelName(request.channel))
        return errorReply(id, CentrifugeError::BadRequest);
    const auto* const options = hub_.namespaces().find(request.channel);
    if (options == nullptr)
        return errorReply(id, CentrifugeError::UnknownChannel);
    if (!options->clientSubscribe)
        return errorReply(id, CentrifugeError::PermissionDenied);
    if (find(request.channel) != nullptr)
        return errorReply(id, CentrifugeError::AlreadySubscribed);
    if (subscriptions_.size() >= settings_.maxChannels)
        return errorReply(id, CentrifugeError::LimitExceeded);

    hub::SubscriptionRequest wanted{
        hub::Dialect::Centrifuge, request.joinLeave && options->joinLeave, {}, {}};
    wanted.info = {
        client_, {}, nick_.empty() ? std::string() : R"({"nick":)" + protocol::jsonString(nick_) + '}'};
    if (request.recover && options->recover)
        wanted.since = request.since;
    auto subscription = std::make_unique<hub::Subscription>(hub_, request.channel, worker_, link_, wanted);
    const auto joined = subscription->takeJoined();
    subscriptions_.emplace(request.channel, std::move(subscription));

    const auto missed = tell(joined.missed);
    protocol::SubscribeResult result;
    result.position = joined.position;
    result.recoverable = options->recover;
    result.positioned = options->recover && request.positioned;
    result.wasRecovering = wanted.since.has_value();
    result.recovered = joined.recovered;
    result.publications = missed.views;
    return protocol::subscribeReply(id, result);
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::UnsubscribeRequest& request) {
    subscriptions_.erase(request.channel);
    return protocol::emptyReply(id, "unsubscribe");
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PublishRequest& request) {
    if (!hub::isValidChannelName(request.channel) || request.data.empty())
        return errorReply(id, CentrifugeError::BadRequest);
    const auto* const options = hub_.namespaces().find(request.channel);
    if (options == nullptr)
        return errorReply(id, CentrifugeError::UnknownChannel);
    if (!options->clientPublish)
        return errorReply(id, CentrifugeError::PermissionDenied);
    // Who does not take part does not speak.
    auto* const subscription = find(request.channel);
    if (subscription == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    std::string data = request.data;
    if (options->chat) {
        auto read = protocol::readChatMessage(request.data, nick_);
        if (std::holds_alternative<std::string>(read))
            return errorReply(id, CentrifugeError::BadRequest);
        auto& message = std::get<protocol::ChatMessage>(read);
        message.id = hub::randomMessageId();
        data = protocol::toJson(message);
    }
    hub_.publish(subscription->channel(), std::move(data), {client_, {}, {}});
    return protocol::emptyReply(id, "publish");
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PresenceRequest& request) {
    const auto* const subscription = find(request.channel);
    if (subscription == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    if (!subscription->channel().options().presence)
        return errorReply(id, CentrifugeError::NotAvailable);
    return protocol::presenceReply(id, subscription->channel().presence());
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PresenceStatsRequest& request) {
    const auto* const subscription = find(request.channel);
    if (subscription == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    if (!subscription->channel().options().presence)
        return errorReply(id, CentrifugeError::NotAvailable);
    const auto clients = subscription->channel().presence();
    std::set<std::string_view> users;
    for (const auto& client : clients)
        users.insert(client.user);
    return protocol::presenceStatsReply(id, {clients.size(), users.size()});
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::HistoryRequest& request) {
    const auto* const subscription = find(request.channel);
    if (subscription == nullptr)
        return errorReply(id, CentrifugeError::PermissionDenied);
    auto& channel = subscription->channel();
    if (channel.options().history.publications == 0)
        return errorReply(id, CentrifugeError::NotAvailable);
    const auto limit = request.limit < 0 ? maxHistory : static_cast<std::size_t>(request.limit);
    const auto history = channel.history({request.since, std::min(limit, maxHistory), request.reverse});
    if (!history.sameEpoch)
        return errorReply(id, CentrifugeError::UnrecoverablePosition);
    return protocol::historyReply(id, history.position, tell(history.publications).views);
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::PingRequest& /*request*/) {
    return protocol::emptyReply(id, "ping");
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::RpcRequest& /*request*/) {
    return errorReply(id, CentrifugeError::MethodNotFound);
}

// What there is nobody to hear for, or nothing to do for without tokens.
template <typename Request>
std::string CentrifugeSession::answer(std::uint32_t id, const Request& /*request*/) {
    if constexpr (std::is_same_v<Request, protocol::SendRequest>)
        return {};
    else if constexpr (std::is_same_v<Request, protocol::UnknownRequest>)
        return errorReply(id, CentrifugeError::MethodNotFound);
    else
        return errorReply(id, CentrifugeError::NotAvailable);
}

} // namespace chinwag::session
