#include "http/StatsJson.h"

#include "http/JsonMessage.h"
#include "metrics/ProcessStats.h"

#include <QtCore/QJsonArray>
#include <QtCore/QString>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

qint64 uptimeSeconds(const metrics::Snapshot& now) {
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now() -
                                                                         now.facts.started);
    // The clock may have been set back since.
    return std::max<qint64>(0, uptime.count());
}

// Only those that happened: most never do.
template <typename Reason, typename Counts>
QJsonObject byReason(const Counts& counts) {
    QJsonObject object;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto word = metrics::name(static_cast<Reason>(i));
        if (counts[i] != 0)
            object[QLatin1String(word.data(), static_cast<qsizetype>(word.size()))] = jsonNumber(counts[i]);
    }
    return object;
}

QJsonValue orNull(const std::optional<std::uint64_t>& value) {
    return value ? QJsonValue(jsonNumber(*value)) : QJsonValue();
}

QJsonObject processStats() {
    const auto process = metrics::readProcessStats();
    return {{u"cpu_seconds"_s, process.cpuSeconds ? QJsonValue(*process.cpuSeconds) : QJsonValue()},
            {u"resident_bytes"_s, orNull(process.residentBytes)},
            {u"open_descriptors"_s, orNull(process.openDescriptors)},
            {u"max_descriptors"_s, orNull(process.maxDescriptors)}};
}

constexpr double nanosecondsPerSecond = 1e9;
constexpr double microsecondsPerSecond = 1e6;
constexpr double median = 0.5;
constexpr double nearlyAll = 0.99;

// Of a bucket each but the last, which has none.
QJsonArray bucketBounds() {
    QJsonArray bounds;
    for (const auto bound : metrics::DurationHistogram::boundsMicroseconds)
        bounds.append(static_cast<double>(bound) / microsecondsPerSecond);
    return bounds;
}

QJsonObject toJson(const metrics::HistogramSum& histogram) {
    QJsonArray buckets;
    for (const auto count : histogram.buckets)
        buckets.append(jsonNumber(count));
    return {{u"count"_s, jsonNumber(histogram.count())},
            {u"sum_seconds"_s, static_cast<double>(histogram.sumNanoseconds) / nanosecondsPerSecond},
            {u"p50_seconds"_s, histogram.quantile(median)},
            {u"p99_seconds"_s, histogram.quantile(nearlyAll)},
            {u"buckets"_s, buckets}};
}

} // namespace

QJsonObject publicStats(const metrics::Snapshot& now) {
    const QJsonObject connections{
        {u"total"_s, static_cast<qint64>(now.openWebSockets + now.openHttp)},
        {u"websocket"_s, static_cast<qint64>(now.openWebSockets)},
        {u"secure_websocket"_s, static_cast<qint64>(now.openSecureWebSockets)},
        {u"http"_s, static_cast<qint64>(now.openHttp)},
    };
    const QJsonObject messages{
        {u"received"_s, jsonNumber(now.messagesIn)},
        {u"received_bytes"_s, jsonNumber(now.messageBytesIn)},
        {u"delivered"_s, jsonNumber(now.deliveries)},
    };
    const QJsonObject bytes{
        {u"received"_s, jsonNumber(now.bytesIn)},
        {u"sent"_s, jsonNumber(now.bytesOut)},
    };
    return {
        {u"name"_s, u"chinwag"_s},
        {u"version"_s, QString::fromStdString(now.facts.version)},
        {u"uptime_seconds"_s, uptimeSeconds(now)},
        {u"rooms"_s, jsonNumber(now.facts.rooms)},
        {u"connections"_s, connections},
        {u"connections_accepted"_s, jsonNumber(now.acceptedConnections)},
        {u"http_requests"_s, jsonNumber(now.httpRequests)},
        {u"messages"_s, messages},
        {u"bytes"_s, bytes},
    };
}

QJsonObject operatorStats(const metrics::Snapshot& now, const ServerHealth& health) {
    auto object = publicStats(now);
    auto connections = object[u"connections"_s].toObject();
    connections[u"accepted"_s] = object.take(u"connections_accepted"_s);
    object[u"connections"_s] = connections;
    object[u"time"_s] = jsonTime(std::chrono::system_clock::now());
    object[u"started_at"_s] = jsonTime(now.facts.started);
    object[u"qt_version"_s] = QString::fromStdString(now.facts.qtVersion);
    object[u"workers"_s] = jsonNumber(now.facts.workers);
    object[u"queue_bytes"_s] = static_cast<qint64>(now.queueBytes);
    object[u"refusals"_s] = byReason<metrics::Refusal>(now.refusals);
    object[u"closings"_s] = byReason<metrics::Closing>(now.closings);
    object[u"bucket_bounds_seconds"_s] = bucketBounds();
    object[u"fanout"_s] = toJson(now.fanout);
    object[u"handshake"_s] = toJson(now.handshake);
    object[u"process"_s] = processStats();
    object[u"health"_s] =
        QJsonObject{{u"ready"_s, health.isReady}, {u"store"_s, QString::fromStdString(health.store)}};
    return object;
}

} // namespace chinwag::http
