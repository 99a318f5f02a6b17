// The part of ChatCalls about what holds for everybody in a room: whether it is locked, and how slow it is.
#include "session/ChatCalls.h"

#include "protocol/CentrifugeReply.h"
#include "protocol/ChatMessage.h"
#include "protocol/ChatRules.h"

#include <utility>
#include <variant>

namespace chinwag::session {

using hub::RoomRules;
using protocol::CentrifugeError;

namespace {

constexpr std::string_view chatOnly = "chat rooms alone are locked or slow";

RoomRules rulesOf(const hub::Moderation& moderation, const std::string& channel) {
    const auto all = moderation.rules();
    const auto* const rules = all->roomRules(channel);
    return rules != nullptr ? *rules : RoomRules{channel};
}

std::string textOf(const RoomRules& rules) {
    return protocol::rulesText(rules.locked, rules.slowSeconds);
}

} // namespace

std::string CentrifugeSession::ChatCalls::rules(const ChatRequest& request, Seat& seat) {
    if (!seat.subscription->channel().options().chat)
        return refuse(CentrifugeError::NotAvailable, std::string(chatOnly));
    return protocol::rpcReply(id_, textOf(rulesOf(session_.hub_.moderation(), request.channel)));
}

std::string CentrifugeSession::ChatCalls::lock(const ChatRequest& request, Seat& seat) {
    return changeRules(request, seat, [](RoomRules& rules) { rules.locked = true; });
}

std::string CentrifugeSession::ChatCalls::unlock(const ChatRequest& request, Seat& seat) {
    return changeRules(request, seat, [](RoomRules& rules) { rules.locked = false; });
}

std::string CentrifugeSession::ChatCalls::slow(const ChatRequest& request, Seat& seat) {
    if (!request.seconds)
        return refuse(CentrifugeError::BadRequest, "seconds must be 0, for no slow mode, to " +
                                                       std::to_string(RoomRules::longestSlowMode));
    return changeRules(request, seat, [seconds = *request.seconds](RoomRules& rules) {
        rules.slowSeconds = static_cast<std::uint32_t>(seconds);
    });
}

std::string CentrifugeSession::ChatCalls::changeRules(const ChatRequest& request, const Seat& seat,
                                                      const std::function<void(RoomRules&)>& change) const {
    if (!seat.subscription->channel().options().chat)
        return refuse(CentrifugeError::NotAvailable, std::string(chatOnly));
    if (const auto fault = protocol::faultOfStaffReason(request.reason))
        return refuse(CentrifugeError::BadRequest, *fault);
    auto rules = rulesOf(session_.hub_.moderation(), request.channel);
    change(rules);
    session_.settings_.staff->desk.set(
        std::move(rules), byStaff(request.reason),
        [later = session_.later(), id = id_](const hub::StoreResult<RoomRules>& result) {
            const auto* const set = std::get_if<RoomRules>(&result);
            auto reply = set != nullptr ? protocol::rpcReply(id, textOf(*set))
                                        : protocol::errorReply(id, CentrifugeError::Internal);
            later([reply = std::move(reply)](CentrifugeSession& self) { self.push(reply); });
        });
    return {};
}

} // namespace chinwag::session
