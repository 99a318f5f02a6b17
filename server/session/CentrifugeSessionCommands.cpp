// The part of CentrifugeSession that obeys what applications and others tell it to do.
#include "session/CentrifugeSession.h"

#include "protocol/CentrifugeReply.h"
#include "protocol/ChatMessage.h"
#include "protocol/Nickname.h"
#include "session/ExpiryTime.h"

#include <utility>
#include <variant>

namespace chinwag::session {

void CentrifugeSession::obey(const hub::ClientCommand& command) {
    if (ended_)
        return;
    if (entering_ && !std::holds_alternative<hub::DisconnectClient>(command))
        entering_->commands.push_back(command);
    else
        std::visit([this](const auto& one) { obey(one); }, command);
}

void CentrifugeSession::obey(const hub::DisconnectClient& command) {
    ended_ = true;
    link_.close(command.code, command.reason);
}

void CentrifugeSession::obey(const hub::UnsubscribeClient& command) {
    if (seats_.erase(command.channel) == 0 && !awaited_.contains(command.channel))
        return;
    push(protocol::unsubscribePush(command.channel, protocol::UnsubscribeCode::Server));
    takeBack(command.channel);
}

void CentrifugeSession::obey(const hub::RefreshClient& command) {
    principal_.term = {command.expiresAt, command.expiresAt};
    if (command.expiresAt && *command.expiresAt <= std::chrono::system_clock::now()) {
        disconnect(protocol::CloseCode::Expired);
        return;
    }
    takeInfo(command.info);
    push(protocol::refreshPush(timeToLive(principal_.term)));
    armTimer();
}

void CentrifugeSession::takeInfo(std::string info) {
    if (info.empty() || info == principal_.info)
        return;
    infoIsNick_ = false;
    auto nick = nickIn(info);
    nickIsFixed_ = nickIsFixed_ || !nick.empty();
    showAs(std::move(info), nick.empty() ? nick_ : std::move(nick));
}

void CentrifugeSession::showAs(std::string info, std::string nick) {
    principal_.info = std::move(info);
    const auto before = std::exchange(nick_, std::move(nick));
    const auto notice = protocol::nickNotice(nick_, before);
    for (const auto& entry : seats_) {
        auto& subscription = *entry.second.subscription;
        subscription.setConnInfo(principal_.info);
        if (subscription.channel().options().chat && nick_ != before)
            hub_.signal(subscription.channel(), notice, subscription.info());
    }
}

} // namespace chinwag::session
