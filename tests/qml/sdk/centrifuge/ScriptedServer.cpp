#include "sdk/centrifuge/ScriptedServer.h"

#include <QJsonDocument>

namespace chinwag::test {

namespace {

QString lineOf(const QJsonObject& object) {
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

ScriptedServer::ScriptedServer() : server_(QStringLiteral("scripted"), QWebSocketServer::NonSecureMode) {
    rule(QStringLiteral("connect"), [this](const QJsonObject&) {
        return QJsonObject{{QStringLiteral("client"), QStringLiteral("c%1").arg(connections_)},
                           {QStringLiteral("ping"), 25},
                           {QStringLiteral("pong"), true}};
    });
    connect(&server_, &QWebSocketServer::newConnection, this, &ScriptedServer::onPeer);
    if (!start())
        qFatal("no port to listen on");
}

ScriptedServer::~ScriptedServer() {
    stop();
}

QUrl ScriptedServer::url() const {
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/connection/websocket").arg(port_));
}

bool ScriptedServer::start() {
    if (!server_.listen(QHostAddress::LocalHost, port_))
        return false;
    port_ = server_.serverPort();
    return true;
}

void ScriptedServer::stop() {
    server_.close();
    cut();
}

void ScriptedServer::refuseOnce(const QString& command, int code, bool temporary) {
    refusals_[command].append(error(code, temporary));
}

void ScriptedServer::push(const QJsonObject& push) {
    raw(lineOf({{QStringLiteral("push"), push}}));
}

void ScriptedServer::publish(const QString& channel, const QJsonValue& data, quint64 offset) {
    QJsonObject pub{{QStringLiteral("data"), data}};
    if (offset != 0)
        pub.insert(QStringLiteral("offset"), static_cast<qint64>(offset));
    push({{QStringLiteral("channel"), channel}, {QStringLiteral("pub"), pub}});
}

void ScriptedServer::raw(const QString& frame) {
    if (peer_)
        peer_->sendTextMessage(frame);
}

void ScriptedServer::close(int code, const QString& reason) {
    if (peer_)
        peer_->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void ScriptedServer::cut() {
    if (peer_)
        peer_->abort();
}

QList<ScriptedServer::Command> ScriptedServer::commands(const QString& name) const {
    QList<Command> found;
    for (const Command& command : commands_) {
        if (command.name == name)
            found.append(command);
    }
    return found;
}

QJsonObject ScriptedServer::error(int code, bool temporary) {
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code},
                                                  {QStringLiteral("message"), QStringLiteral("refused")},
                                                  {QStringLiteral("temporary"), temporary}}}};
}

QJsonObject ScriptedServer::positioned(quint64 offset, const QString& epoch) {
    return {{QStringLiteral("recoverable"), true},
            {QStringLiteral("positioned"), true},
            {QStringLiteral("epoch"), epoch},
            {QStringLiteral("offset"), static_cast<qint64>(offset)}};
}

void ScriptedServer::onPeer() {
    ++connections_;
    peer_ = server_.nextPendingConnection();
    connect(peer_, &QWebSocket::textMessageReceived, this, &ScriptedServer::onFrame);
    connect(peer_, &QWebSocket::disconnected, peer_, &QObject::deleteLater);
}

void ScriptedServer::onFrame(const QString& frame) {
    ++frames_;
    for (const QString& line : frame.split(u'\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        if (object.isEmpty()) {
            ++pongs_;
            continue;
        }
        Command command;
        command.id = object.value(QStringLiteral("id")).toInteger();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (member.key() != QStringLiteral("id")) {
                command.name = member.key();
                command.parameters = member.value().toObject();
            }
        }
        commands_.append(command);
        if (command.id != 0)
            answer(command);
    }
}

void ScriptedServer::answer(const Command& command) {
    QJsonObject reply{{QStringLiteral("id"), command.id}};
    if (!refusals_[command.name].isEmpty()) {
        reply.insert(QStringLiteral("error"), refusals_[command.name].takeFirst()[QStringLiteral("error")]);
        raw(lineOf(reply));
        return;
    }
    std::optional<QJsonObject> result = QJsonObject();
    if (const Answer& rule = rules_.value(command.name))
        result = rule(command.parameters);
    if (!result)
        return;
    if (result->contains(QStringLiteral("error")))
        reply.insert(QStringLiteral("error"), result->value(QStringLiteral("error")));
    else
        reply.insert(command.name, *result);
    raw(lineOf(reply));
}

} // namespace chinwag::test
