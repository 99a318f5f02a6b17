#include "session/CentrifugeSession.h"

#include "hub/RandomId.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChatRules.h"
#include "protocol/HttpMessage.h"
#include "protocol/Json.h"
#include "protocol/Nickname.h"
#include "protocol/WebSocketFrame.h"
#include "session/ExpiryTime.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace chinwag::session {

using protocol::CentrifugeError;
using protocol::CloseCode;

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";
constexpr unsigned maxHasty = 100;
constexpr std::size_t maxProgramWord = 64; // bytes

hub::FrameRef textFrame(std::string_view text, std::uint32_t messages) {
    return hub::FrameRef(protocol::makeFrame(protocol::Opcode::Text, text), messages);
}

// The text that is the member `name` of what a client says of itself, or empty.
std::string textIn(std::string_view data, std::string_view name) {
    if (data.empty())
        return {};
    const auto document = protocol::parseJson(data);
    const auto* const value = document ? protocol::member(*document, name) : nullptr;
    return value != nullptr && value->IsString() ? std::string(value->GetString(), value->GetStringLength())
                                                 : std::string();
}

// What is no name or version of a program is not shown.
bool isProgramWord(std::string_view text) {
    return !text.empty() && text.size() <= maxProgramWord &&
           std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

std::string programOf(const protocol::ConnectRequest& request) {
    if (!isProgramWord(request.name))
        return {};
    return isProgramWord(request.version) ? request.name + ' ' + request.version : request.name;
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
                                     const TokenGate& tokens, hub::Link& link, hub::WorkerIndex worker,
                                     const protocol::Address& address, bool operatorsOnly)
    : hub_(hub),
      settings_(settings),
      tokens_(tokens),
      link_(link),
      worker_(worker),
      client_(hub::randomClientId()),
      address_(address),
      operatorsOnly_(operatorsOnly),
      nickCheck_(hub.reservedNicks()) {}

void CentrifugeSession::onText(std::string_view message) {
    Replies replies;
    while (!message.empty() && !ended_) {
        if (entering_) {
            hold(message);
            break;
        }
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
    const bool isPong = std::holds_alternative<protocol::PongRequest>(command.request);
    if (isPong && link_.pongReceived())
        return true;
    const bool isConnect = std::holds_alternative<protocol::ConnectRequest>(command.request);
    const bool isSend = std::holds_alternative<protocol::SendRequest>(command.request);
    // The first command connects, nobody connects twice, and what wants a reply has a number. A pong that
    // answers no ping counts like a command.
    if (isConnect == isEstablished() || (command.id == 0 && !isSend && !isPong)) {
        replies.sendTo(link_);
        disconnect(CloseCode::BadRequest);
        return false;
    }
    if (!isConnect && !link_.withinRate())
        return refuseHasty(command.id, replies);
    hasty_ -= hasty_ == 0 ? 0U : 1U;
    replies.add(
        std::visit([&](const auto& request) { return answer(command.id, request); }, command.request));
    return !ended_;
}

// Who goes on at more than twice the rate does not mind the refusals.
bool CentrifugeSession::refuseHasty(std::uint32_t id, Replies& replies) {
    if (++hasty_ > maxHasty) {
        replies.sendTo(link_);
        disconnect(CloseCode::TooManyRequests);
        return false;
    }
    if (id != 0)
        replies.add(fail(id, CentrifugeError::TooManyRequests));
    return true;
}

void CentrifugeSession::push(std::string_view text) {
    link_.send(textFrame(text, 0));
}

bool CentrifugeSession::tell(const protocol::ChatMessage& message) {
    if (!isEstablished() || ended_)
        return false;
    push(protocol::messagePush(protocol::toJson(message)));
    return true;
}

void CentrifugeSession::disconnect(CloseCode code) {
    ended_ = true;
    link_.close(code, protocol::closeReason(code));
}

void CentrifugeSession::disconnect(const hub::Refusal& refusal) {
    ended_ = true;
    link_.close(refusal.closeCode(), refusal.closeReason());
}

hub::Subject CentrifugeSession::subject() const {
    if (isOperators())
        return {{}, {}, {}, true};
    return {principal_.user, address_, device_, principal_.isStaff};
}

bool CentrifugeSession::isIn(std::string_view channel) const {
    return isEstablished() && (channel.empty() || seats_.contains(std::string(channel)));
}

bool CentrifugeSession::review() {
    if (ended_ || !isEstablished() || isOperators())
        return false;
    if (const auto refused = hub_.moderation().refuseStay(subject())) {
        disconnect(*refused);
        return true;
    }
    const auto before = seats_.size();
    for (auto entry = seats_.begin(); entry != seats_.end();) {
        if (!hub_.moderation().refuseChannel(subject(), entry->first) &&
            !tokens_.isRevoked(entry->second.token)) {
            ++entry;
            continue;
        }
        push(protocol::unsubscribePush(entry->first, protocol::UnsubscribeCode::Server));
        entry = seats_.erase(entry);
    }
    return seats_.size() != before;
}

hub::SessionFacts CentrifugeSession::facts() const {
    rooms_.clear();
    for (const auto& entry : seats_)
        rooms_.append(rooms_.empty() ? "" : ", ").append(entry.first);
    return {"centrifuge", nick_, rooms_, principal_.user, principal_.token, device_, program_, lastError_};
}

hub::FrameRef CentrifugeSession::pingFrame() const {
    return textFrame(protocol::centrifugePing, 0);
}

CentrifugeSession::Seat* CentrifugeSession::find(const std::string& channel) {
    const auto found = seats_.find(channel);
    return found == seats_.end() ? nullptr : &found->second;
}

std::string CentrifugeSession::fail(std::uint32_t id, CentrifugeError error, std::string_view text) {
    lastError_ = protocol::message(error);
    return text.empty() ? protocol::errorReply(id, error) : protocol::errorReply(id, error, text);
}

// --- who it is ---

std::string CentrifugeSession::nickIn(std::string_view info) {
    return protocol::readNickname(textIn(info, "nick")).value_or(std::string());
}

std::string CentrifugeSession::refuse(std::uint32_t id, CentrifugeError error) {
    // With an expired one the client asks its application for another and comes again.
    if (error == CentrifugeError::TokenExpired)
        return fail(id, error);
    disconnect(CloseCode::InvalidToken);
    return {};
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::ConnectRequest& request) {
    auto verified = tokens_.connect(request.token);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified))
        return refuse(id, *error);
    device_ = textIn(request.data, "device");
    if (!device_.empty() && !hub::isValidDevice(device_))
        return fail(id, CentrifugeError::BadRequest, hub::deviceRule);
    principal_ = std::get<Principal>(std::move(verified));
    if (operatorsOnly_ && !isOperators())
        return refuse(id, CentrifugeError::Unauthorized);
    const auto refused = isOperators() ? std::nullopt : hub_.moderation().refuseEntry(subject());
    if (refused) {
        disconnect(*refused);
        return {};
    }
    nick_ = nickIn(principal_.info);
    nickIsFixed_ = !nick_.empty();
    if (!nickIsFixed_) {
        nick_ = nickIn(request.data);
        if (isReserved(nick_))
            return fail(id, CentrifugeError::PermissionDenied, protocol::reservedNicknameText);
    }
    if (principal_.channels.size() > settings_.maxChannels) {
        disconnect(CloseCode::ChannelLimit);
        return {};
    }
    infoIsNick_ = principal_.info.empty();
    if (infoIsNick_ && !nick_.empty())
        principal_.info = protocol::nickInfo(nick_);
    program_ = programOf(request);
    hub::CommandedClient& asClient = *this;
    entry_ = std::make_unique<hub::Clients::Entry>(hub_.clients(), worker_, asClient, client_,
                                                   principal_.user, principal_.isStaff);
    if (isOperators())
        visit_ = tokens_.visit(client_, *principal_.pass);

    armTimer();
    entering_ = std::make_unique<Entering>(Entering{id, wantedAtOnce(request)});
    return mayEnterNow() ? enter() : std::string();
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::RefreshRequest& request) {
    auto verified = tokens_.connect(request.token);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified)) {
        // Told so, SDKs give up; sent away, they come back with another token.
        if (*error != CentrifugeError::TokenExpired)
            return refuse(id, *error);
        disconnect(CloseCode::Expired);
        return {};
    }
    auto& renewed = std::get<Principal>(verified);
    if (!isRenewed(renewed))
        return refuse(id, CentrifugeError::Unauthorized);
    principal_.token = std::move(renewed.token);
    principal_.isStaff = renewed.isStaff;
    entry_->setStaff(principal_.isStaff);
    principal_.term = renewed.term;
    takeInfo(std::move(renewed.info));
    armTimer();
    return protocol::refreshReply(id, client_, settings_.version, timeToLive(principal_.term));
}

bool CentrifugeSession::isRenewed(const Principal& by) const {
    const auto& now = principal_.pass;
    if (now == nullptr || by.pass == nullptr)
        return now == by.pass && by.user == principal_.user;
    return now->session == by.pass->session && now->role == by.pass->role;
}

std::string CentrifugeSession::answer(std::uint32_t id, const protocol::SubRefreshRequest& request) {
    auto* const seat = find(request.channel);
    if (seat == nullptr)
        return fail(id, CentrifugeError::PermissionDenied);
    auto verified = tokens_.subscribe(request.token, {principal_.user, client_}, request.channel);
    if (const auto* const error = std::get_if<CentrifugeError>(&verified)) {
        // Told of the error first, SDKs give up; so they subscribe again, with another token.
        if (*error == CentrifugeError::TokenExpired) {
            push(protocol::unsubscribePush(request.channel, protocol::UnsubscribeCode::Expired));
            seats_.erase(request.channel);
        }
        return fail(id, *error);
    }
    auto& renewed = std::get<SubscriptionGrant>(verified);
    seat->term = renewed.term;
    seat->token = std::move(renewed.token);
    if (!renewed.info.empty())
        seat->subscription->setChanInfo(renewed.info);
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

} // namespace chinwag::session
