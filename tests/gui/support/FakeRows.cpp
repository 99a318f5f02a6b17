#include "support/FakeRows.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace chinwag::test {

namespace {

using admin::ConnectionInfo;

constexpr std::array givenNames = {u"Alice", u"Bjørn",  u"Chiara", u"Dmitri", u"Esther", u"Fatima",
                                   u"Gwen",  u"Haruki", u"Ines",   u"João",   u"Katya",  u"Liam",
                                   u"Mei",   u"Nadia",  u"Omar",   u"Priya"};
constexpr std::array roomNames = {u"lobby", u"lobby",   u"lobby", u"help",
                                  u"music", u"team-42", u"games", u"announce"};

template <typename Texts>
QString pick(const Texts& texts, int index) {
    return QString::fromUtf16(texts.at(static_cast<std::size_t>(index) % texts.size()));
}

bool contains(const QString& text, const QString& part) {
    return text.contains(part, Qt::CaseInsensitive);
}

bool matches(const ConnectionInfo& info, const QUrlQuery& query) {
    const auto value = [&](const char* name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    const QString q = value("q");
    if (!q.isEmpty() && !contains(info.nick, q) && !contains(info.address, q) && !contains(info.room, q) &&
        !contains(info.user, q) && !contains(info.client, q) && !contains(info.id, q))
        return false;
    if (!contains(info.nick, value("nick")) || !contains(info.room, value("room")) ||
        !contains(info.address, value("address")) || !contains(info.user, value("user")) ||
        !contains(info.client, value("client")))
        return false;
    if (!value("tls").isEmpty() && info.tls != (value("tls") == QLatin1String("true")))
        return false;
    return info.idleSeconds >= value("idle.min").toDouble() &&
           static_cast<double>(info.messagesIn) >= value("messages_in.min").toDouble();
}

/// Negative, zero or positive, as strcmp has it.
int compare(const ConnectionInfo& a, const ConnectionInfo& b, const QString& column) {
    const auto order = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (column == QLatin1String("nick"))
        return order(a.nick, b.nick);
    if (column == QLatin1String("user"))
        return order(a.user, b.user);
    if (column == QLatin1String("client"))
        return order(a.client, b.client);
    if (column == QLatin1String("room"))
        return order(a.room, b.room);
    if (column == QLatin1String("address"))
        return order(a.address, b.address);
    if (column == QLatin1String("messages_in"))
        return order(a.messagesIn, b.messagesIn);
    if (column == QLatin1String("idle"))
        return order(a.idleSeconds, b.idleSeconds);
    return order(a.connectedAt, b.connectedAt);
}

} // namespace

QVector<ConnectionInfo> sampleRows(int count) {
    QRandomGenerator random(42);
    const auto below = [&random](int limit) { return random.bounded(limit); };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVector<ConnectionInfo> rows;
    rows.reserve(count);
    for (int i = 0; i < count; ++i) {
        ConnectionInfo info;
        info.id = QStringLiteral("%1-%2-1").arg(i % 3).arg(i + 17);
        if (below(9) != 0)
            info.nick = i < 16 ? pick(givenNames, i)
                               : QString(pick(givenNames, below(16)) + QString::number(below(90) + 10));
        info.address = below(5) == 0 ? QStringLiteral("2001:db8:%1::%2").arg(below(999)).arg(below(99))
                                     : QStringLiteral("198.51.%1.%2").arg(below(200)).arg(below(250) + 1);
        info.dialect = QStringLiteral("plain");
        if (i % 3 == 0) {
            info.dialect = QStringLiteral("centrifuge");
            info.user = QString::number(1000 + i);
            info.client = QStringLiteral("js 5.3.2");
            info.device = QStringLiteral("d-%1").arg(i * 7919 % 100'003, 6, 16, QLatin1Char('0'));
        }
        info.room = pick(roomNames, below(8));
        info.tls = below(3) != 0;
        info.connectedAt = now.addSecs(-(count - i) * qint64(3) - below(3));
        info.idleSeconds = below(4) == 0 ? below(5000) : below(900) / 10.0;
        if (below(8) != 0)
            info.rttMs = 4 + below(900) / 10.0;
        info.messagesIn = below(6) == 0 ? below(4000) : below(80);
        info.messagesOut = 2000 + below(60000);
        info.bytesIn = info.messagesIn * (40 + below(60));
        info.bytesOut = info.messagesOut * (60 + below(40));
        info.queueBytes = below(40) == 0 ? 1024 * below(700) : 0;
        rows.append(info);
    }
    return rows;
}

QStringList selectRows(const QVector<ConnectionInfo>& rows, const QUrlQuery& query) {
    QString column = query.queryItemValue(QStringLiteral("sort"));
    const bool descending = column.startsWith(u'-');
    if (descending)
        column.remove(0, 1);
    QVector<ConnectionInfo> found;
    for (const ConnectionInfo& info : rows) {
        if (matches(info, query))
            found.append(info);
    }
    std::sort(found.begin(), found.end(), [&](const ConnectionInfo& a, const ConnectionInfo& b) {
        const int order = compare(a, b, column);
        if (order != 0)
            return descending ? order > 0 : order < 0;
        return a.id < b.id;
    });
    QStringList ids;
    for (const ConnectionInfo& info : found)
        ids << info.id;
    return ids;
}

QJsonObject rowAsJson(const QString& id, const ConnectionInfo* info) {
    if (info == nullptr)
        return {{QStringLiteral("id"), id}, {QStringLiteral("gone"), true}};
    return {{QStringLiteral("id"), info->id},
            {QStringLiteral("nick"),
             info->nick.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(info->nick)},
            {QStringLiteral("user"),
             info->user.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(info->user)},
            {QStringLiteral("client"),
             info->client.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(info->client)},
            {QStringLiteral("device"),
             info->device.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(info->device)},
            {QStringLiteral("address"), info->address},
            {QStringLiteral("dialect"), info->dialect},
            {QStringLiteral("room"), info->room},
            {QStringLiteral("tls"), info->tls},
            {QStringLiteral("connected_at"), info->connectedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("idle_seconds"), info->idleSeconds},
            {QStringLiteral("rtt_ms"), info->rttMs ? QJsonValue(*info->rttMs) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("messages_in"), info->messagesIn},
            {QStringLiteral("messages_out"), info->messagesOut},
            {QStringLiteral("bytes_in"), info->bytesIn},
            {QStringLiteral("bytes_out"), info->bytesOut},
            {QStringLiteral("queue_bytes"), info->queueBytes},
            {QStringLiteral("messages_in_rate"), info->messagesInRate},
            {QStringLiteral("drops"), info->drops},
            {QStringLiteral("last_error"),
             info->lastError.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(info->lastError)}};
}

} // namespace chinwag::test
