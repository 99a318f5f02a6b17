// The part of ChatCalls by which one finds rooms, and people in them.
#include "session/ChatCalls.h"

#include "protocol/CentrifugeReply.h"
#include "protocol/Json.h"
#include "session/ChannelAccess.h"

#include <cstdint>
#include <string>
#include <vector>

namespace chinwag::session {

using protocol::CentrifugeError;

namespace {

void writeActivity(std::string& out, const std::vector<hub::Clients::LastActive>& people) {
    out += '[';
    for (const auto& one : people) {
        if (&one != &people.front())
            out += ',';
        protocol::JsonObjectWriter object(out);
        if (one.user.empty())
            object.text("client", one.client);
        else
            object.text("user", one.user);
        object.number("active", static_cast<std::uint64_t>(one.active));
    }
    out += ']';
}

} // namespace

std::string CentrifugeSession::ChatCalls::directory(const ChatRequest& request) {
    const auto& user = session_.principal_.user;
    const auto lobby = std::string(hub::chatNamespace) + ":lobby"; // all rooms of the namespace are as open
    const auto* const options = session_.hub_.namespaces().find(lobby);
    if (options == nullptr || session_.isOperators())
        return session_.fail(id_, CentrifugeError::NotAvailable);
    if (const auto error = refuseSubscribe(*options, lobby, user))
        return session_.fail(id_, *error);
    const auto page = session_.hub_.directory().page({request.text, request.after, request.limit});
    if (!page)
        return refuse(CentrifugeError::BadRequest, "after must be the next of another page");
    return protocol::rpcReply(id_, directoryPage(*page));
}

std::string CentrifugeSession::ChatCalls::whois(const ChatRequest& request, Seat& seat) {
    const auto& channel = seat.subscription->channel();
    if (!seat.subscription->seesPresence())
        return session_.fail(id_, CentrifugeError::NotAvailable);
    const auto shown = channel.presenceOf(request.client);
    if (!shown)
        return refuse(CentrifugeError::BadRequest, "client must be one that the presence of the room shows");
    const auto nick = nickIn(shown->connInfo);
    const auto activity = session_.hub_.clients().activityOf(shown->user, shown->client);
    std::string data;
    {
        protocol::JsonObjectWriter object(data);
        object.text("client", shown->client);
        if (!shown->user.empty())
            object.text("user", shown->user);
        if (!nick.empty())
            object.text("nick", nick);
        if (activity) {
            object.number("since", static_cast<std::uint64_t>(activity->since));
            object.number("active", static_cast<std::uint64_t>(activity->active));
            if (activity->isStaff)
                object.flag("staff", true);
        }
    }
    return protocol::rpcReply(id_, data);
}

std::string CentrifugeSession::ChatCalls::activity(const ChatRequest& /*request*/, Seat& seat) {
    const auto& channel = seat.subscription->channel();
    if (!seat.subscription->seesPresence())
        return session_.fail(id_, CentrifugeError::NotAvailable);
    std::string data;
    {
        protocol::JsonObjectWriter object(data);
        object.open("people");
        writeActivity(data, session_.hub_.clients().lastActive(channel.presence()));
    }
    return protocol::rpcReply(id_, data);
}

} // namespace chinwag::session
