#include "sdk/centrifuge/Codec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chinwag::centrifuge::codec {

namespace {

constexpr qint64 longestSeconds = 100LL * 365 * 24 * 3'600; // what is longer is for good, or a mistake

QList<Publication> readPublications(const QJsonValue& value) {
    QList<Publication> publications;
    const QJsonArray array = value.toArray();
    publications.reserve(array.size());
    for (const auto& item : array)
        publications.append(readPublication(item.toObject()));
    return publications;
}

quint64 readCount(const QJsonValue& value) {
    return static_cast<quint64>(std::max<qint64>(value.toInteger(), 0));
}

std::chrono::seconds readSeconds(const QJsonValue& value) {
    return std::chrono::seconds(std::clamp<qint64>(value.toInteger(), 0, longestSeconds));
}

} // namespace

std::optional<QList<QJsonObject>> parseFrame(const QString& frame) {
    QList<QJsonObject> objects;
    for (const QByteArray& line : frame.toUtf8().split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(line, &error);
        if (error.error != QJsonParseError::NoError || !document.isObject())
            return std::nullopt;
        objects.append(document.object());
    }
    return objects;
}

QByteArray commandLine(quint32 id, const QString& name, const QJsonObject& parameters) {
    QJsonObject command;
    if (id != 0)
        command.insert(QLatin1String("id"), static_cast<qint64>(id));
    command.insert(name, parameters);
    return QJsonDocument(command).toJson(QJsonDocument::Compact);
}

Error readError(const QJsonObject& object) {
    return {object.value(QLatin1String("code")).toInt(), object.value(QLatin1String("message")).toString(),
            object.value(QLatin1String("temporary")).toBool()};
}

ClientInfo readClientInfo(const QJsonObject& object) {
    return {object.value(QLatin1String("user")).toString(), object.value(QLatin1String("client")).toString(),
            object.value(QLatin1String("conn_info")), object.value(QLatin1String("chan_info"))};
}

Publication readPublication(const QJsonObject& object) {
    Publication publication;
    publication.data = object.value(QLatin1String("data"));
    publication.offset = readCount(object.value(QLatin1String("offset")));
    publication.info = readClientInfo(object.value(QLatin1String("info")).toObject());
    publication.time = object.value(QLatin1String("time")).toInteger();
    const QJsonObject tags = object.value(QLatin1String("tags")).toObject();
    for (auto tag = tags.begin(); tag != tags.end(); ++tag)
        publication.tags.insert(tag.key(), tag.value().toString());
    return publication;
}

TimeToLive readTimeToLive(const QJsonObject& object) {
    if (!object.value(QLatin1String("expires")).toBool())
        return TimeToLive(0);
    return std::max(readSeconds(object.value(QLatin1String("ttl"))), TimeToLive(1));
}

StreamPosition readPosition(const QJsonObject& object) {
    return {readCount(object.value(QLatin1String("offset"))),
            object.value(QLatin1String("epoch")).toString()};
}

SubscribeResult readSubscribeResult(const QJsonObject& object) {
    SubscribeResult result;
    result.position = readPosition(object);
    result.ttl = readTimeToLive(object);
    result.recoverable = object.value(QLatin1String("recoverable")).toBool();
    result.positioned = object.value(QLatin1String("positioned")).toBool();
    result.wasRecovering = object.value(QLatin1String("was_recovering")).toBool();
    result.recovered = object.value(QLatin1String("recovered")).toBool();
    result.publications = readPublications(object.value(QLatin1String("publications")));
    result.data = object.value(QLatin1String("data"));
    return result;
}

ConnectResult readConnectResult(const QJsonObject& object) {
    ConnectResult result;
    result.client = object.value(QLatin1String("client")).toString();
    result.version = object.value(QLatin1String("version")).toString();
    result.data = object.value(QLatin1String("data"));
    result.ping = readSeconds(object.value(QLatin1String("ping")));
    result.pong = object.value(QLatin1String("pong")).toBool();
    result.ttl = readTimeToLive(object);
    const QJsonObject subs = object.value(QLatin1String("subs")).toObject();
    for (auto sub = subs.begin(); sub != subs.end(); ++sub)
        result.subs.insert(sub.key(), readSubscribeResult(sub.value().toObject()));
    return result;
}

HistoryResult readHistory(const QJsonObject& object) {
    return {readPublications(object.value(QLatin1String("publications"))), readPosition(object)};
}

PresenceResult readPresence(const QJsonObject& object) {
    PresenceResult result;
    const QJsonObject clients = object.value(QLatin1String("presence")).toObject();
    for (auto client = clients.begin(); client != clients.end(); ++client)
        result.clients.insert(client.key(), readClientInfo(client.value().toObject()));
    return result;
}

PresenceStatsResult readPresenceStats(const QJsonObject& object) {
    return {object.value(QLatin1String("num_clients")).toInt(),
            object.value(QLatin1String("num_users")).toInt()};
}

QJsonObject writePosition(const StreamPosition& position) {
    QJsonObject object{{QStringLiteral("epoch"), position.epoch}};
    if (position.offset != 0)
        object.insert(QStringLiteral("offset"), static_cast<qint64>(position.offset));
    return object;
}

QJsonObject writeHistory(const QString& channel, const HistoryOptions& options) {
    QJsonObject object{{QStringLiteral("channel"), channel}};
    if (options.limit != 0)
        object.insert(QStringLiteral("limit"), options.limit);
    if (options.reverse)
        object.insert(QStringLiteral("reverse"), true);
    if (options.hasSince)
        object.insert(QStringLiteral("since"), writePosition(options.since));
    return object;
}

} // namespace chinwag::centrifuge::codec
