#include "support/FakeServer.h"

#include "support/FakeFeed.h"
#include "support/FakeRows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace chinwag::test {

FakeServer::FakeServer(QObject* parent) : QObject(parent), stats(sampleStats()) {
    connect(&server_, &QTcpServer::newConnection, this, &FakeServer::accept);
}

bool FakeServer::listen() {
    if (!server_.listen(QHostAddress::LocalHost, port_))
        return false;
    port_ = server_.serverPort();
    return true;
}

bool FakeServer::listenAgain() {
    return listen();
}

void FakeServer::goDown() {
    server_.close();
    const auto sockets = buffers_.keys();
    for (QTcpSocket* const socket : sockets)
        socket->abort();
}

QUrl FakeServer::url() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port_), QUrl::StrictMode);
}

int FakeServer::count(const QString& prefix) const {
    int found = 0;
    for (const QString& request : requests_)
        found += request.startsWith(prefix) ? 1 : 0;
    return found;
}

void FakeServer::accept() {
    while (QTcpSocket* const socket = server_.nextPendingConnection()) {
        buffers_.insert(socket, QByteArray());
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            buffers_.remove(socket);
            socket->deleteLater();
        });
    }
}

// Its opening has to be left unread for whoever speaks WebSocket.
bool FakeServer::handToFeed(QTcpSocket* socket) {
    const QByteArray opening = "GET /connection/websocket ";
    if (feed_ == nullptr || socket->peek(opening.size()) != opening)
        return false;
    socket->disconnect(this);
    buffers_.remove(socket);
    feed_->take(socket);
    return true;
}

void FakeServer::read(QTcpSocket* socket) {
    if (handToFeed(socket))
        return;
    QByteArray& buffer = buffers_[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    qsizetype length = 0;
    QByteArray authorization;
    for (const QByteArray& line : lines) {
        const QByteArray lower = line.toLower();
        if (lower.startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
        else if (lower.startsWith("authorization:"))
            authorization = line.mid(14).trimmed();
    }
    if (buffer.size() < end + 4 + length)
        return;
    const QByteArray body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    const QUrl target(QString::fromLatin1(first.value(1)), QUrl::StrictMode);
    const Answer answer = route(first.value(0), target, authorization, body);
    const QPointer<QTcpSocket> guard(socket);
    const auto send = [this, guard, answer] {
        if (guard)
            respond(guard, answer);
    };
    if (held_)
        waiting_.append(send);
    else
        send();
}

void FakeServer::release() {
    held_ = false;
    const auto waiting = std::exchange(waiting_, {});
    for (const auto& send : waiting)
        send();
}

void FakeServer::respond(QTcpSocket* socket, const Answer& answer) {
    const QByteArray body =
        answer.status == 204 ? QByteArray() : QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
    head += answer.status < 400 ? "Content-Type: application/json\r\n"
                                : "Content-Type: application/problem+json\r\n";
    if (answer.status != 204)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket->write(head + answer.headers + "\r\n" + body);
}

FakeServer::Answer FakeServer::problem(int status, const QString& detail, const QString& type) {
    return {status,
            QJsonObject{{QStringLiteral("type"), type},
                        {QStringLiteral("title"), QStringLiteral("Problem")},
                        {QStringLiteral("status"), status},
                        {QStringLiteral("detail"), detail}},
            {}};
}

FakeServer::Answer FakeServer::route(const QByteArray& method, const QUrl& target,
                                     const QByteArray& authorization, const QByteArray& body) {
    QString path = target.path();
    const QString root = QStringLiteral("/admin/api");
    if (!path.startsWith(root))
        return problem(404, QStringLiteral("there is nothing here"));
    path.remove(0, root.size());
    if (path != QLatin1String("/feed-token"))
        requests_ << QString(QString::fromLatin1(method) + u' ' + path +
                             (target.hasQuery() ? QString(u'?' + target.query()) : QString()));
    if (path == QLatin1String("/feed-token"))
        return feed_ == nullptr ? problem(404, QStringLiteral("there is nothing here"))
                                : Answer{200, {{QStringLiteral("token"), QStringLiteral("feed")}}, {}};
    if (method == "POST")
        posted_ << QString(path + u' ' + QString::fromUtf8(body));
    for (auto it = fixed_.cbegin(); it != fixed_.cend(); ++it) {
        if (path.endsWith(it.key()))
            return it.value();
    }
    if (path == QLatin1String("/login"))
        return logIn(body);
    const QString token = QString::fromLatin1(authorization).section(u' ', 1);
    if (!tokens_.contains(token))
        return problem(401, QStringLiteral("log in first"));
    if (path == QLatin1String("/logout")) {
        tokens_.removeAll(token);
        return {204, {}, {}};
    }
    if (path == QLatin1String("/stats"))
        return {200, stats, {}};
    if (method == "GET" && path.startsWith(QLatin1String("/connections/")))
        return readConnection(path.section(u'/', 2));
    if (path == QLatin1String("/connections"))
        return listConnections(QUrlQuery(target));
    if (tables.contains(path) && method == "GET")
        return tables[path].bySeq ? listBySeq(tables[path], QUrlQuery(target))
                                  : listTable(tables[path], QUrlQuery(target));
    if (path == QLatin1String("/connections/kick") &&
        QJsonDocument::fromJson(body)[QLatin1String("ids")].isArray())
        return kick(body);
    if (method == "POST" && !postAnswer.isEmpty()) {
        QJsonObject said = QJsonDocument::fromJson(body).object();
        for (auto it = postAnswer.begin(); it != postAnswer.end(); ++it)
            said.insert(it.key(), it.value());
        return {200, said, {}};
    }
    return problem(404, QStringLiteral("there is nothing here"));
}

FakeServer::Answer FakeServer::logIn(const QByteArray& body) {
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    if (asked.value(QLatin1String("name")).toString() != operatorName ||
        asked.value(QLatin1String("password")).toString() != password)
        return problem(401, QStringLiteral("the name or the password is wrong"),
                       QStringLiteral("urn:chinwag:problem:login-wrong"));
    const QString entered = asked.value(QLatin1String("code")).toString();
    if (entered != code) {
        return entered.isEmpty() ? problem(401, QStringLiteral("log in with the code, too"),
                                           QStringLiteral("urn:chinwag:problem:code-needed"))
                                 : problem(401, QStringLiteral("the code is wrong"),
                                           QStringLiteral("urn:chinwag:problem:code-wrong"));
    }
    const QString token = QStringLiteral("token-%1").arg(++made_);
    tokens_ << token;
    return {200,
            QJsonObject{{QStringLiteral("token"), token},
                        {QStringLiteral("expires_at"), QStringLiteral("2030-01-01T00:00:00Z")},
                        {QStringLiteral("operator"), QJsonObject{{QStringLiteral("name"), operatorName}}}},
            {}};
}

FakeServer::Answer FakeServer::listConnections(const QUrlQuery& query) {
    const auto value = [&](const char* name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    QString list = value("list");
    if (list.isEmpty()) {
        list = QStringLiteral("list-%1").arg(++made_);
        lists_.insert(list, selectRows(connections, query));
    } else if (!lists_.contains(list)) {
        return problem(410, QStringLiteral("This list is no longer kept."));
    }
    const QStringList& ids = lists_[list];
    const qsizetype offset = value("offset").toLongLong();
    const qsizetype limit = value("limit").isEmpty() ? 100 : value("limit").toLongLong();
    QHash<QString, const admin::ConnectionInfo*> known;
    for (const auto& info : std::as_const(connections))
        known.insert(info.id, &info);
    QJsonArray items;
    for (const QString& id : ids.mid(offset, limit))
        items.append(rowAsJson(id, known.value(id)));
    return {200,
            QJsonObject{{QStringLiteral("list"), list},
                        {QStringLiteral("total"), ids.size()},
                        {QStringLiteral("open"), connections.size()},
                        {QStringLiteral("offset"), offset},
                        {QStringLiteral("items"), items},
                        {QStringLiteral("next_cursor"), QJsonValue::Null},
                        {QStringLiteral("from_a_newer_server"), true}},
            {}};
}

FakeServer::Answer FakeServer::readConnection(const QString& id) const {
    const auto found = std::find_if(connections.begin(), connections.end(),
                                    [&id](const admin::ConnectionInfo& info) { return info.id == id; });
    if (found == connections.end())
        return problem(404, QStringLiteral("there is no such connection; it may have ended"));
    return {200, rowAsJson(id, &*found), {}};
}

FakeServer::Answer FakeServer::listTable(const Table& table, const QUrlQuery& query) const {
    const QString asked = query.queryItemValue(QStringLiteral("limit"));
    const qsizetype limit = asked.isEmpty() ? table.rows.size() : std::max<qsizetype>(asked.toLongLong(), 1);
    const QString cursor = query.hasQueryItem(QStringLiteral("cursor"))
                               ? query.queryItemValue(QStringLiteral("cursor"))
                               : query.queryItemValue(QStringLiteral("before"));
    const qsizetype from = cursor.toLongLong();
    QJsonArray items;
    for (qsizetype i = from; i < std::min(from + limit, table.rows.size()); ++i)
        items.append(table.rows[i]);
    const qsizetype end = from + items.size();
    const QJsonValue next = end < table.rows.size() ? QJsonValue(QString::number(end)) : QJsonValue();
    return {200,
            QJsonObject{
                {table.items, items}, {QStringLiteral("next_cursor"), next}, {QStringLiteral("next"), next}},
            {}};
}

FakeServer::Answer FakeServer::listBySeq(const Table& table, const QUrlQuery& query) const {
    const auto number = [&](const char* name) {
        return query.queryItemValue(QLatin1String(name)).toLongLong();
    };
    const qint64 before = number("before");
    const qint64 after = number("after");
    const qint64 limit = std::max<qint64>(number("limit"), 1);
    QVector<QJsonObject> found;
    for (const QJsonObject& row : table.rows) {
        const qint64 seq = row.value(QLatin1String("seq")).toInteger();
        if ((before == 0 || seq < before) && seq > after)
            found.append(row);
    }
    const bool isMore = found.size() > limit;
    found = after != 0 ? found.mid(std::max<qint64>(found.size() - limit, 0)) : found.mid(0, limit);
    QJsonArray items;
    for (const QJsonObject& row : std::as_const(found))
        items.append(row);
    const QJsonValue next =
        isMore ? (after != 0 ? found.constFirst() : found.constLast()).value(QLatin1String("seq"))
               : QJsonValue();
    return {200, QJsonObject{{table.items, items}, {QStringLiteral("next"), next}}, {}};
}

FakeServer::Answer FakeServer::kick(const QByteArray& body) {
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    const QString reason = asked.value(QLatin1String("reason")).toString();
    const auto ids = asked.value(QLatin1String("ids")).toArray();
    int count = 0;
    for (const auto& id : ids) {
        const auto removed =
            connections.removeIf([&](const admin::ConnectionInfo& info) { return info.id == id.toString(); });
        count += static_cast<int>(removed);
        if (removed != 0)
            kicked_ << QString(id.toString() + QStringLiteral(": ") + reason);
    }
    return {200, QJsonObject{{QStringLiteral("count"), count}}, {}};
}

QJsonObject FakeServer::sampleStats() {
    const auto text = QByteArrayLiteral(R"({
        "time":"2026-11-24T08:00:00.123Z","name":"chinwag","version":"0.1.0","qt_version":"6.4.2",
        "started_at":"2026-11-21T04:12:09Z","uptime_seconds":272871,"workers":3,"rooms":42,
        "connections":{"total":12,"websocket":10,"secure_websocket":0,"http":2,"accepted":500},
        "messages":{"received":100,"received_bytes":6400,"delivered":1000},
        "bytes":{"received":1,"sent":2},"queue_bytes":0,"http_requests":123,
        "refusals":{"origin":1},"closings":{"slow":1},"fanout":{"count":100,"sum_seconds":0.5},
        "process":{"cpu_seconds":1.25,"resident_bytes":17000000,"open_descriptors":20,"max_descriptors":524288},
        "from_a_newer_server":{"x":1}})");
    return QJsonDocument::fromJson(text).object();
}

QVector<admin::ConnectionInfo> FakeServer::sampleConnections(int count) {
    return sampleRows(count);
}

} // namespace chinwag::test
