// The Centrifuge client protocol in JSON, over one WebSocket.
#pragma once

#include "hub/Clients.h"
#include "hub/Past.h"
#include "hub/ReservedNicks.h"
#include "hub/Session.h"
#include "hub/Subscription.h"
#include "protocol/CentrifugeCommand.h"
#include "protocol/CentrifugeError.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/ChannelOverrides.h"
#include "session/StaffPort.h"
#include "session/TokenGate.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chinwag::session {

/// What all sessions of the dialect go by.
struct CentrifugeSettings {
    std::string version;         ///< of the server, told to clients
    std::chrono::seconds ping{}; ///< how often a client is pinged
    /// How long after its time a token may still be replaced by a new one.
    std::chrono::milliseconds grace{};
    std::size_t maxChannels = 128;    ///< a client may be subscribed to at a time
    const StaffPort* staff = nullptr; ///< by which staff looks after rooms; null: nobody does
};

/// One class for the conversation; server/protocol/PROTOCOL.md says what is said. A frame holds one command
/// or more, a line each, and the replies to them go back in one frame.
class CentrifugeSession final : public hub::Session, private hub::CommandedClient {
public:
    /// `settings` and `tokens` must outlive it. `address` is where it comes from; with `operatorsOnly` nobody
    /// may connect who does not follow the live feed.
    CentrifugeSession(hub::Hub& hub, const CentrifugeSettings& settings, const TokenGate& tokens,
                      hub::Link& link, hub::WorkerIndex worker, const protocol::Address& address = {},
                      bool operatorsOnly = false);

    void onText(std::string_view message) override;
    /// JSON alone is spoken here: a binary message closes the connection.
    void onBinary(std::string_view message) override;
    hub::SessionFacts facts() const override;
    hub::Subject subject() const override;
    bool isOperators() const override { return principal_.pass != nullptr; }
    bool isIn(std::string_view channel) const override;
    bool isClient(std::string_view client) const override { return client == client_; }
    bool review() override;
    bool tell(const protocol::ChatMessage& message) override;
    bool isEstablished() const override { return entry_ != nullptr; }
    bool keepsRate() const override { return true; }
    hub::FrameRef pingFrame() const override;
    void onTimer() override;

private:
    // A page of history, and what is recovered from the disk, is as much as a client can take in at once.
    static constexpr std::size_t maxHistory = 1'000;

    // Replies of one frame.
    class Replies;
    // What is asked by rpc.
    class ChatCalls;
    // A subscription and how long it holds.
    struct Seat {
        std::unique_ptr<hub::Subscription> subscription;
        Term term;
        bool byServer = false;
        std::string token{};                             // the id of what allows it, or empty
        std::chrono::steady_clock::time_point typedAt{}; // when others were last told that it writes
        std::chrono::steady_clock::time_point readAt{};  // and how far it has read
    };
    // How somebody comes to be subscribed.
    struct Grant {
        std::string info{}; // of the subscription: JSON text, or empty
        std::string data{}; // for the application: likewise
        Term term{};
        bool byServer = false;
        std::string token{}; // the id of the one that allows it, or empty
        protocol::ChannelOverrides overrides{};
    };
    using Stored = hub::History;
    // A subscription that is to be there from the start, and what the store had for it.
    struct Wanted {
        protocol::SubscribeRequest request;
        Grant grant;
        Stored stored{};
    };
    // A connect that waits for what was missed, and all that has to wait for it.
    struct Entering {
        std::uint32_t id = 0;                 // of the command
        std::map<std::string, Wanted> wanted; // by channel
        std::size_t open = 0;                 // questions to the store
        std::string held{};                   // what the client says meanwhile
        std::vector<hub::ClientCommand> commands{};
    };

    // False when the connection is being closed.
    bool handle(const protocol::CentrifugeCommand& command, Replies& replies);
    // Refuses one that is over the rate.
    bool refuseHasty(std::uint32_t id, Replies& replies);

    // A reply that says what is wrong, which operators see as well.
    std::string fail(std::uint32_t id, protocol::CentrifugeError error, std::string_view text = {});
    // A token that is no good ends the conversation.
    std::string refuse(std::uint32_t id, protocol::CentrifugeError error);
    // What its token says it is to be in, and what the server had subscribed it to before a cut, as far as it
    // may be there by itself.
    std::map<std::string, Wanted> wantedAtOnce(const protocol::ConnectRequest& request) const;
    // Whether nothing has to be asked for before enter(); otherwise that comes later.
    bool mayEnterNow();
    // The reply to the connect that `entering_` is.
    std::string enter();
    void enterLate();
    // Keeps what is said while the connect waits.
    void hold(std::string_view text);
    // The nickname in what is told of somebody, or empty.
    static std::string nickIn(std::string_view info);
    // Others are told this of it from now on, and it is called so.
    void showAs(std::string info, std::string nick);
    // Likewise, from a new token or an application; empty: what they were told.
    void takeInfo(std::string info);
    // Whether it may look after rooms: what is done there is done by somebody with a name.
    bool isStaff() const {
        return principal_.isStaff && !principal_.user.empty() && settings_.staff != nullptr;
    }
    // Whether another token is of the same user, or of the same operator with the same rights.
    bool isRenewed(const Principal& by) const;
    std::string answer(std::uint32_t id, const protocol::ConnectRequest& request);
    std::string answer(std::uint32_t id, const protocol::SubscribeRequest& request);
    std::string answer(std::uint32_t id, const protocol::UnsubscribeRequest& request);
    std::string answer(std::uint32_t id, const protocol::PublishRequest& request);
    std::string answer(std::uint32_t id, const protocol::PresenceRequest& request);
    std::string answer(std::uint32_t id, const protocol::PresenceStatsRequest& request);
    std::string answer(std::uint32_t id, const protocol::HistoryRequest& request);
    std::string answer(std::uint32_t id, const protocol::PingRequest& request);
    std::string answer(std::uint32_t id, const protocol::SendRequest& request);
    std::string answer(std::uint32_t id, const protocol::RpcRequest& request);
    std::string answer(std::uint32_t id, const protocol::RefreshRequest& request);
    std::string answer(std::uint32_t id, const protocol::SubRefreshRequest& request);
    std::string answer(std::uint32_t id, const protocol::UnknownRequest& request);
    std::string answer(std::uint32_t id, const protocol::PongRequest& request);

    void obey(const hub::ClientCommand& command) override;
    void obey(const hub::DisconnectClient& command);
    void obey(const hub::SubscribeClient& command);
    void obey(const hub::UnsubscribeClient& command);
    void obey(const hub::RefreshClient& command);

    std::variant<Grant, protocol::CentrifugeError> grant(const protocol::SubscribeRequest& request,
                                                         const hub::ChannelOptions& options) const;
    // Whether the rules of operators let it say something in `channel`, be it a change of what it said.
    std::optional<hub::Refusal> refuseSpeech(const std::string& channel) const {
        return hub_.moderation().refuseSpeech(subject(), channel);
    }
    // What keeps a client from subscribing, whatever it has to show.
    std::variant<const hub::ChannelOptions*, protocol::CentrifugeError>
    admit(const std::string& channel) const;
    // Whether it is told who comes and goes.
    static bool isToldWhoComes(const protocol::SubscribeRequest& request, const hub::ChannelOptions& options,
                               const Grant& grant);
    // What was missed goes behind what is in `missed`, which the result shows all of, and must outlive.
    protocol::SubscribeResult join(const protocol::SubscribeRequest& request,
                                   const hub::ChannelOptions& options, const Grant& grant,
                                   std::vector<hub::PastPublication>& missed);
    // Brings an action back to this session and its thread, from any other, if it is still there.
    using Later = std::function<void(std::function<void(CentrifugeSession&)>)>;
    Later later() const;
    bool mustRecoverFromStore(const protocol::SubscribeRequest& request, const hub::ChannelOptions& options,
                              const Grant& grant);
    // Asks the store for what came after the position in `request`; `then` gets it on this session's thread.
    void readMissed(const protocol::SubscribeRequest& request,
                    std::function<void(CentrifugeSession&, const Stored&)> then);
    // join() with what the store had.
    protocol::SubscribeResult joinAfter(const Stored& stored, const protocol::SubscribeRequest& request,
                                        const hub::ChannelOptions& options, const Grant& grant,
                                        std::vector<hub::PastPublication>& missed);
    void recoverFromStore(std::uint32_t id, const protocol::SubscribeRequest& request, const Grant& grant);
    std::string recovered(std::uint32_t id, const protocol::SubscribeRequest& request, const Grant& grant,
                          const Stored& stored);
    // Ends a wait for the store; what was asked for is refused. False when there is none.
    bool takeBack(const std::string& channel);
    void subscribeByServer(const protocol::SubscribeRequest& request, const Grant& grant,
                           const Stored& stored);
    Seat* find(const std::string& channel);
    // Something may not have reached it there: it has to come back and ask for it.
    void loseSeat(const std::string& channel);
    // Makes a chat message of what a client wants to say, and answers what it replies to, if anything; or
    // what is wrong with it.
    struct ChatFault {
        protocol::CentrifugeError error;
        std::string text;
    };
    std::variant<std::string, ChatFault> makeChat(hub::Message& message);
    // Whether it may not be called that. What its token says is for whoever signs tokens to decide.
    bool isReserved(std::string_view nick) { return nickCheck_.isReserved(nick, principal_.user); }
    std::string publish(std::uint32_t id, hub::Channel& channel, hub::Message message);
    std::string publishReply(std::uint32_t id, hub::Channel& channel, hub::Message message,
                             const std::string& replyTo);
    // The channel of a subscriber that asks about its presence, or the error.
    std::variant<hub::Channel*, protocol::CentrifugeError> present(const std::string& channel);
    void push(std::string_view text);
    void disconnect(protocol::CloseCode code);
    void disconnect(const hub::Refusal& refusal);
    void armTimer();

    hub::Hub& hub_;
    const CentrifugeSettings& settings_;
    const TokenGate& tokens_;
    hub::Link& link_;
    const hub::WorkerIndex worker_;
    const std::string client_;
    const protocol::Address address_;
    const bool operatorsOnly_;
    std::string device_; // what the client calls it, or empty
    bool ended_ = false; // the link is being closed
    unsigned hasty_ = 0; // how many more commands were over the rate than within it
    Principal principal_;
    std::string nick_;
    hub::NickCheck nickCheck_;
    std::string program_;        // the client's library and its version, or empty
    std::string_view lastError_; // that it was told, static text
    bool nickIsFixed_ = false;   // by the token
    bool infoIsNick_ = false;    // what others are told of it is its nickname alone
    std::chrono::steady_clock::time_point renamedAt_{};
    mutable std::string rooms_;         // for facts()
    std::map<std::string, Seat> seats_; // by channel
    // Subscriptions that wait for the store: the command's id, by channel; 0 where the server subscribes.
    std::map<std::string, std::uint32_t> awaited_;
    std::unique_ptr<Entering> entering_;           // while the connect waits
    std::unique_ptr<hub::Clients::Entry> entry_;   // once connected
    std::unique_ptr<auth::FeedDoor::Visit> visit_; // of an operator
};

} // namespace chinwag::session
