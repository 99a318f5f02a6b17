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
#include <utility>
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

/// For how long something holds; nothing: for good.
using TimeToLive = std::optional<std::chrono::seconds>;

struct SubscribeResult {
    StreamPosition position;
    TimeToLive ttl{};
    bool recoverable = false;
    bool positioned = false;
    bool wasRecovering = false;
    bool recovered = false;
    std::string_view data{};                     ///< for the application: JSON text, or empty
    std::vector<PublicationView> publications{}; ///< what the client missed, oldest first
};

struct ConnectResult {
    std::string_view client;
    std::string_view version;
    std::chrono::seconds ping{};
    TimeToLive ttl{};
    std::vector<std::pair<std::string, SubscribeResult>> subs{}; ///< that the server has made, by channel
    std::string_view data{};                                     ///< for the application: JSON text, or empty
};

/// Why a client is not subscribed any more. From 2500 on it is asked to subscribe again.
enum class UnsubscribeCode : std::uint16_t {
    Server = 2000,
    InsufficientState = 2500,
    Expired = 2501,
};

struct PresenceStats {
    std::uint64_t clients = 0;
    std::uint64_t users = 0;
};

class JsonObjectWriter;

/// Writes the member `publications` of the object that is being written into `out`.
void writePublications(JsonObjectWriter& object, std::string& out,
                       const std::vector<PublicationView>& publications);

std::string errorReply(std::uint32_t id, CentrifugeError error);
/// Likewise, and says what is wrong and what is allowed.
std::string errorReply(std::uint32_t id, CentrifugeError error, std::string_view text);
std::string connectReply(std::uint32_t id, const ConnectResult& result);
std::string subscribeReply(std::uint32_t id, const SubscribeResult& result);
std::string presenceReply(std::uint32_t id, const std::vector<ClientInfo>& clients);
std::string presenceStatsReply(std::uint32_t id, const PresenceStats& stats);
std::string historyReply(std::uint32_t id, const StreamPosition& top,
                         const std::vector<PublicationView>& publications);
/// What a new token has brought.
std::string refreshReply(std::uint32_t id, std::string_view client, std::string_view version, TimeToLive ttl);
std::string subRefreshReply(std::uint32_t id, TimeToLive ttl);
/// A reply with nothing in it: `name` is the request's.
std::string emptyReply(std::uint32_t id, std::string_view name);
/// `data` is the result of an rpc, JSON text.
std::string rpcReply(std::uint32_t id, std::string_view data);

std::string publicationPush(std::string_view channel, const PublicationView& publication);
std::string joinPush(std::string_view channel, const ClientInfo& info);
std::string leavePush(std::string_view channel, const ClientInfo& info);
/// A subscription that the server has made. Of its publications it says nothing: they are pushed behind it.
std::string subscribePush(std::string_view channel, const SubscribeResult& result);
std::string refreshPush(TimeToLive ttl);
/// Something for this client alone: `data` is JSON text.
std::string messagePush(std::string_view data);
std::string unsubscribePush(std::string_view channel, UnsubscribeCode code);

/// A ping of the protocol; a client answers with the same.
inline constexpr std::string_view centrifugePing = "{}";

} // namespace chinwag::protocol
