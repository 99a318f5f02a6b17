#include "protocol/ConnectionInfo.h"

#include <algorithm>

namespace chinwag::protocol {

namespace {

constexpr std::array<std::string_view, connectionColumnCount> names{"id",
                                                                    "user",
                                                                    "client",
                                                                    "nick",
                                                                    "address",
                                                                    "dialect",
                                                                    "room",
                                                                    "device",
                                                                    "tls",
                                                                    "connected_at",
                                                                    "idle",
                                                                    "rtt",
                                                                    "rtt_mean",
                                                                    "rtt_worst",
                                                                    "messages_in",
                                                                    "messages_out",
                                                                    "bytes_in",
                                                                    "bytes_out",
                                                                    "queue_bytes",
                                                                    "messages_in_rate",
                                                                    "messages_out_rate",
                                                                    "bytes_in_rate",
                                                                    "bytes_out_rate",
                                                                    "drops",
                                                                    "last_error"};

double seconds(std::chrono::duration<double> duration) {
    return duration.count();
}

} // namespace

std::string_view name(ConnectionColumn column) {
    return names[static_cast<std::size_t>(column)];
}

std::optional<ConnectionColumn> connectionColumn(std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<ConnectionColumn>(found - names.begin());
}

bool isText(ConnectionColumn column) {
    switch (column) {
    case ConnectionColumn::Id:
    case ConnectionColumn::User:
    case ConnectionColumn::Client:
    case ConnectionColumn::Nick:
    case ConnectionColumn::Address:
    case ConnectionColumn::Dialect:
    case ConnectionColumn::Room:
    case ConnectionColumn::Device:
    case ConnectionColumn::LastError: return true;
    default: return false;
    }
}

std::string text(const ConnectionInfo& info, ConnectionColumn column) {
    switch (column) {
    case ConnectionColumn::Id: return toString(info.id);
    case ConnectionColumn::User: return info.user;
    case ConnectionColumn::Client: return info.client;
    case ConnectionColumn::Nick: return info.nick;
    case ConnectionColumn::Address: return info.address;
    case ConnectionColumn::Dialect: return std::string(info.dialect);
    case ConnectionColumn::Room: return info.room;
    case ConnectionColumn::Device: return info.device;
    case ConnectionColumn::LastError: return std::string(info.lastError);
    default: return {};
    }
}

std::optional<double> number(const ConnectionInfo& info, ConnectionColumn column) {
    switch (column) {
    case ConnectionColumn::Tls: return info.tls ? 1 : 0;
    // To the millisecond, as it is shown: who asks for what they see must find it.
    case ConnectionColumn::ConnectedAt:
        return seconds(std::chrono::floor<std::chrono::milliseconds>(info.connectedAt.time_since_epoch()));
    case ConnectionColumn::Idle: return seconds(info.idle);
    case ConnectionColumn::RoundTrip: return info.roundTripMilliseconds;
    case ConnectionColumn::RoundTripMean: return info.roundTripMeanMilliseconds;
    case ConnectionColumn::RoundTripWorst: return info.roundTripWorstMilliseconds;
    case ConnectionColumn::MessagesIn: return static_cast<double>(info.messagesIn);
    case ConnectionColumn::MessagesOut: return static_cast<double>(info.messagesOut);
    case ConnectionColumn::BytesIn: return static_cast<double>(info.bytesIn);
    case ConnectionColumn::BytesOut: return static_cast<double>(info.bytesOut);
    case ConnectionColumn::QueueBytes: return static_cast<double>(info.queueBytes);
    case ConnectionColumn::MessagesInRate: return info.messagesInRate;
    case ConnectionColumn::MessagesOutRate: return info.messagesOutRate;
    case ConnectionColumn::BytesInRate: return info.bytesInRate;
    case ConnectionColumn::BytesOutRate: return info.bytesOutRate;
    case ConnectionColumn::Drops: return static_cast<double>(info.drops);
    default: return std::nullopt;
    }
}

} // namespace chinwag::protocol
