// The seed's dialect: what a client says is heard, verbatim, by everyone in its room.
#pragma once

#include "auth/TokenClaims.h"
#include "hub/Session.h"
#include "hub/Subscription.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::session {

/// The channel of a room.
std::string plainChannel(std::string_view room);

/// Who somebody is that opens a WebSocket of this dialect.
struct PlainClient {
    std::string nick; ///< empty for one who did not say; then it is what its first message begins with
    auth::TokenClaims claims;
    protocol::Address address;
    std::string device{}; ///< what it calls its device, or empty
};

class PlainSession final : public hub::Session {
public:
    /// Takes part in the channel `chat:<room>` for as long as it lives, or until its token ends.
    PlainSession(hub::Hub& hub, std::string_view room, PlainClient client, hub::Link& link,
                 hub::WorkerIndex worker);

    void onText(std::string_view message) override;
    /// The dialect is text only: a binary message closes the connection.
    void onBinary(std::string_view message) override;
    hub::SessionFacts facts() const override;
    hub::Subject subject() const override;
    bool isIn(std::string_view channel) const override;
    bool isClient(std::string_view client) const override { return client == subscription_.info().client; }
    bool review() override;
    bool tell(const protocol::ChatMessage& message) override;
    void onTimer() override;

private:
    // Why `message` is not fit to be said in the channel now; nothing when it is.
    std::optional<std::string> refusal(std::string_view message);

    hub::Hub& hub_;
    hub::Link& link_;
    hub::Subscription subscription_;
    std::string nick_;
    hub::NickCheck nickCheck_;
    const std::string token_; // its id
    const std::string device_;
    const protocol::Address address_;
    const bool isStaff_;
    bool isRefused_ = false; // something that it has said
    const std::optional<std::chrono::system_clock::time_point> validUntil_;
};

} // namespace chinwag::session
