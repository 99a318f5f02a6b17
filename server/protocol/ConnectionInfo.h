// What operators may know of an open connection: the row of a table, its columns, and how it is judged.
#pragma once

#include "protocol/ConnectionId.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::protocol {

/// As it was at one moment. Bytes of messages and frames as they are on the wire, TLS apart.
struct ConnectionInfo {
    ConnectionId id;
    std::string user;   ///< whom its token names; empty for somebody anonymous
    std::string client; ///< the library that it says it uses, and its version; empty when it has not said
    std::string nick;   ///< what it calls itself; empty when it has not said
    std::string address;
    std::string_view dialect; ///< static text
    std::string room;         ///< the room, without the namespace; several by ", "
    std::string device;       ///< what it calls its device; empty when it has not said
    bool tls = false;
    std::chrono::system_clock::time_point connectedAt;
    std::chrono::milliseconds idle{};                  ///< since its last message, or since it connected
    std::optional<double> roundTripMilliseconds;       ///< of the last ping; nothing before the first
    std::optional<double> roundTripMeanMilliseconds{}; ///< of all pings; likewise
    std::optional<double> roundTripWorstMilliseconds{};
    std::uint64_t messagesIn = 0;
    std::uint64_t messagesOut = 0;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t queueBytes = 0;
    // A second, since it was last looked at: for a second at least, and hardly longer than between two pings.
    double messagesInRate = 0;
    double messagesOutRate = 0;
    double bytesInRate = 0;
    double bytesOutRate = 0;
    std::uint64_t drops = 0;      ///< messages of the client that were refused as being over its rate
    std::string_view lastError{}; ///< that the client was told, static text; empty when there was none
};

enum class ConnectionColumn : std::uint8_t {
    Id,
    User,
    Client,
    Nick,
    Address,
    Dialect,
    Room,
    Device,
    Tls,
    ConnectedAt,
    Idle,
    RoundTrip,
    RoundTripMean,
    RoundTripWorst,
    MessagesIn,
    MessagesOut,
    BytesIn,
    BytesOut,
    QueueBytes,
    MessagesInRate,
    MessagesOutRate,
    BytesInRate,
    BytesOutRate,
    Drops,
    LastError,
    Count
};
inline constexpr auto connectionColumnCount = static_cast<std::size_t>(ConnectionColumn::Count);

/// The word for it in the operator API.
std::string_view name(ConnectionColumn column);
std::optional<ConnectionColumn> connectionColumn(std::string_view name);
/// Whether it holds text; the others are ordered as numbers.
bool isText(ConnectionColumn column);

/// The text of a column that holds some.
std::string text(const ConnectionInfo& info, ConnectionColumn column);
/// The number of a column that is ordered by one: seconds (a time to the millisecond), milliseconds for a
/// round trip, 0 or 1 for TLS.
/// Nothing for a round trip that is not known.
std::optional<double> number(const ConnectionInfo& info, ConnectionColumn column);

} // namespace chinwag::protocol
