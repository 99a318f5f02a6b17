// What one worker thread counts. Written by that thread alone, read by any.
#pragma once

#include "metrics/Instruments.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chinwag::metrics {

/// Why a connection or request was refused before it became one.
enum class Refusal : std::uint8_t {
    BadRequest,
    HeadTooLarge,
    BodyTooLarge,
    Timeout,
    NotFound,
    UpgradeRequired,
    Origin,
    AddressLimit,
    ConnectionLimit,
    Descriptors,
    Draining,
    TlsHandshake,
    Unauthorized,
    Count
};

/// Why an open WebSocket was closed.
enum class Closing : std::uint8_t {
    Peer,          ///< the peer sent a close frame
    Gone,          ///< the peer vanished without one
    ProtocolError, ///< 1002
    InvalidText,   ///< 1007
    Flood,         ///< 1008
    TooBig,        ///< 1009
    Unsupported,   ///< 1003
    Expired,       ///< 3005, its token
    Slow,          ///< 3008, its send queue ran over
    NoPong,        ///< 3012
    Shutdown,      ///< 3001
    Kicked,        ///< 4500, by an operator
    Banned,        ///< 4501
    Lockdown,      ///< 4502
    Other,
    Count
};

/// The words under which they appear as label values.
std::string_view name(Refusal refusal);
std::string_view name(Closing closing);

/// Latency buckets and counts of one worker. Bytes are payload for messages, wire for the rest.
struct WorkerMetrics {
    Gauge openWebSockets;
    Gauge openSecureWebSockets; ///< of those, over TLS
    Gauge openHttp;             ///< connections that are no WebSocket (yet)
    Counter acceptedConnections;
    Counter acceptedWebSockets;
    Counter messagesIn;
    Counter messageBytesIn;
    Counter deliveries; ///< messages put on a recipient's send queue
    Counter bytesIn;    ///< read from sockets
    Counter bytesOut;   ///< written to sockets
    Counter httpRequests;
    std::array<Counter, 6> httpAnswers; ///< by the status code's first digit
    std::array<Counter, static_cast<std::size_t>(Refusal::Count)> refusals;
    std::array<Counter, static_cast<std::size_t>(Closing::Count)> closings;
    Counter aborts;              ///< peers that would not finish closing and were cut
    Gauge queueBytes;            ///< waiting in send queues
    DurationHistogram fanout;    ///< one turn's delivery to all of this worker's recipients
    DurationHistogram handshake; ///< from accept to an open WebSocket
    DurationHistogram request;   ///< from a vetted request to its answer's last byte queued

    void refused(Refusal refusal) { refusals[static_cast<std::size_t>(refusal)].add(); }
    void closed(Closing closing) { closings[static_cast<std::size_t>(closing)].add(); }
};

} // namespace chinwag::metrics
