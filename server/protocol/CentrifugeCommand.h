// What a client of the Centrifuge protocol asks: its commands, read from JSON.
#pragma once

#include "protocol/StreamPosition.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::protocol {

struct SubscribeRequest {
    std::string channel;
    std::string token;
    std::string data; ///< JSON text, or empty
    bool recover = false;
    StreamPosition since; ///< with `recover`: where the client stands
    bool positioned = false;
    bool recoverable = false;
    bool joinLeave = false;
    bool isOther = false; ///< it wants a kind of subscription, or of publications, that there is not here
};

struct ConnectRequest {
    std::string token;
    std::string data; ///< JSON text, or empty
    std::string name; ///< of the client's library
    std::string version;
    std::map<std::string, SubscribeRequest> subs; ///< server-side subscriptions to recover, by channel
};

struct UnsubscribeRequest {
    std::string channel;
};
struct PublishRequest {
    std::string channel;
    std::string data;     ///< JSON text
    bool isOther = false; ///< for a kind of subscription that there is not here
};
struct PresenceRequest {
    std::string channel;
};
struct PresenceStatsRequest {
    std::string channel;
};
struct HistoryRequest {
    std::string channel;
    std::int64_t limit = 0; ///< 0: only the position; negative: as many as there are
    std::optional<StreamPosition> since;
    bool reverse = false;
};
struct PingRequest {};
struct SendRequest {
    std::string data;
};
struct RpcRequest {
    std::string method;
    std::string data;
};
struct RefreshRequest {
    std::string token;
};
struct SubRefreshRequest {
    std::string channel;
    std::string token;
};
/// A command that asks for nothing that is known here.
struct UnknownRequest {};
/// The empty object: the answer to a ping.
struct PongRequest {};

struct CentrifugeCommand {
    std::uint32_t id = 0; ///< 0: no reply is wanted
    std::variant<UnknownRequest, PongRequest, ConnectRequest, SubscribeRequest, UnsubscribeRequest,
                 PublishRequest, PresenceRequest, PresenceStatsRequest, HistoryRequest, PingRequest,
                 SendRequest, RpcRequest, RefreshRequest, SubRefreshRequest>
        request;
};

/// Reads one JSON object; nothing when it is no command in its form. Unknown members are passed over, as
/// the protocol's evolution wants it.
std::optional<CentrifugeCommand> readCentrifugeCommand(std::string_view json);

} // namespace chinwag::protocol
