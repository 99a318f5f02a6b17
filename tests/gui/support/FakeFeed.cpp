#include "support/FakeFeed.h"

#include <QJsonDocument>
#include <QWebSocket>

namespace chinwag::test {

namespace {

QString inText(const QJsonObject& object) {
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

FakeFeed::FakeFeed(QObject* parent)
    : QObject(parent), server_(QStringLiteral("feed"), QWebSocketServer::NonSecureMode) {
    connect(&server_, &QWebSocketServer::newConnection, this, &FakeFeed::accept);
}

FakeFeed::~FakeFeed() {
    const auto clients = channels_.keys();
    for (QWebSocket* const client : clients) {
        client->disconnect(this);
        delete client;
    }
}

void FakeFeed::take(QTcpSocket* socket) {
    server_.handleConnection(socket);
}

void FakeFeed::accept() {
    while (QWebSocket* const client = server_.nextPendingConnection()) {
        channels_.insert(client, {});
        connect(client, &QWebSocket::textMessageReceived, this,
                [this, client](const QString& frame) { answer(client, frame); });
        connect(client, &QWebSocket::disconnected, this, [this, client] {
            channels_.remove(client);
            client->deleteLater();
        });
    }
}

void FakeFeed::answer(QWebSocket* client, const QString& frame) {
    const QByteArrayList lines = frame.toUtf8().split('\n');
    for (const QByteArray& line : lines) {
        const QJsonObject command = QJsonDocument::fromJson(line).object();
        QJsonObject reply{{QStringLiteral("id"), command.value(QLatin1String("id"))}};
        if (command.contains(QLatin1String("connect"))) {
            reply.insert(QStringLiteral("connect"),
                         QJsonObject{{QStringLiteral("client"), QStringLiteral("console")}});
        } else if (command.contains(QLatin1String("subscribe"))) {
            const QJsonObject wanted = command.value(QLatin1String("subscribe")).toObject();
            channels_[client].insert(wanted.value(QLatin1String("channel")).toString());
            reply.insert(QStringLiteral("subscribe"), QJsonObject());
        } else {
            continue;
        }
        client->sendTextMessage(inText(reply));
    }
}

void FakeFeed::publish(const QString& channel, const QJsonObject& data) {
    const QJsonObject push{{QStringLiteral("channel"), channel},
                           {QStringLiteral("pub"), QJsonObject{{QStringLiteral("data"), data}}}};
    const QString frame = inText({{QStringLiteral("push"), push}});
    for (auto each = channels_.cbegin(); each != channels_.cend(); ++each) {
        if (each.value().contains(channel))
            each.key()->sendTextMessage(frame);
    }
}

} // namespace chinwag::test
