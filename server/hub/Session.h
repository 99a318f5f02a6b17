// Port: one dialect's view of a connection, between the frames of net and the channels of the hub.
#pragma once

#include "hub/Sanction.h"
#include "hub/SharedFrame.h"
#include "protocol/ChatMessage.h"

#include <string_view>

namespace chinwag::hub {

/// What a session says of itself to operators. The texts are valid until it is used again.
struct SessionFacts {
    std::string_view dialect;     ///< static
    std::string_view nick;        ///< empty when it has not said
    std::string_view room;        ///< without its namespace
    std::string_view user{};      ///< whom its token names; empty for somebody anonymous
    std::string_view token{};     ///< the id of its token; empty when there is none
    std::string_view device{};    ///< what the client calls it, or empty
    std::string_view program{};   ///< the library that the client says it uses, and its version; or empty
    std::string_view lastError{}; ///< that it told the client, static text; empty when there was none
};

/// Made when a WebSocket has opened, destroyed when it is gone; used on its worker's thread only.
class Session {
public:
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    virtual ~Session() = default;

    /// A complete text message: valid UTF-8, within the size limit, valid during the call.
    virtual void onText(std::string_view message) = 0;
    /// A complete binary message, likewise.
    virtual void onBinary(std::string_view message) = 0;

    virtual SessionFacts facts() const = 0;

    /// Who it is to the rules of operators. The texts are valid until it is used again.
    virtual Subject subject() const { return {}; }
    /// Whether it is an operator who follows the live feed, and takes no part in the chat.
    virtual bool isOperators() const { return false; }
    /// Whether it takes part in `channel`; with an empty name, whether it is there at all.
    virtual bool isIn(std::string_view channel) const { return channel.empty(); }
    /// Whether it is the connection that presence calls `client`.
    virtual bool isClient(std::string_view /*client*/) const { return false; }
    /// The rules have become stricter: it leaves what it may not be in any more. True when it had to.
    virtual bool review() { return false; }

    /// Tells the peer something that nobody else hears and nothing keeps. False when it cannot be told yet.
    virtual bool tell(const protocol::ChatMessage& /*message*/) { return false; }

    /// The time that it asked its link for has come.
    virtual void onTimer() {}

    /// True once it is known who is there; a connection that is not by then is closed after a while.
    virtual bool isEstablished() const { return true; }
    /// Whether it asks the link about the rate for all that comes, and refuses what is over it. Otherwise the
    /// peer is read more slowly.
    virtual bool keepsRate() const { return false; }
    /// What asks the peer whether it is still there in the words of the dialect, and what the peer answers
    /// with is for the session, which tells the link. Empty: a ping of the WebSocket is used.
    virtual FrameRef pingFrame() const { return {}; }
};

} // namespace chinwag::hub
