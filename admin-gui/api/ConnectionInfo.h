// One connection of the server, and a page of the list of them, as GET /admin/api/connections tells them.
#pragma once

#include "api/Json.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace chinwag::admin {

struct ConnectionInfo {
    QString id;        ///< opaque
    bool gone = false; ///< it has ended; of a page that was never read only the id is known
    QString nick;
    QString user;   ///< whom its token names; empty for somebody anonymous
    QString client; ///< the library that it says it uses; empty when it has not said
    QString device; ///< what it calls its device; likewise
    QString address;
    QString dialect;
    QString room;
    bool tls = false;
    QDateTime connectedAt;
    double idleSeconds = 0; ///< since the client last sent a message
    std::optional<double> rttMs;
    qint64 messagesIn = 0;
    qint64 messagesOut = 0;
    qint64 bytesIn = 0;
    qint64 bytesOut = 0;
    qint64 queueBytes = 0;
    // Servers that know none of the following say nothing of them.
    std::optional<double> rttMeanMs;
    std::optional<double> rttWorstMs;
    double messagesInRate = 0; ///< a second, as the other rates
    double messagesOutRate = 0;
    double bytesInRate = 0;
    double bytesOutRate = 0;
    qint64 drops = 0;  ///< messages that were refused as being over the client's rate
    QString lastError; ///< that the client was told; empty when there was none

    /// The nickname, or the address of somebody who has none.
    QString displayName() const;

    static Parsed<ConnectionInfo> parse(const QJsonObject& object);
};

struct ConnectionPage {
    QString list;        ///< names the list that the server keeps for further pages
    qsizetype total = 0; ///< connections that match the filter
    qsizetype open = 0;  ///< WebSockets in all
    qsizetype offset = 0;
    QVector<ConnectionInfo> items;

    static Parsed<ConnectionPage> parse(const QJsonObject& object);
};

} // namespace chinwag::admin
