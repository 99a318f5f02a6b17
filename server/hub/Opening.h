// Port: how a WebSocket that asks to be opened is admitted to a dialect.
#pragma once

#include "hub/Channel.h"
#include "hub/Session.h"
#include "protocol/Address.h"
#include "protocol/HttpMessage.h"

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::hub {

/// A request to open a WebSocket that the net room has found to be right.
struct Opening {
    std::string_view query; ///< of the request target, still encoded
    const std::vector<protocol::HttpHeader>& headers;
    const std::vector<std::string>& subprotocols; ///< that the client offers, in its order
    protocol::Address clientAddress;              ///< behind trusted proxies the forwarded one
    bool secure = false;
    bool internal = false; ///< through the internal listener, where there are operators alone
};

/// Makes the session once the WebSocket has opened, on its worker's thread.
using SessionMaker = std::function<std::unique_ptr<Session>(Link&, WorkerIndex)>;

/// A maker, or the answer that refuses the handshake.
using Admission = std::variant<SessionMaker, protocol::HttpAnswer>;

/// Called by any worker, so it must be thread-safe.
using Admit = std::function<Admission(const Opening&)>;

} // namespace chinwag::hub
