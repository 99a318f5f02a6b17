#include "session/PlainSession.h"

#include "hub/RandomId.h"
#include "protocol/HttpMessage.h"
#include "protocol/PlainMessage.h"
#include "protocol/WebSocketFrame.h"
#include "session/ExpiryTime.h"

#include <chrono>
#include <utility>

namespace chinwag::session {

namespace {

constexpr std::string_view channelPrefix = "chat:";

std::string channelOf(std::string_view room) {
    return std::string(channelPrefix).append(room);
}

// Others see a client of this dialect as whom its token names, calling itself something.
protocol::ClientInfo infoOf(const auth::TokenClaims& claims, std::string_view nick) {
    std::string info = claims.info;
    if (info.empty() && !nick.empty())
        info = protocol::nickInfo(nick);
    return {hub::randomClientId(), claims.user, std::move(info), {}};
}

// To its sender alone, in the one way that a client of this dialect can be told something.
hub::FrameRef notSent() {
    return hub::FrameRef(
        protocol::makeFrame(protocol::Opcode::Text, "Chinwag: Your message was not sent. Try again later."),
        0);
}

} // namespace

PlainSession::PlainSession(hub::Hub& hub, std::string_view room, std::string_view nick,
                           const auth::TokenClaims& claims, hub::Link& link, hub::WorkerIndex worker)
    : hub_(hub),
      link_(link),
      subscription_(hub, channelOf(room), worker, link,
                    {hub::Dialect::Plain, false, infoOf(claims, nick), {}}),
      nick_(nick),
      token_(claims.id),
      validUntil_(claims.validUntil) {
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
    if (hub_.accepts(subscription_.channel()))
        hub_.publishPlain(subscription_.channel(), message, nick_);
    else
        link_.send(notSent());
}

void PlainSession::onBinary(std::string_view) {
    link_.close(protocol::CloseCode::UnsupportedData, "only text messages are allowed here");
}

hub::SessionFacts PlainSession::facts() const {
    const std::string_view channel = subscription_.channel().name();
    return {"plain", nick_, channel.substr(channelPrefix.size()), subscription_.info().user, token_};
}

} // namespace chinwag::session
