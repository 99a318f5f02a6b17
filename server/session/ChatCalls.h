// The part of CentrifugeSession that answers the rpc methods `chat.*`; server/protocol/PROTOCOL.md describes
// them.
#pragma once

#include "hub/MessageChange.h"
#include "session/CentrifugeSession.h"
#include "session/ChatRequest.h"

#include <cstdint>
#include <string>

namespace chinwag::session {

/// Answers one call: made for it, and used on the session's thread.
class CentrifugeSession::ChatCalls {
public:
    /// `id` is that of the command.
    ChatCalls(CentrifugeSession& session, std::uint32_t id) : session_(session), id_(id) {}

    /// The reply, or nothing when it follows later.
    std::string answer(const protocol::RpcRequest& request);

private:
    using Method = std::string (ChatCalls::*)(const ChatRequest&, Seat&);
    static Method methodCalled(const std::string& name);

    std::string history(const ChatRequest& request, Seat& seat);
    std::string search(const ChatRequest& request, Seat& seat);
    std::string edit(const ChatRequest& request, Seat& seat);
    std::string redact(const ChatRequest& request, Seat& seat);
    std::string typing(const ChatRequest& request, Seat& seat);
    std::string report(const ChatRequest& request, Seat& seat);

    std::string nick(const std::string& wanted);

    std::string refuse(protocol::CentrifugeError error, const std::string& text) const;
    hub::StoreDone<std::vector<hub::StoredMessage>> givePage(std::size_t limit) const;
    hub::ChangeDone giveChange() const;
    hub::Author author() const { return {session_.principal_.user, session_.client_}; }

    CentrifugeSession& session_;
    const std::uint32_t id_;
};

} // namespace chinwag::session
