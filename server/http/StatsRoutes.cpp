#include "http/StatsRoutes.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <chrono>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

/// JSON numbers are doubles to most readers: exact up to 2^53, which no counter here reaches.
qint64 number(std::uint64_t value) {
    return static_cast<qint64>(value);
}

QJsonObject toJson(const metrics::Snapshot& now) {
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now() -
                                                                         now.facts.started);
    const QJsonObject connections{
        {u"total"_s, static_cast<qint64>(now.openWebSockets + now.openHttp)},
        {u"websocket"_s, static_cast<qint64>(now.openWebSockets)},
        {u"secure_websocket"_s, static_cast<qint64>(now.openSecureWebSockets)},
        {u"http"_s, static_cast<qint64>(now.openHttp)},
    };
    const QJsonObject messages{
        {u"received"_s, number(now.messagesIn)},
        {u"received_bytes"_s, number(now.messageBytesIn)},
        {u"delivered"_s, number(now.deliveries)},
    };
    const QJsonObject bytes{
        {u"received"_s, number(now.bytesIn)},
        {u"sent"_s, number(now.bytesOut)},
    };
    return {
        {u"name"_s, u"chinwag"_s},
        {u"version"_s, QString::fromStdString(now.facts.version)},
        // The clock may have been set back since.
        {u"uptime_seconds"_s, std::max<qint64>(0, uptime.count())},
        {u"rooms"_s, number(now.facts.rooms)},
        {u"connections"_s, connections},
        {u"connections_accepted"_s, number(now.acceptedConnections)},
        {u"http_requests"_s, number(now.httpRequests)},
        {u"messages"_s, messages},
        {u"bytes"_s, bytes},
    };
}

} // namespace

void addStatsRoutes(RouteTable& routes, std::function<metrics::Snapshot()> stats) {
    routes.get("/stats", [stats = std::move(stats)](const RoutedRequest&) {
        protocol::HttpAnswer answer;
        answer.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
        answer.body = QJsonDocument(toJson(stats())).toJson(QJsonDocument::Compact).toStdString() + '\n';
        return answer;
    });
}

} // namespace chinwag::http
