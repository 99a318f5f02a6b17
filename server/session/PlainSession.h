// The seed's dialect: what a client says is heard, verbatim, by everyone in its room.
#pragma once

#include "hub/Session.h"
#include "hub/Subscription.h"

#include <string_view>

namespace chinwag::session {

class PlainSession final : public hub::Session {
public:
    /// Takes part in the channel called `channel` for as long as it lives.
    PlainSession(hub::Hub& hub, std::string_view channel, hub::Link& link, hub::WorkerIndex worker);

    void onText(std::string_view message) override;
    /// The dialect is text only: a binary message closes the connection.
    void onBinary(std::string_view message) override;

private:
    hub::Hub& hub_;
    hub::Link& link_;
    hub::Subscription subscription_;
};

} // namespace chinwag::session
