#include "sdk/ChatCodec.h"

#include "sdk/centrifuge/Codec.h"

#include <QJsonArray>

#include <algorithm>

namespace chinwag::sdk::chat {

namespace {

QString textOf(const QJsonValue& data, const char* name) {
    return data[QLatin1String(name)].toString();
}

// Sent in milliseconds since 1970; null without one.
QDateTime timeOf(const QJsonValue& time) {
    return time.toInteger() > 0 ? QDateTime::fromMSecsSinceEpoch(time.toInteger()) : QDateTime();
}

} // namespace

Person personOf(const centrifuge::ClientInfo& info) {
    return {textOf(info.connInfo, "nick"), info.user, info.client};
}

std::optional<Publication> readPublication(const centrifuge::Publication& publication) {
    const QJsonValue& data = publication.data;
    const QString type = textOf(data, "type");
    Publication message;
    message.id = textOf(data, "id");
    message.text = textOf(data, "text");
    message.user = publication.info.user;
    if (publication.time > 0)
        message.at = QDateTime::fromMSecsSinceEpoch(publication.time);
    if (type == QLatin1String("redact") || type == QLatin1String("edit")) {
        if (message.id.isEmpty())
            return std::nullopt;
        message.kind =
            type == QLatin1String("edit") ? Publication::Kind::Edited : Publication::Kind::Redacted;
        message.nick = personOf(publication.info).nick;
        return message;
    }
    const bool isMessage = type.isEmpty() || type == QLatin1String("message");
    if ((!isMessage && type != QLatin1String("notice")) || !data[QLatin1String("text")].isString())
        return std::nullopt;
    message.kind = isMessage ? Publication::Kind::Message : Publication::Kind::Notice;
    message.nick = textOf(data, "nick");
    message.replyTo = textOf(data, "reply_to");
    message.clientId = textOf(data, "client_id");
    message.edited = data[QLatin1String("edited")].toInteger() > 0;
    return message;
}

QString readTyping(const QJsonValue& data) {
    return textOf(data, "type") == QLatin1String("typing") ? textOf(data, "nick") : QString();
}

QString readMarker(const QJsonValue& data) {
    return textOf(data, "type") == QLatin1String("read") ? textOf(data, "id") : QString();
}

RoomRules readRules(const QJsonValue& data) {
    return {data[QLatin1String("locked")].toBool(), std::max(0, data[QLatin1String("slow_seconds")].toInt())};
}

std::optional<RoomRules> readRulesNotice(const QJsonValue& data) {
    return textOf(data, "type") == QLatin1String("rules") ? std::optional(readRules(data)) : std::nullopt;
}

HistoryPage readHistory(const QJsonValue& data) {
    HistoryPage page;
    const QJsonArray messages = data[QLatin1String("messages")].toArray();
    for (const auto& item : messages) {
        if (auto message = readPublication(centrifuge::codec::readPublication(item.toObject())))
            page.messages.append(std::move(*message));
    }
    std::reverse(page.messages.begin(), page.messages.end());
    page.next = static_cast<quint64>(std::max<qint64>(data[QLatin1String("next")].toInteger(), 0));
    return page;
}

RoomsPage readRooms(const QJsonValue& data) {
    RoomsPage page;
    const QJsonArray rooms = data[QLatin1String("rooms")].toArray();
    for (const auto& item : rooms) {
        RoomSummary room;
        room.room = textOf(item, "channel");
        room.readUpTo = textOf(item[QLatin1String("marker")], "id");
        room.unread = item[QLatin1String("unread")].toInt(-1);
        room.mentions = item[QLatin1String("mentions")].toInt(-1);
        room.lastAt = timeOf(item[QLatin1String("last")]);
        if (!room.room.isEmpty())
            page.rooms.append(std::move(room));
    }
    page.next = textOf(data, "next");
    return page;
}

} // namespace chinwag::sdk::chat
