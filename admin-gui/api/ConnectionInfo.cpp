#include "api/ConnectionInfo.h"

namespace chinwag::admin {

QString ConnectionInfo::displayName() const {
    if (!nick.isEmpty())
        return nick;
    return address.isEmpty() ? id : address;
}

Parsed<ConnectionInfo> ConnectionInfo::parse(const QJsonObject& object) {
    Json json(object);
    ConnectionInfo info;
    info.id = json.text("id");
    info.gone = object.value(QLatin1String("gone")).toBool();
    if (!info.gone) {
        info.nick = json.optionalText("nick");
        info.user = json.optionalText("user");
        info.client = json.optionalText("client");
        info.device = json.optionalText("device");
        info.address = json.text("address");
        info.dialect = json.text("dialect");
        info.room = json.optionalText("room");
        info.tls = json.flag("tls");
        info.connectedAt = json.time("connected_at");
        info.idleSeconds = json.number("idle_seconds");
        info.rttMs = json.optionalNumber("rtt_ms");
        info.messagesIn = json.count("messages_in");
        info.messagesOut = json.count("messages_out");
        info.bytesIn = json.count("bytes_in");
        info.bytesOut = json.count("bytes_out");
        info.queueBytes = json.count("queue_bytes");
        info.rttMeanMs = json.optionalNumber("rtt_mean_ms");
        info.rttWorstMs = json.optionalNumber("rtt_worst_ms");
        info.messagesInRate = json.optionalNumber("messages_in_rate").value_or(0);
        info.messagesOutRate = json.optionalNumber("messages_out_rate").value_or(0);
        info.bytesInRate = json.optionalNumber("bytes_in_rate").value_or(0);
        info.bytesOutRate = json.optionalNumber("bytes_out_rate").value_or(0);
        info.drops = static_cast<qint64>(json.optionalNumber("drops").value_or(0));
        info.lastError = json.optionalText("last_error");
    }
    if (!json.ok())
        return {std::nullopt, json.fault()};
    return {info, QString()};
}

Parsed<ConnectionPage> ConnectionPage::parse(const QJsonObject& object) {
    Json json(object);
    ConnectionPage page;
    page.list = json.text("list");
    page.total = json.count("total");
    page.open = json.count("open");
    page.offset = json.count("offset");
    const QJsonArray items = json.array("items");
    if (!json.ok())
        return {std::nullopt, json.fault()};
    if (page.offset + items.size() > page.total)
        return {std::nullopt, QStringLiteral("there are more items than \"total\" says")};
    page.items.reserve(items.size());
    for (const auto& item : items) {
        const auto info = ConnectionInfo::parse(item.toObject());
        if (!info.value)
            return {std::nullopt, info.fault};
        page.items.append(*info.value);
    }
    return {page, QString()};
}

} // namespace chinwag::admin
