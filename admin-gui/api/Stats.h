// What GET /admin/api/stats tells: the server at one moment.
#pragma once

#include "api/Json.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QVector>

namespace chinwag::admin {

struct Stats {
    QDateTime time; ///< the server's clock
    QString name;
    QString version;
    QString qtVersion;
    QDateTime startedAt;
    double uptimeSeconds = 0;
    qint64 workers = 0;
    qint64 rooms = 0;

    qint64 connections = 0;
    qint64 webSockets = 0;
    qint64 secureWebSockets = 0;
    qint64 httpConnections = 0;

    // Counters since the start of the server.
    qint64 accepted = 0;
    qint64 messagesReceived = 0;
    qint64 messagesDelivered = 0;
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
    qint64 httpRequests = 0;
    double cpuSeconds = 0;
    QMap<QString, qint64> refusals; ///< by reason; the ones that happened
    QMap<QString, qint64> closings;

    // How often something took how long: up to each bound and over the one before, and over the last. Servers
    // that do not tell have none.
    QVector<double> bucketBounds; ///< seconds
    QVector<qint64> fanout;       ///< a turn's deliveries
    QVector<qint64> handshake;    ///< from accepting a connection to an open WebSocket

    // Older servers do not tell: of those there is nothing known to be wrong.
    bool isReady = true;
    QString store; ///< "writable", "none", or why it cannot be written to

    qint64 queueBytes = 0;
    qint64 residentBytes = 0;
    qint64 openDescriptors = 0;
    qint64 maxDescriptors = 0;

    static Parsed<Stats> parse(const QJsonObject& object);
};

} // namespace chinwag::admin
