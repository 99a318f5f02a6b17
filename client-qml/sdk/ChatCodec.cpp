#include "sdk/ChatCodec.h"

#include "sdk/centrifuge/Codec.h"

#include <QJsonArray>

#include <algorithm>

namespace chinwag::sdk::chat {

namespace {

QString textOf(const QJsonValue& data, const char* name) {
    return data[QLatin1String(name)].toString();
}

} // namespace

QString nickOf(const centrifuge::ClientInfo& info) {
    return textOf(info.connInfo, "nick");
}

std::optional<Publication> readPublication(const centrifuge::Publication& publication) {
    const QJsonValue& data = publication.data;
    const QString type = textOf(data, "type");
    Publication message;
    message.id = textOf(data, "id");
    message.text = textOf(data, "text");
    if (publication.time > 0)
        message.at = QDateTime::fromMSecsSinceEpoch(publication.time);
    if (type == QLatin1String("redact") || type == QLatin1String("edit")) {
        if (message.id.isEmpty())
            return std::nullopt;
        message.kind =
            type == QLatin1String("edit") ? Publication::Kind::Edited : Publication::Kind::Redacted;
        message.nick = nickOf(publication.info);
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

} // namespace chinwag::sdk::chat
