#include "session/PlainSession.h"

#include "hub/RandomId.h"
#include "protocol/HttpMessage.h"
#include "protocol/Nickname.h"
#include "protocol/PlainMessage.h"
#include "protocol/WebSocketFrame.h"
#include "session/ChannelAccess.h"
#include "session/ExpiryTime.h"

#include <chrono>
#include <utility>

namespace chinwag::session {

namespace {

// Others see a client of this dialect as whom its token names, calling itself something.
protocol::ClientInfo infoOf(const auth::TokenClaims& claims, std::string_view nick) {
    std::string info = claims.info;
    if (info.empty() && !nick.empty())
        info = protocol::nickInfo(nick);
    return {hub::randomClientId(), claims.user, std::move(info), {}};
}

// To its sender alone, in the one way that a client of this dialect can be told something.
hub::FrameRef notSent(std::string_view why) {
    return hub::FrameRef(protocol::makeFrame(protocol::Opcode::Text,
                                             "Chinwag: Your message was not sent. " + std::string(why)),
                         0);
}

} // namespace

std::string plainChannel(std::string_view room) {
    return std::string(hub::chatNamespace).append(":").append(room);
}

PlainSession::PlainSession(hub::Hub& hub, std::string_view room, PlainClient client, hub::Link& link,
                           hub::WorkerIndex worker)
    : hub_(hub),
      link_(link),
      subscription_(hub, plainChannel(room), worker, link,
                    {hub::Dialect::Plain, false, infoOf(client.claims, client.nick), {}}),
      nick_(std::move(client.nick)),
      nickCheck_(hub.reservedNicks()),
      token_(std::move(client.claims.id)),
      device_(std::move(client.device)),
      address_(client.address),
      isStaff_(client.claims.isStaff),
      validUntil_(client.claims.validUntil) {
    onTimer();
}

void PlainSession::onTimer() {
    if (!validUntil_)
        return;
    if (*validUntil_ <= std::chrono::system_clock::now())
        link_.close(protocol::CloseCode::Expired, protocol::closeReason(protocol::CloseCode::Expired));
    else
        link_.setTimer(timerUntil(*validUntil_));
}

std::optional<std::string> PlainSession::refusal(std::string_view message) {
    const auto& channel = subscription_.channel();
    const auto& user = subscription_.info().user;
    if (refusePublish(channel.options(), user))
        return "You may only read here.";
    if (isTooLong(channel.options(), message))
        return "It is too long.";
    const auto claimed = protocol::claimedSpeaker(message);
    if (nickCheck_.isReserved(claimed.empty() ? nick_ : claimed, user))
        return "The nickname is reserved, or could be taken for one that is.";
    const auto who = subject();
    if (const auto refused = hub_.moderation().refuseSpeech(who, channel.name()))
        return refused->sentence();
    if (!hub_.accepts(channel))
        return "Try again later.";
    if (const auto refused = hub_.moderation().takeTurn(who, channel.name()))
        return refused->sentence();
    return std::nullopt;
}

void PlainSession::onText(std::string_view message) {
    if (const auto why = refusal(message)) {
        isRefused_ = true;
        link_.send(notSent(*why));
        return;
    }
    if (nick_.empty())
        nick_ = protocol::readNickname(protocol::parsePlainMessage(message).nickname).value_or(std::string());
    hub_.publishPlain(subscription_.channel(), message, nick_, subscription_.info().user);
}

void PlainSession::onBinary(std::string_view) {
    link_.close(protocol::CloseCode::UnsupportedData, "only text messages are allowed here");
}

hub::Subject PlainSession::subject() const {
    return {subscription_.info().user, address_, device_, isStaff_};
}

bool PlainSession::isIn(std::string_view channel) const {
    return channel.empty() || channel == subscription_.channel().name();
}

bool PlainSession::review() {
    const auto who = subject();
    auto refused = hub_.moderation().refuseStay(who);
    if (!refused)
        refused = hub_.moderation().refuseChannel(who, subscription_.channel().name());
    if (refused)
        link_.close(refused->closeCode(), refused->closeReason());
    return refused.has_value();
}

bool PlainSession::tell(const protocol::ChatMessage& message) {
    link_.send(
        hub::FrameRef(protocol::makeFrame(protocol::Opcode::Text, message.nick + ": " + message.text), 0));
    return true;
}

hub::SessionFacts PlainSession::facts() const {
    const std::string_view channel = subscription_.channel().name();
    return {"plain",
            nick_,
            channel.substr(hub::chatNamespace.size() + 1),
            subscription_.info().user,
            token_,
            device_,
            {},
            isRefused_ ? "message not sent" : std::string_view()};
}

} // namespace chinwag::session
