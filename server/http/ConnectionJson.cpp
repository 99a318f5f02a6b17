#include "http/ConnectionJson.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"

#include <optional>

namespace chinwag::http {

using namespace Qt::StringLiterals;
using protocol::ConnectionInfo;

namespace {

QJsonValue numberOrNull(const std::optional<double>& number) {
    return number ? QJsonValue(*number) : QJsonValue();
}

} // namespace

QJsonObject connectionJson(const ConnectionInfo& info) {
    constexpr double millisecondsPerSecond = 1000;
    return {
        {u"id"_s, QString::fromStdString(protocol::toString(info.id))},
        {u"user"_s, textOrNull(info.user)},
        {u"client"_s, textOrNull(info.client)},
        {u"nick"_s, textOrNull(info.nick)},
        {u"address"_s, QString::fromStdString(info.address)},
        {u"dialect"_s, QString::fromUtf8(info.dialect.data(), static_cast<qsizetype>(info.dialect.size()))},
        {u"room"_s, QString::fromStdString(info.room)},
        {u"device"_s, textOrNull(info.device)},
        {u"tls"_s, info.tls},
        {u"connected_at"_s, jsonTime(info.connectedAt)},
        {u"idle_seconds"_s, static_cast<double>(info.idle.count()) / millisecondsPerSecond},
        {u"rtt_ms"_s, numberOrNull(info.roundTripMilliseconds)},
        {u"rtt_mean_ms"_s, numberOrNull(info.roundTripMeanMilliseconds)},
        {u"rtt_worst_ms"_s, numberOrNull(info.roundTripWorstMilliseconds)},
        {u"messages_in"_s, jsonNumber(info.messagesIn)},
        {u"messages_out"_s, jsonNumber(info.messagesOut)},
        {u"bytes_in"_s, jsonNumber(info.bytesIn)},
        {u"bytes_out"_s, jsonNumber(info.bytesOut)},
        {u"queue_bytes"_s, jsonNumber(info.queueBytes)},
        {u"messages_in_rate"_s, info.messagesInRate},
        {u"messages_out_rate"_s, info.messagesOutRate},
        {u"bytes_in_rate"_s, info.bytesInRate},
        {u"bytes_out_rate"_s, info.bytesOutRate},
        {u"drops"_s, jsonNumber(info.drops)},
        {u"last_error"_s, info.lastError.empty() ? QJsonValue() : QJsonValue(jsonText(info.lastError))}};
}

} // namespace chinwag::http
