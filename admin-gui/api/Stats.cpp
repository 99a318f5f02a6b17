#include "api/Stats.h"

namespace chinwag::admin {

namespace {

QMap<QString, qint64> counters(const QJsonObject& object, Json& blame) {
    QMap<QString, qint64> result;
    Json part(object);
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), part.count(it.key().toUtf8().constData()));
    blame.adopt(part);
    return result;
}

void readTraffic(Json& json, Stats& stats) {
    Json connections(json.object("connections"));
    stats.connections = connections.count("total");
    stats.webSockets = connections.count("websocket");
    stats.secureWebSockets = connections.count("secure_websocket");
    stats.httpConnections = connections.count("http");
    stats.accepted = connections.count("accepted");
    json.adopt(connections);

    Json messages(json.object("messages"));
    stats.messagesReceived = messages.count("received");
    stats.messagesDelivered = messages.count("delivered");
    json.adopt(messages);

    Json bytes(json.object("bytes"));
    stats.bytesReceived = bytes.count("received");
    stats.bytesSent = bytes.count("sent");
    json.adopt(bytes);
}

void readProcess(Json& json, Stats& stats) {
    Json process(json.object("process"));
    stats.cpuSeconds = process.number("cpu_seconds");
    stats.residentBytes = process.count("resident_bytes");
    stats.openDescriptors = process.count("open_descriptors");
    stats.maxDescriptors = process.count("max_descriptors");
    json.adopt(process);
}

// Of what an older server does not tell there is none.
template <typename Number>
QVector<Number> numbers(const QJsonValue& value) {
    QVector<Number> result;
    const QJsonArray array = value.toArray();
    for (const auto& one : array)
        result.append(static_cast<Number>(one.toDouble()));
    return result;
}

void readLatencies(const QJsonObject& object, Stats& stats) {
    stats.bucketBounds = numbers<double>(object.value(QLatin1String("bucket_bounds_seconds")));
    stats.fanout = numbers<qint64>(object.value(QLatin1String("fanout"))[QLatin1String("buckets")]);
    stats.handshake = numbers<qint64>(object.value(QLatin1String("handshake"))[QLatin1String("buckets")]);
}

void readHealth(const QJsonObject& object, Stats& stats) {
    const QJsonValue health = object.value(QLatin1String("health"));
    stats.isReady = health[QLatin1String("ready")].toBool(true);
    stats.store = health[QLatin1String("store")].toString();
}

} // namespace

Parsed<Stats> Stats::parse(const QJsonObject& object) {
    Json json(object);
    Stats stats;
    stats.time = json.time("time");
    stats.name = json.text("name");
    stats.version = json.text("version");
    stats.qtVersion = json.text("qt_version");
    stats.startedAt = json.time("started_at");
    stats.uptimeSeconds = json.number("uptime_seconds");
    stats.workers = json.count("workers");
    stats.rooms = json.count("rooms");
    readTraffic(json, stats);
    readProcess(json, stats);
    readLatencies(object, stats);
    readHealth(object, stats);
    stats.queueBytes = json.count("queue_bytes");
    stats.httpRequests = json.count("http_requests");
    stats.refusals = counters(json.object("refusals"), json);
    stats.closings = counters(json.object("closings"), json);
    if (!json.ok())
        return {std::nullopt, json.fault()};
    return {stats, QString()};
}

} // namespace chinwag::admin
