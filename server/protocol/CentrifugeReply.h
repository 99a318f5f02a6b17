// What the server says in the Centrifuge protocol, as JSON text without the line's end.
#pragma once

#include "protocol/CentrifugeError.h"
#include "protocol/ClientInfo.h"
#include "protocol/StreamPosition.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::protocol {

/// A publication as the protocol shows it. The texts belong to others.
struct PublicationView {
    std::string_view data; ///< JSON text
    std::string_view info; ///< ClientInfo as JSON text, or empty
    std::string_view tags; ///< a JSON object, or empty
    std::uint64_t offset = 0;
    std::int64_t time = 0; ///< milliseconds since 1970
};

struct ConnectResult {
    std::string_view client;
    std::string_view version;
    std::chrono::seconds ping{};
};

struct SubscribeResult {
    StreamPosition position;
    bool recoverable = false;
    bool positioned = false;
    bool wasRecovering = false;
    bool recovered = false;
    std::vector<PublicationView> publications; ///< what the client missed, oldest first
};

struct PresenceStats {
    std::uint64_t clients = 0;
    std::uint64_t users = 0;
};

std::string errorReply(std::uint32_t id, CentrifugeError error);
std::string connectReply(std::uint32_t id, const ConnectResult& result);
std::string subscribeReply(std::uint32_t id, const SubscribeResult& result);
std::string presenceReply(std::uint32_t id, const std::vector<ClientInfo>& clients);
std::string presenceStatsReply(std::uint32_t id, const PresenceStats& stats);
std::string historyReply(std::uint32_t id, const StreamPosition& top,
                         const std::vector<PublicationView>& publications);
/// A reply with nothing in it: `name` is the request's.
std::string emptyReply(std::uint32_t id, std::string_view name);
/// `data` is the result of an rpc, JSON text.
std::string rpcReply(std::uint32_t id, std::string_view data);

std::string publicationPush(std::string_view channel, const PublicationView& publication);
std::string joinPush(std::string_view channel, const ClientInfo& info);
std::string leavePush(std::string_view channel, const ClientInfo& info);
std::string unsubscribePush(std::string_view channel, std::uint16_t code, std::string_view reason);

/// A ping of the protocol; a client answers with the same.
inline constexpr std::string_view centrifugePing = "{}";

} // namespace chinwag::protocol
