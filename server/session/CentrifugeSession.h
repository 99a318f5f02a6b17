// The Centrifuge client protocol in JSON, over one WebSocket.
#pragma once

#include "hub/Session.h"
#include "hub/Subscription.h"
#include "protocol/CentrifugeCommand.h"
#include "protocol/CentrifugeError.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace chinwag::session {

/// What all sessions of the dialect go by.
struct CentrifugeSettings {
    std::string version;           ///< of the server, told to clients
    std::chrono::seconds ping{};   ///< how often a client is pinged
    std::size_t maxChannels = 128; ///< a client may be subscribed to at a time
};

/// One class for the conversation; server/protocol/PROTOCOL.md says what is said. A frame holds one command
/// or more, a line each, and the replies to them go back in one frame.
class CentrifugeSession final : public hub::Session {
public:
    /// `settings` must outlive it.
    CentrifugeSession(hub::Hub& hub, const CentrifugeSettings& settings, hub::Link& link,
                      hub::WorkerIndex worker);

    void onText(std::string_view message) override;
    /// JSON alone is spoken here: a binary message closes the connection.
    void onBinary(std::string_view message) override;
    hub::SessionFacts facts() const override;
    bool isEstablished() const override { return connected_; }
    hub::FrameRef pingFrame() const override;

private:
    // Replies of one frame.
    class Replies;
    // False when the connection is being closed.
    bool handle(const protocol::CentrifugeCommand& command, Replies& replies);

    std::string answer(std::uint32_t id, const protocol::ConnectRequest& request);
    std::string answer(std::uint32_t id, const protocol::SubscribeRequest& request);
    std::string answer(std::uint32_t id, const protocol::UnsubscribeRequest& request);
    std::string answer(std::uint32_t id, const protocol::PublishRequest& request);
    std::string answer(std::uint32_t id, const protocol::PresenceRequest& request);
    std::string answer(std::uint32_t id, const protocol::PresenceStatsRequest& request);
    std::string answer(std::uint32_t id, const protocol::HistoryRequest& request);
    std::string answer(std::uint32_t id, const protocol::PingRequest& request);
    std::string answer(std::uint32_t id, const protocol::RpcRequest& request);
    template <typename Request>
    std::string answer(std::uint32_t id, const Request& request);

    hub::Subscription* find(const std::string& channel) const;
    void disconnect(protocol::CloseCode code);

    hub::Hub& hub_;
    const CentrifugeSettings& settings_;
    hub::Link& link_;
    const hub::WorkerIndex worker_;
    const std::string client_;
    bool connected_ = false;
    bool ended_ = false; // the link is being closed
    std::string nick_;
    mutable std::string rooms_; // for facts()
    std::map<std::string, std::unique_ptr<hub::Subscription>> subscriptions_;
};

} // namespace chinwag::session
