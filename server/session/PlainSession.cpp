#include "session/PlainSession.h"

#include "hub/RandomId.h"
#include "protocol/HttpMessage.h"
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

// Why `message` is not fit to be said in the channel now; nothing when it is.
std::optional<std::string> refusal(hub::Hub& hub, const hub::Subscription& subscription,
                                   const hub::Subject& subject, std::string_view message) {
    const auto& channel = subscription.channel();
    if (refusePublish(channel.options(), subject.user))
        return "You may only read here.";
    if (isTooLong(channel.options(), message))
        return "It is too long.";
    if (const auto refused = hub.moderation().refuseSpeech(subject, channel.name()))
        return refused->sentence();
    if (!hub.accepts(channel))
        return "Try again later.";
    if (const auto refused = hub.moderation().takeTurn(subject, channel.name()))
        return refused->sentence();
    return std::nullopt;
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

void PlainSession::onText(std::string_view message) {
    if (nick_.empty())
        nick_ = protocol::parsePlainMessage(message).nickname;
    if (const auto why = refusal(hub_, subscription_, subject(), message))
        link_.send(notSent(*why));
    else
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

hub::SessionFacts PlainSession::facts() const {
    const std::string_view channel = subscription_.channel().name();
    return {"plain", nick_,  channel.substr(hub::chatNamespace.size() + 1), subscription_.info().user,
            token_,  device_};
}

} // namespace chinwag::session
