// The part of CentrifugeSession that answers the rpc methods `chat.*`; server/protocol/PROTOCOL.md describes
// them.
#pragma once

#include "hub/MessageChange.h"
#include "hub/ModerationDesk.h"
#include "session/CentrifugeSession.h"
#include "session/ChatRequest.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::session {

/// Answers one call: made for it, and used on the session's thread.
class CentrifugeSession::ChatCalls {
public:
    /// `id` is that of the command.
    ChatCalls(CentrifugeSession& session, std::uint32_t id) : session_(session), id_(id) {}

    /// The reply, or nothing when it follows later.
    std::string answer(const protocol::RpcRequest& request);

private:
    // What is asked of a room that one takes part in, and what of the connection.
    using RoomMethod = std::string (ChatCalls::*)(const ChatRequest&, Seat&);
    using Method = std::string (ChatCalls::*)(const ChatRequest&);
    struct NamedMethod {
        std::string_view name;
        std::variant<RoomMethod, Method> call;
        bool isDeed = false;     // of a person: a program may well ask by itself
        bool isForStaff = false; // and nobody else
    };
    // Null when there is none.
    static const NamedMethod* methodCalled(std::string_view name);
    std::string askRoom(RoomMethod method, const ChatRequest& request);

    std::string history(const ChatRequest& request, Seat& seat);
    std::string search(const ChatRequest& request, Seat& seat);
    std::string edit(const ChatRequest& request, Seat& seat);
    std::string redact(const ChatRequest& request, Seat& seat);
    std::string typing(const ChatRequest& request, Seat& seat);
    std::string read(const ChatRequest& request, Seat& seat);
    std::string report(const ChatRequest& request, Seat& seat);
    std::string whois(const ChatRequest& request, Seat& seat);
    std::string activity(const ChatRequest& request, Seat& seat);
    std::string rules(const ChatRequest& request, Seat& seat);

    // Of staff:
    std::string kick(const ChatRequest& request, Seat& seat);
    std::string mute(const ChatRequest& request, Seat& seat);
    std::string ban(const ChatRequest& request, Seat& seat);
    std::string sanctions(const ChatRequest& request, Seat& seat);
    std::string lift(const ChatRequest& request, Seat& seat);
    std::string lock(const ChatRequest& request, Seat& seat);
    std::string unlock(const ChatRequest& request, Seat& seat);
    std::string slow(const ChatRequest& request, Seat& seat);

    std::string nick(const ChatRequest& request);
    std::string rooms(const ChatRequest& request);
    std::string direct(const ChatRequest& request);
    std::string directory(const ChatRequest& request);

    // Why there is no direct room with whom `request` names, or it may not be opened; nothing when it may.
    std::optional<std::string> refuseDirect(const ChatRequest& request, const std::string& channel) const;
    // Subscribes both users of a direct room to it, wherever they are connected; the reply.
    std::string openDirect(const std::string& channel, const std::string& other) const;

    // Why staff cannot do to anybody what is asked for; nothing when it can.
    std::optional<std::string> refuseStaff(const ChatRequest& request, const Seat& seat) const;
    std::string impose(hub::Sanction::Kind kind, const ChatRequest& request, const Seat& seat) const;
    // Lays down `sanction` for `target`, as `request` wants it; answers by itself.
    void imposeOn(const hub::SanctionTarget& target, hub::Sanction sanction,
                  const ChatRequest& request) const;
    hub::StoreDone<hub::Sanction> giveSanction(bool isNew) const;
    // Has `change` applied to the rules of the room; answers with those by itself.
    std::string changeRules(const ChatRequest& request, const Seat& seat,
                            const std::function<void(hub::RoomRules&)>& change) const;
    // What becomes of a message that its author, or staff, takes back.
    hub::ChangeDone giveRedaction(const ChatRequest& request) const;
    hub::ByOperator byStaff(const std::string& reason) const {
        return {"user:" + session_.principal_.user, reason};
    }

    // A room shows what is in it to who takes part or could.
    static RoomView viewOf(const CentrifugeSession& session, const std::string& channel);

    std::string refuse(protocol::CentrifugeError error, const std::string& text) const;
    hub::StoreDone<std::vector<hub::StoredMessage>> givePage(std::size_t limit) const;
    hub::ChangeDone giveChange() const;
    // Tells the others of the room about a marker that is set, or that none could be.
    hub::ChangeDone giveMarker(const std::string& channel, const std::string& id) const;
    hub::Author author() const { return {session_.principal_.user, session_.client_}; }

    CentrifugeSession& session_;
    const std::uint32_t id_;
};

} // namespace chinwag::session
