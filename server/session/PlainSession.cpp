#include "session/PlainSession.h"

#include "hub/RandomId.h"
#include "protocol/HttpMessage.h"
#include "protocol/PlainMessage.h"

namespace chinwag::session {

namespace {

constexpr std::string_view channelPrefix = "chat:";

std::string channelOf(std::string_view room) {
    return std::string(channelPrefix).append(room);
}

// Others see a client of this dialect as one who is anonymous and calls itself something.
protocol::ClientInfo infoOf(std::string_view nick) {
    if (nick.empty())
        return {hub::randomClientId(), {}, {}};
    return {hub::randomClientId(), {}, R"({"nick":)" + protocol::jsonString(nick) + '}'};
}

} // namespace

PlainSession::PlainSession(hub::Hub& hub, std::string_view room, std::string_view nick, hub::Link& link,
                           hub::WorkerIndex worker)
    : hub_(hub),
      link_(link),
      subscription_(hub, channelOf(room), worker, link, {hub::Dialect::Plain, false, infoOf(nick), {}}),
      nick_(nick) {}

void PlainSession::onText(std::string_view message) {
    if (nick_.empty())
        nick_ = protocol::parsePlainMessage(message).nickname;
    hub_.publishPlain(subscription_.channel(), message, nick_);
}

void PlainSession::onBinary(std::string_view) {
    link_.close(protocol::CloseCode::UnsupportedData, "only text messages are allowed here");
}

hub::SessionFacts PlainSession::facts() const {
    const std::string_view channel = subscription_.channel().name();
    return {"plain", nick_, channel.substr(channelPrefix.size())};
}

} // namespace chinwag::session
